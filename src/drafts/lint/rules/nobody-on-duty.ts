import type { DraftKind } from '../../../model/farewell/draft-kinds.ts';
import { shortDayIn } from '../../facts/days.ts';
import type { Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import { hourText, momentText, msOf, type Scheduled } from './moments.ts';

type SameMoment = readonly [Scheduled, ...Scheduled[]];

const HOUR_MS = 3_600_000;
const WATCH_MS = 4 * HOUR_MS;

/** At these moments the most people ask. */
const loudest: readonly DraftKind[] = ['announcement', 'last-post', 'blog-post', 'newsletter', 'press-release'];

/** Posts with nobody on duty for the four hours after them: one finding for each loud one, and one for all reminders together. */
export function withoutDuty(moments: readonly SameMoment[], kit: LintKit): readonly Said[] {
  const alone = moments.flatMap((group) => {
    const from = aloneFrom(group[0], kit);
    return from === null ? [] : [{ group, from }];
  });
  const isLoud = ({ group }: (typeof alone)[number]) => group.some(({ draft }) => loudest.includes(draft.draft.kind));
  const quiet = alone.filter((one) => !isLoud(one)).map(({ group }) => group);
  return [
    ...alone.filter(isLoud).map(({ group, from }) => nobodyThere(group[0], from, kit)),
    ...(quiet[0] === undefined ? [] : [remindersAlone(quiet[0], quiet)]),
  ];
}

/** From when on in these four hours nobody is there; null where somebody always is. */
function aloneFrom({ ms }: Scheduled, kit: LintKit): number | null {
  const shifts = kit.facts.duty
    .map(({ from, until }) => ({ from: msOf(from, kit), until: msOf(until, kit) }))
    .sort((a, b) => a.from - b.from);
  let covered = ms;
  for (const { from, until } of shifts) if (from <= covered && until > covered) covered = until;
  return covered >= ms + WATCH_MS ? null : covered;
}

function nobodyThere(one: Scheduled, from: number, { facts }: LintKit): Said {
  const moment = momentText(one.at);
  const isAtAll = from > one.ms;
  const hours = Math.floor((from - one.ms) / HOUR_MS);
  return {
    spot: one.draft.headSpot?.('publish_at') ?? null,
    clash: {
      kind: 'fact',
      key: 'duty',
      says: facts.duty.map(({ person, from, until }) => `${person} ${from} – ${until}`).join(', '),
    },
    message: isAtAll
      ? {
          en: `Somebody is on duty for ${hours} of the four hours after ${moment.en}, and then nobody is.`,
          de: `In den vier Stunden nach ${moment.de}, hat ${hours === 1 ? 'eine Stunde' : `${hours} Stunden`} lang jemand Dienst, danach niemand.`,
        }
      : {
          en: `Nobody is on duty for the four hours after ${moment.en}, when “${one.draft.name}” goes out.`,
          de: `Niemand hat in den vier Stunden nach ${moment.de}, Dienst, wenn „${one.draft.name}“ hinausgeht.`,
        },
    fix: {
      en: `Put somebody down for it in lastpost.yaml: duty: {person: …, from: ${one.at}, until: …}.`,
      de: `Tragen Sie jemanden in lastpost.yaml ein: duty: {person: …, from: ${one.at}, until: …}.`,
    },
  };
}

function remindersAlone([first]: SameMoment, quiet: readonly SameMoment[]): Said {
  const days = (language: 'de' | 'en') =>
    quiet.map(([{ at }]) => `${shortDayIn(language, at)}, ${hourText(language, at)}`).join('; ');
  return {
    severity: 'hint',
    spot: first.draft.headSpot?.('publish_at') ?? null,
    message: {
      en: `Nobody is on duty for the four hours after these reminders: ${days('en')}.`,
      de: `In den vier Stunden nach diesen Erinnerungen hat niemand Dienst: ${days('de')}.`,
    },
    fix: {
      en: 'Put somebody down under duty in lastpost.yaml, or say who looks into the replies.',
      de: 'Tragen Sie unter duty in lastpost.yaml jemanden ein, oder klären Sie, wer in die Antworten sieht.',
    },
  };
}
