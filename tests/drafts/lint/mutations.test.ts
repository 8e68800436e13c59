import { beforeAll, expect, test } from 'vitest';
import { readDraftFile } from '../../../src/drafts/files/draft-file.ts';
import type { Claim } from '../../../src/drafts/lint/claims/claim.ts';
import { findClaims } from '../../../src/drafts/lint/claims/find-claims.ts';
import type { LintPart } from '../../../src/drafts/lint/lint-draft.ts';
import type { LintRule } from '../../../src/drafts/lint/lint-rule.ts';
import { readLintDraft } from '../../../src/drafts/lint/read-lint-draft.ts';
import { lastDayRule } from '../../../src/drafts/lint/rules/01-last-day.ts';
import { timeZoneRule } from '../../../src/drafts/lint/rules/02-time-zone.ts';
import { successorsRule } from '../../../src/drafts/lint/rules/03-successors.ts';
import { oneReasonRule } from '../../../src/drafts/lint/rules/04-one-reason.ts';
import { contactRule } from '../../../src/drafts/lint/rules/17-contact.ts';
import { fateRule } from '../../../src/drafts/lint/rules/18-fate.ts';
import { imprintRule } from '../../../src/drafts/lint/rules/27-imprint.ts';
import { sameFactsRule } from '../../../src/drafts/lint/rules/31-same-facts.ts';
import { signpostPagesRule } from '../../../src/drafts/lint/rules/32-signpost-pages.ts';
import type { LintFinding } from '../../../src/model/farewell/lint/lint-finding.ts';
import type { FarewellLocale } from '../../../src/model/farewell/locale.ts';
import { type DemoLint, demoLint } from '../../support/lint-demo.ts';
import { seeded, spoil, waysToSpoil } from '../../support/spoil-claims.ts';

const rules: readonly LintRule[] = [
  lastDayRule,
  timeZoneRule,
  successorsRule,
  oneReasonRule,
  contactRule,
  fateRule,
  imprintRule,
  sameFactsRule,
  signpostPagesRule,
];

const SEED = Number(process.env.MUTATION_SEED ?? 31_122_026);
const WANTED = 200;

interface Mutation {
  readonly draft: string;
  readonly how: string;
  readonly from: string;
  readonly to: string;
  /** The file with one claim spoiled. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

test(`every one of ${WANTED} spoiled facts is found where it stands (seed ${SEED})`, { timeout: 240_000 }, () => {
  const random = seeded(SEED);
  const missed: string[] = [];
  const ways = new Map<string, number>();
  let made = 0;
  while (made < WANTED) {
    const round = mutationsOf(demo, random, made === 0).slice(0, WANTED - made);
    made += round.length;
    for (const { how } of round) ways.set(how, (ways.get(how) ?? 0) + 1);
    const changes = Object.fromEntries(round.map(({ draft, file }) => [draft, file]));
    const { findings } = demo.check(changes, { rules });
    const errors = findings.filter(({ severity }) => severity === 'error');
    missed.push(...round.filter((one) => !errors.some((error) => isAt(error, one))).map(told));
  }
  expect(missed).toEqual([]);
  expect([...ways.keys()].sort()).toEqual([...waysToSpoil].sort());
});

/** One claim of every draft, spoiled in a way that fits it. @param isFirst handles, of which there are few, come first */
function mutationsOf({ files }: DemoLint, random: () => number, isFirst: boolean): readonly Mutation[] {
  const all = Object.entries(files).flatMap(([draft, source]) => {
    const places = placesOf(draft, source);
    const shuffled = [...waysToSpoil].sort(() => random() - 0.5);
    const ways = isFirst ? ['handle', ...shuffled] : shuffled;
    for (const how of ways) {
      const fitting = places.filter(({ claim, part }) => spoil(how, claim, part.draft.draft.locale, () => 0) !== null);
      const place = fitting[Math.floor(random() * fitting.length)];
      if (place !== undefined) return [mutated(draft, source, how, place, random)];
    }
    return [];
  });
  return all.sort(() => random() - 0.5);
}

interface Place {
  readonly part: LintPart;
  readonly claim: Claim;
}

function placesOf(name: string, source: string): readonly Place[] {
  const [locale, id = ''] = name.split('/') as [FarewellLocale, string];
  const { parts } = readLintDraft(`/drafts/${name}.md`, readDraftFile(name, id, locale, source), source);
  return parts.flatMap((part) => findClaims(part.text, locale).map((claim) => ({ part, claim })));
}

function mutated(draft: string, source: string, how: string, { part, claim }: Place, random: () => number): Mutation {
  const to = spoil(how, claim, part.draft.draft.locale, random) ?? '';
  const { line, column } = part.spot(claim.from, claim.to);
  const lines = source.split('\n');
  const whole = lines[line - 1] ?? '';
  const end = column - 1 + claim.said.length;
  if (whole.slice(column - 1, end) !== claim.said)
    throw new Error(`"${claim.said}" is not at ${draft}:${line}:${column}.`);
  lines[line - 1] = `${whole.slice(0, column - 1)}${to}${whole.slice(end)}`;
  return { draft, how, from: claim.said, to, file: lines.join('\n'), line, column };
}

function isAt({ spot }: LintFinding, { draft, to, line, column }: Mutation): boolean {
  if (spot === null || spot.draft !== draft) return false;
  const overlaps =
    spot.line <= line && line <= spot.endLine && spot.column < column + to.length && column < spot.endColumn;
  return overlaps || (spot.line === line && spot.sentence.includes(to));
}

function told({ draft, how, from, to, line, column }: Mutation): string {
  return `${draft}:${line}:${column} ${how}: ${from} → ${to}`;
}
