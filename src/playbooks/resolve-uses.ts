import type { Playbook, PlaybookStep } from '../model/playbook/playbook.ts';
import type { PlaybookSource } from '../model/run/run-plan.ts';
import type { ReadPlaybook } from './read/read-playbook.ts';

/** A playbook with all that it uses, by the id of the step that uses it, and so on downwards. */
export interface ResolvedPlaybook {
  readonly playbook: Playbook;
  readonly source: PlaybookSource;
  readonly uses: ReadonlyMap<string, ResolvedPlaybook>;
}

/** Why a playbook that a step uses cannot stand there. */
export interface UseTrouble {
  readonly step: PlaybookStep;
  readonly why: 'unknown' | 'circle' | 'broken' | 'too-many';
  /** The playbooks that use each other, of a circle. */
  readonly chain: readonly string[];
}

/** Finds a playbook by name; undefined when there is none. */
export type LoadPlaybook = (name: string) => Promise<ReadPlaybook | undefined>;

/** Steps of all that a playbook uses: a few lines that use each other could make millions. */
export const MOST_STEPS = 2000;

/**
 * Follows `uses` to the end.
 * @returns what can stand where it should; the troubles are those of the playbook itself, others stand in `broken`
 */
export async function resolveUses(
  playbook: Playbook,
  source: PlaybookSource,
  load: LoadPlaybook,
  above: readonly string[] = [playbook.name],
  budget: { steps: number } = { steps: MOST_STEPS },
): Promise<{ readonly resolved: ResolvedPlaybook; readonly troubles: readonly UseTrouble[] }> {
  budget.steps -= playbook.steps.length;
  const uses = new Map<string, ResolvedPlaybook>();
  const troubles: UseTrouble[] = [];
  for (const step of playbook.steps) {
    if (step.uses === null) continue;
    const found = await resolveUse(step.uses, load, above, budget);
    if ('why' in found) troubles.push({ ...found, step });
    else uses.set(step.id, found);
  }
  return { resolved: { playbook, source, uses }, troubles };
}

async function resolveUse(
  name: string,
  load: LoadPlaybook,
  above: readonly string[],
  budget: { steps: number },
): Promise<ResolvedPlaybook | Omit<UseTrouble, 'step'>> {
  const chain = [...above, name];
  // By the names under which they are looked for: what a file calls itself may be another.
  if (above.includes(name)) return { why: 'circle', chain };
  if (budget.steps < 0) return { why: 'too-many', chain };
  const read = await load(name);
  if (read === undefined) return { why: 'unknown', chain };
  if (read.playbook === null || read.source === null) return { why: 'broken', chain };
  const { resolved, troubles } = await resolveUses(
    read.playbook,
    { name, text: read.source.text },
    load,
    chain,
    budget,
  );
  if (troubles.length === 0) return budget.steps < 0 ? { why: 'too-many', chain } : resolved;
  return troubles.find(({ why }) => why === 'circle' || why === 'too-many') ?? { why: 'broken', chain };
}
