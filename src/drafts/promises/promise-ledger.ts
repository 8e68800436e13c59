import { shiftDay } from '../../base/working-days.ts';
import { endOfDay } from '../../base/zoned-time.ts';
import type { ExitFacts } from '../../model/farewell/exit-facts.ts';
import type { ExitPlan, ExitPlanStep } from '../../model/farewell/lint/exit-plan.ts';
import type { KeptPromise, PromiseKind, PromiseState } from '../../model/farewell/promise.ts';
import type { LintDraft } from '../lint/lint-draft.ts';
import { type FoundPromise, findPromises } from './find-promises.ts';
import { stepFor } from './promise-steps.ts';
import { promiseTitles } from './promise-titles.ts';

/** What the ledger is made from. */
export interface LedgerAround {
  readonly facts: ExitFacts;
  readonly plan: ExitPlan;
  readonly now: Date;
}

/** Something that was planned for a day and has no date of its own may be done a week later. */
const GRACE_DAYS = 7;

/** What lasts until a day is not late when that day has come. */
const lasting: readonly PromiseKind[] = [
  'answer-messages',
  'keep-archive',
  'keep-comments',
  'content-stays',
  'comments-stay',
  'keep-account',
  'keep-handle',
  'links-lead-on',
  'page-stays',
  'newsletter-goes-on',
  'domain-stays',
];

/** Every promise of the drafts once, those first that are due first; what no step does comes before all others. */
export function promiseLedger(drafts: readonly LintDraft[], around: LedgerAround): readonly KeptPromise[] {
  const byPromise = new Map<string, FoundPromise[]>();
  for (const found of findPromises(drafts, around.facts)) {
    const key = JSON.stringify([found.kind, found.channel, found.by]);
    const same = byPromise.get(key);
    if (same === undefined) byPromise.set(key, [found]);
    else same.push(found);
  }
  return withoutUndated([...byPromise.values()])
    .map((found) => kept(found, around))
    .sort((a, b) => rank(a) - rank(b) || (whenOf(a) < whenOf(b) ? -1 : 1));
}

/** A promise without its day is the one with it, said more shortly; where there are several days, it is the first of them. */
function withoutUndated(all: readonly (readonly FoundPromise[])[]): readonly (readonly FoundPromise[])[] {
  const isSame = ([a]: readonly FoundPromise[], [b]: readonly FoundPromise[]): boolean =>
    a?.kind === b?.kind && a?.channel === b?.channel;
  return all.flatMap((group) => {
    if (group[0]?.by === null) return all.some((one) => one[0]?.by !== null && isSame(one, group)) ? [] : [group];
    const isFirst = all.find((one) => one[0]?.by !== null && isSame(one, group)) === group;
    const undated = all.find((one) => one[0]?.by === null && isSame(one, group)) ?? [];
    return [isFirst ? [...group, ...undated] : group];
  });
}

const ranks: Readonly<Record<PromiseState, number>> = { 'no-step': 0, late: 1, open: 2, kept: 3 };
const rank = ({ state }: KeptPromise): number => ranks[state];
const whenOf = ({ by, dueAt, kind }: KeptPromise): string => `${by ?? dueAt?.slice(0, 10) ?? '9'} ${kind}`;

function kept(found: readonly FoundPromise[], { facts, plan, now }: LedgerAround): KeptPromise {
  const [first] = found as readonly [FoundPromise, ...FoundPromise[]];
  const { kind, channel, by } = first;
  const step = stepFor(kind, channel, plan) ?? null;
  const dueAt = step === null ? null : dueOf(step, kind, by, facts.timezone);
  const keptAt = step?.doneAt ?? null;
  return {
    kind,
    what: promiseTitles[kind],
    channel,
    sentence: first.sentence.text,
    locale: first.part.draft.draft.locale,
    by,
    drafts: [...new Set(found.map(({ part }) => part.draft.name))],
    step,
    owners: step === null ? [] : step.people.length > 0 ? step.people : step.roles,
    dueAt,
    state: stateOf(step, plan, dueAt, now),
    keptAt,
  };
}

/** By the day that was promised, else by that of the step. */
function dueOf({ dueAt, startsAt }: ExitPlanStep, kind: PromiseKind, by: string | null, zone: string): string | null {
  if (by !== null) return endOfDay(lasting.includes(kind) ? shiftDay(by, GRACE_DAYS) : by, zone);
  if (dueAt !== null) return dueAt;
  return startsAt === null ? null : endOfDay(shiftDay(startsAt.slice(0, 10), GRACE_DAYS), zone);
}

/** In a playbook that nobody has begun nothing is done, and nothing late. */
function stateOf(step: ExitPlanStep | null, plan: ExitPlan, dueAt: string | null, now: Date): PromiseState {
  if (step === null) return 'no-step';
  if (step.doneAt !== null) return 'kept';
  return plan.kind === 'run' && dueAt !== null && dueAt < now.toISOString() ? 'late' : 'open';
}
