import { localTimeAt, localToInstant } from '../../base/zoned-time.ts';
import type { AudienceLine, AudienceMoment, HeardTooEarly } from '../../model/farewell/audience-line.ts';
import type { Draft } from '../../model/farewell/draft.ts';
import { draftKinds, kindSpecs } from '../../model/farewell/draft-kinds.ts';
import { type Audience, audiences, type ExitFacts } from '../../model/farewell/exit-facts.ts';
import type { ExitPlan, ExitPlanStep } from '../../model/farewell/lint/exit-plan.ts';
import { tooEarlyText } from './audience-words.ts';

/** What the line is made from. */
export interface AudienceMaterial {
  readonly brand: string;
  readonly facts: ExitFacts;
  /** As their files are now. */
  readonly drafts: readonly Draft[];
  /** Of a run it is looked at which drafts were really sent, and when. */
  readonly plan: ExitPlan | null;
}

const HOUR_MS = 3_600_000;

/** Who knows when. What goes out only when it is needed has no moment and is left out. */
export function audienceLine({ brand, facts, drafts, plan }: AudienceMaterial): AudienceLine {
  const { timezone, lastDay } = facts;
  const told = [...momentsOf(drafts), ...sentBySteps(plan, timezone)];
  const silent = audiences.filter((audience) => !told.some((one) => one.audience === audience));
  const planned = plannedSteps(plan, timezone).filter(({ audience }) => silent.includes(audience));
  const unplanned = silent.filter((audience) => !planned.some((one) => one.audience === audience));
  const all = [
    ...told,
    ...planned,
    ...unplanned.map((audience) => ({ at: facts.told[audience], audience, drafts: [], steps: [], isFact: true })),
  ];
  const moments = all.sort(
    (a, b) =>
      compare(instant(a.at, timezone), instant(b.at, timezone)) ||
      audiences.indexOf(a.audience) - audiences.indexOf(b.audience),
  );
  return { brand, timezone, lastDay, moments, ...proof(moments, drafts, facts) };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const instants = new Map<string, string>();

function instant(local: string, zone: string): string {
  const key = `${local} ${zone}`;
  const known = instants.get(key) ?? localToInstant(local, zone);
  instants.set(key, known);
  return known;
}

function momentsOf(drafts: readonly Draft[]): readonly AudienceMoment[] {
  const locales = new Map<string, Set<string>>();
  for (const { id, locale } of drafts) locales.set(id, (locales.get(id) ?? new Set()).add(locale));
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    if (draft.publishAt === null) continue;
    const key = `${draft.publishAt} ${draft.audience}`;
    groups.set(key, [...(groups.get(key) ?? []), draft]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group as [Draft, ...Draft[]];
    const here = new Map<string, Draft[]>();
    for (const draft of group) here.set(draft.id, [...(here.get(draft.id) ?? []), draft]);
    const names = [...here].flatMap(([id, same]) =>
      same.length === locales.get(id)?.size ? [id] : same.map(({ locale }) => `${locale}/${id}`),
    );
    return { at: first.publishAt ?? '', audience: first.audience, drafts: names.sort(), steps: [], isFact: false };
  });
}

/** What has been done in a run is no plan any more. */
function sentBySteps(plan: ExitPlan | null, zone: string): readonly AudienceMoment[] {
  return (plan?.steps ?? []).flatMap((step) => tellings(step, step.doneAt, zone));
}

/** For whom there is no draft, the plan may say when they are told. */
function plannedSteps(plan: ExitPlan | null, zone: string): readonly AudienceMoment[] {
  return (plan?.steps ?? []).flatMap((step) => tellings(step, step.startsAt, zone));
}

function tellings({ id, drafts }: ExitPlanStep, at: string | null, zone: string): readonly AudienceMoment[] {
  if (at === null) return [];
  const to = audiences.filter((audience) => drafts.some((name) => audienceOf(name) === audience));
  return to.map((audience) => ({ at: localTimeAt(at, zone), audience, drafts: [], steps: [id], isFact: false }));
}

/** `de/announcement-x`, `announcement-x` and `announcement` are all of one kind. */
function audienceOf(name: string): Audience | null {
  const id = name.slice(name.indexOf('/') + 1);
  const kind = draftKinds.find((one) => id === one || id.startsWith(`${one}-`));
  return kind === undefined ? null : kindSpecs[kind].audience;
}

/** A word to somebody: a draft in one language, or a step. */
interface Word {
  readonly what: string;
  readonly at: string;
}

/** Those who answer have heard of it when the last of their papers is out, the public with the first word. */
function proof(
  moments: readonly AudienceMoment[],
  drafts: readonly Draft[],
  facts: ExitFacts,
): Pick<AudienceLine, 'tooEarly' | 'staffAheadHours'> {
  const { timezone: zone } = facts;
  const ms = ({ at }: Word): number => Date.parse(instant(at, zone));
  const words = (audience: Audience): readonly Word[] =>
    [...wordsOf(audience, drafts), ...stepsOf(audience, moments)].sort((a, b) => ms(a) - ms(b));
  const everybody = words('public');
  const tooEarly = (['leads', 'staff'] as const).flatMap((before): readonly HeardTooEarly[] => {
    const last = lastWord(before, words(before), facts);
    return everybody
      .filter((one) => ms(one) <= ms(last))
      .map((one) => ({ before, what: one.what, at: one.at, message: tooEarlyText(one, last, before) }));
  });
  const [first] = everybody;
  const memo = lastWord('staff', words('staff'), facts);
  return { tooEarly, staffAheadHours: first === undefined ? null : (ms(first) - ms(memo)) / HOUR_MS };
}

function lastWord(audience: Audience, words: readonly Word[], { told }: ExitFacts): Word {
  return words.at(-1) ?? { what: `told.${audience}`, at: told[audience] };
}

function wordsOf(audience: Audience, drafts: readonly Draft[]): readonly Word[] {
  return drafts
    .filter((draft) => draft.audience === audience)
    .flatMap(({ locale, id, publishAt }) => (publishAt === null ? [] : [{ what: `${locale}/${id}`, at: publishAt }]));
}

function stepsOf(audience: Audience, moments: readonly AudienceMoment[]): readonly Word[] {
  return moments
    .filter((one) => one.audience === audience)
    .flatMap(({ steps, at }) => steps.map((what) => ({ what, at })));
}
