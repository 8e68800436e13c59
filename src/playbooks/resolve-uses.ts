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
  readonly why: 'unknown' | 'circle' | 'broken';
  /** The playbooks that use each other, of a circle. */
  readonly chain: readonly string[];
}

/** Finds a playbook by name; undefined when there is none. */
export type LoadPlaybook = (name: string) => Promise<ReadPlaybook | undefined>;

/**
 * Follows `uses` to the end.
 * @returns what can stand where it should; the troubles are those of the playbook itself, others stand in `broken`
 */
export async function resolveUses(
  playbook: Playbook,
  source: PlaybookSource,
  load: LoadPlaybook,
  above: readonly string[] = [],
): Promise<{ readonly resolved: ResolvedPlaybook; readonly troubles: readonly UseTrouble[] }> {
  const chain = [...above, playbook.name];
  const uses = new Map<string, ResolvedPlaybook>();
  const troubles: UseTrouble[] = [];
  for (const step of playbook.steps) {
    if (step.uses === null) continue;
    const found = await resolveUse(step.uses, load, chain);
    if (typeof found === 'string') troubles.push({ step, why: found, chain: [...chain, step.uses] });
    else uses.set(step.id, found);
  }
  return { resolved: { playbook, source, uses }, troubles };
}

async function resolveUse(
  name: string,
  load: LoadPlaybook,
  chain: readonly string[],
): Promise<ResolvedPlaybook | UseTrouble['why']> {
  if (chain.includes(name)) return 'circle';
  const read = await load(name);
  if (read === undefined) return 'unknown';
  if (read.playbook === null || read.source === null) return 'broken';
  const { resolved, troubles } = await resolveUses(
    read.playbook,
    { name: read.playbook.name, text: read.source.text },
    load,
    chain,
  );
  if (troubles.some(({ why }) => why === 'circle')) return 'circle';
  return troubles.length > 0 ? 'broken' : resolved;
}
