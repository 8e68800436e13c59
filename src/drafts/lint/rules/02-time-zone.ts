import { localToInstant } from '../../../base/zoned-time.ts';
import type { ExitFacts } from '../../../model/farewell/exit-facts.ts';
import { zoneIn } from '../../facts/days.ts';
import type { CheckedClaim } from '../claims/checked-claim.ts';
import type { Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';
import { mismatches, spotOf } from './mismatch.ts';
import { isAboutLastPost, type ToldSentence, toldSentences } from './told-sentences.ts';
import { zoneMinutes, zoneWords } from './zone-words.ts';

export const timeZoneRule: LintRule = {
  id: 'time-zone',
  severity: 'error',
  title: {
    en: 'The time zone is said, and is the same everywhere',
    de: 'Die Zeitzone steht da und ist überall dieselbe',
  },
  explanation: {
    en: 'Three o’clock is another moment for everybody who reads us elsewhere. Wherever the hour of the last post is told to the public, its time zone has to stand beside it.',
    de: '15 Uhr ist für alle, die uns anderswo lesen, ein anderer Augenblick. Wo die Öffentlichkeit die Stunde des letzten Beitrags erfährt, muss die Zeitzone dabeistehen.',
  },
  check: (kit) => [...mismatches(kit, ['zone']), ...bareHours(kit), ...otherZones(kit)],
};

/** The hour of the last post in texts for the public whose zone is said nowhere near. */
function bareHours(kit: LintKit): readonly Said[] {
  const told = toldSentences(kit).filter(({ part }) => part.draft.draft.audience === 'public');
  const zoned = new Set(told.filter((one) => saysZone(one, kit)).map(({ part }) => part));
  return told
    .filter((one) => !zoned.has(one.part) && isAboutLastPost(one, kit))
    .flatMap(({ claims }) => claims.filter((one) => isLastTime(one, kit)).slice(0, 1))
    .map((one) => bareHour(one, kit));
}

function isLastTime({ claim, role }: CheckedClaim, { facts }: LintKit): boolean {
  return claim.kind === 'time' && claim.value === facts.lastTime && (role === 'last-time' || role === null);
}

/** A zone beside the hour of the last post, or one that a sentence says of all hours. */
function saysZone({ part, sentence, claims }: ToldSentence, kit: LintKit): boolean {
  const isSaid =
    claims.some(({ claim }) => claim.kind === 'zone') || zoneWords[part.draft.draft.locale].test(sentence.text);
  const times = claims.filter(({ claim }) => claim.kind === 'time');
  return isSaid && (times.length === 0 || times.some((one) => isLastTime(one, kit)));
}

function bareHour(one: CheckedClaim, { facts }: LintKit): Said {
  const { said } = one.claim;
  const zone = zoneIn(one.part.draft.draft.locale, lastMoment(facts), facts.timezone);
  return {
    spot: spotOf(one),
    clash: { kind: 'fact', key: 'timezone', says: facts.timezone },
    message: {
      en: `“${said}” is told to the public without its time zone.`,
      de: `Bei „${said}“ fehlt die Zeitzone, und der Text ist öffentlich.`,
    },
    fix: { en: `Write “${said} (${zone})”.`, de: `Schreiben Sie „${said} (${zone})“.` },
  };
}

/** Sentences that somebody wrote: the hour of the last post with a zone in which it is another moment. */
function otherZones(kit: LintKit): readonly Said[] {
  const { facts } = kit;
  return toldSentences(kit)
    .filter((one) => isAboutLastPost(one, kit))
    .flatMap(({ claims }) =>
      claims.filter((one, at) => {
        const before = claims[at - 1];
        if (one.claim.kind !== 'zone' || one.expected !== null || before === undefined) return false;
        if (!isLastTime(before, kit) || one.claim.from - before.claim.to > MOST_BETWEEN) return false;
        const minutes = zoneMinutes(one.claim.value);
        return minutes !== null && minutes !== rightMinutes(facts);
      }),
    )
    .map((one) => otherZone(one, kit));
}

/** ` (` and marks of direction */
const MOST_BETWEEN = 4;

function otherZone(one: CheckedClaim, { facts }: LintKit): Said {
  const { said } = one.claim;
  const right = zoneIn(one.part.draft.draft.locale, lastMoment(facts), facts.timezone);
  const spot = spotOf(one);
  return {
    spot,
    clash: { kind: 'fact', key: 'timezone', says: facts.timezone },
    message: {
      en: `The hour of the last post stands with “${said}”, and in ${facts.timezone} it is “${right}” on that day.`,
      de: `Bei der Stunde des letzten Beitrags steht „${said}“; in ${facts.timezone} gilt an diesem Tag aber „${right}“.`,
    },
    fix: { en: `Write “${right}”.`, de: `Schreiben Sie „${right}“.` },
    edit: { spot, to: right },
  };
}

function lastMoment({ lastDay, lastTime }: ExitFacts): string {
  return `${lastDay}T${lastTime}`;
}

function rightMinutes(facts: ExitFacts): number {
  const local = lastMoment(facts);
  return (Date.parse(`${local}:00Z`) - Date.parse(localToInstant(local, facts.timezone))) / 60_000;
}
