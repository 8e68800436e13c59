import type { FactsDue } from '../../model/playbook/facts-due.ts';
import type { Playbook } from '../../model/playbook/playbook.ts';
import type { PlaybookFinding } from '../../model/playbook/playbook-finding.ts';
import type { Person } from '../../model/run/people.ts';
import { unroll } from '../plan/unroll.ts';
import type { ReadPlaybook } from '../read/read-playbook.ts';
import type { YamlSource } from '../read/yaml-source.ts';
import type { Remark } from '../remark.ts';
import { type LoadPlaybook, type ResolvedPlaybook, resolveUses } from '../resolve-uses.ts';
import { StepGraph } from '../step-graph.ts';
import { lintChannels } from './lint-channels.ts';
import { lintEffects } from './lint-effects.ts';
import { lintExpressions } from './lint-expressions.ts';
import { lintHolidays } from './lint-holidays.ts';
import { lintInputs } from './lint-inputs.ts';
import { lintIrreversible } from './lint-irreversible.ts';
import { lintModes } from './lint-modes.ts';
import { lintName } from './lint-name.ts';
import { lintOrder } from './lint-order.ts';
import { lintPeople } from './lint-people.ts';
import { lintScores } from './lint-scores.ts';
import { lintSecrets } from './lint-secrets.ts';
import type { LintRules, LintSubject, RawBlock } from './lint-subject.ts';
import { lintTimes } from './lint-times.ts';
import { lintUses } from './lint-uses.ts';
import { knownSecret } from './secret-shapes.ts';

export interface LintContext {
  /** Finds the playbooks that this one uses. */
  readonly load: LoadPlaybook;
  /** Names of playbooks that could be used. */
  readonly otherPlaybooks: readonly string[];
  /** Of the workspace; null when nobody knows. */
  readonly people: readonly Person[] | null;
  /** Facts about platforms that are past their review date. */
  readonly factsDue: FactsDue;
}

export interface LintedPlaybook {
  /** null when the file is no playbook. It may have errors all the same: see `findings`. */
  readonly resolved: ResolvedPlaybook | null;
  /** In the order of the lines. */
  readonly findings: readonly PlaybookFinding[];
}

const ofItself: readonly LintRules[] = [
  lintOrder,
  lintExpressions,
  lintPeople,
  lintTimes,
  lintInputs,
  lintModes,
  lintHolidays,
  lintEffects,
  lintScores,
  lintUses,
];

/** What may also stand in the playbook around it. */
const ofTheWhole: readonly LintRules[] = [lintIrreversible, lintChannels];

/** All that would go wrong in a run of this playbook, as far as its file tells. */
export async function lintPlaybook(read: ReadPlaybook, context: LintContext): Promise<LintedPlaybook> {
  const { playbook, source, findings } = read;
  const secrets = source === null ? [] : lintSecrets(source);
  if (playbook === null || source === null) return { resolved: null, findings: told(secrets, findings) };
  const subject = await subjectOf(playbook, source, context);
  const remarks = [...ofItself, ...ofTheWhole].flatMap((rules) => rules(subject));
  const all = [...lintName(playbook, source.file), ...remarks];
  return { resolved: subject.resolved, findings: told(secrets, placed(all, source)) };
}

async function subjectOf(playbook: Playbook, source: YamlSource, context: LintContext): Promise<LintSubject> {
  const file = { name: playbook.name, text: source.text };
  const { resolved, troubles } = await resolveUses(playbook, file, soundOnes(context));
  return {
    playbook,
    values: source.values() as RawBlock,
    graph: new StepGraph(playbook.steps),
    resolved,
    troubles,
    otherPlaybooks: context.otherPlaybooks,
    unrolled: unroll(resolved),
    people: context.people,
    factsDue: context.factsDue,
  };
}

/**
 * A used playbook is judged by its own rules where it stands alone; what has to stand around its points of no return may also
 * stand in the playbook that uses it, and is judged there.
 */
function soundOnes(context: LintContext): LoadPlaybook {
  return async (name) => {
    const read = await context.load(name);
    if (read === undefined || read.playbook === null || read.source === null) return read;
    const { playbook, source } = read;
    const subject = ofOne(playbook, source, context);
    const remarks = ofItself.flatMap((rules) => rules(subject));
    const isBroken = [...placed(remarks, source), ...lintSecrets(source)].some(({ severity }) => severity === 'error');
    return isBroken ? { ...read, playbook: null } : read;
  };
}

/** As if it used no other: those are followed one by one. */
function ofOne(playbook: Playbook, source: YamlSource, context: LintContext): LintSubject {
  const { otherPlaybooks, people, factsDue } = context;
  const resolved = { playbook, source: { name: playbook.name, text: source.text }, uses: new Map() };
  const values = source.values() as RawBlock;
  const graph = new StepGraph(playbook.steps);
  const unrolled = unroll(resolved);
  return { playbook, values, graph, resolved, troubles: [], otherPlaybooks, unrolled, people, factsDue };
}

function placed(remarks: readonly Remark[], source: YamlSource): readonly PlaybookFinding[] {
  return remarks.map((remark) => source.finding(remark));
}

/** Findings about lines in which a secret stands must not repeat it. */
function told(secrets: readonly PlaybookFinding[], others: readonly PlaybookFinding[]): readonly PlaybookFinding[] {
  const secretLines = new Set(secrets.map(({ line }) => line));
  const discreet = others.map((one) => {
    const message = withoutSecrets(one.message);
    return secretLines.has(one.line) ? { ...one, message, replacement: null } : { ...one, message };
  });
  return sorted([...secrets, ...discreet]);
}

function withoutSecrets(text: string): string {
  const found = knownSecret(text);
  return found === undefined ? text : withoutSecrets(text.replaceAll(found.words, '…'));
}

/** The same said twice at one place is said once. */
function sorted(findings: readonly PlaybookFinding[]): readonly PlaybookFinding[] {
  const seen = new Set<string>();
  return findings
    .filter(({ code, line, column, message }) => {
      const key = JSON.stringify([code, line, column, message]);
      return !seen.has(key) && seen.add(key).has(key);
    })
    .sort((a, b) => a.line - b.line || a.column - b.column);
}
