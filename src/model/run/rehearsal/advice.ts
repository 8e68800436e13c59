import type { LocalText } from '../../platform.ts';
import type { Debrief, MishapReport, RehearsedStep } from './debrief.ts';
import { mishapAdvice } from './mishap-advice.ts';

/** A role that alone kept everybody waiting for longer than a working week is worth a word. */
const LONG_DAYS = 5;
const DAY_MINUTES = 24 * 60;

/** What to do about what a rehearsal showed, the most urgent first; [] when there is nothing. */
export function adviceFrom(
  debrief: Pick<Debrief, 'standIns' | 'late' | 'waitedFor' | 'waitsFor' | 'noReturn'>,
  mishaps: readonly MishapReport[],
  isCovered: (role: string) => boolean,
): readonly LocalText[] {
  const { standIns, late, waitedFor, waitsFor } = debrief;
  return [
    ...(waitsFor.some(({ people, waits }) => people.length === 0 && waits !== 'timer') ? [somebody(debrief)] : []),
    ...(mishaps.length === 0 ? earlier(late) : []),
    ...mishaps.flatMap((mishap) => mishapAdvice(mishap)),
    ...waitedFor
      .filter(({ workingDays }) => workingDays > LONG_DAYS)
      .map(({ role, workingDays }) => shorten(role, workingDays)),
    ...alone(waitedFor.map(({ role }) => role).filter((role) => !isStandIn(role, standIns) && !isCovered(role))),
    ...(standIns.length === 0 ? [] : [nameThem(standIns.map(({ role }) => role))]),
  ];
}

function isStandIn(role: string, standIns: Debrief['standIns']): boolean {
  return standIns.some((one) => one.role === role);
}

function somebody({ waitsFor }: Pick<Debrief, 'waitsFor'>): LocalText {
  const steps = waitsFor.filter(({ people }) => people.length === 0).map(({ step }) => step);
  return {
    en: `Nobody could go on with ${steps.join(', ')}: see above what it waits for, and settle it in lastpost.yaml or in the playbook before the run begins.`,
    de: `Bei ${steps.join(', ')} konnte niemand weitermachen: Oben steht, woran es hängt. Vor dem Beginn in lastpost.yaml oder im Playbook klären.`,
  };
}

/** The one that is latest says how much is missing at least. */
function earlier(late: readonly RehearsedStep[]): readonly LocalText[] {
  const worst = Math.max(0, ...late.map(({ lateMinutes }) => lateMinutes));
  if (worst === 0) return [];
  const days = Math.ceil(worst / DAY_MINUTES);
  return [
    {
      en: `Begin ${days === 1 ? 'a day' : `${days} days`} earlier, or move the dates back by as much: as it is, they cannot be kept even if nothing goes wrong.`,
      de: `${days === 1 ? 'Einen Tag' : `${days} Tage`} früher beginnen oder die Termine um so viel nach hinten legen: So sind sie nicht zu halten, auch wenn nichts schiefgeht.`,
    },
  ];
}

function shorten(role: string, days: number): LocalText {
  return {
    en: `Everybody waits for ${role} for ${days} working days altogether. Agree on days with them now.`,
    de: `Auf ${role} warten alle zusammen ${number(days)} Arbeitstage. Jetzt schon Termine mit ihnen vereinbaren.`,
  };
}

function alone(roles: readonly string[]): readonly LocalText[] {
  if (roles.length === 0) return [];
  const [first = ''] = roles;
  if (roles.length === 1) {
    return [
      {
        en: `Only one person has the role ${first}, and nobody speaks for them. Name a second one, or a delegate, in lastpost.yaml.`,
        de: `Die Rolle ${first} hat nur ein Mensch, und niemand vertritt ihn. In lastpost.yaml einen zweiten eintragen oder eine Vertretung.`,
      },
    ];
  }
  return [
    {
      en: `Each of the roles ${roles.join(', ')} has one person alone, and nobody speaks for them. Name a second one for each, or a delegate, in lastpost.yaml.`,
      de: `Die Rollen ${roles.join(', ')} hat jeweils nur ein Mensch, und niemand vertritt ihn. In lastpost.yaml je einen zweiten eintragen oder eine Vertretung.`,
    },
  ];
}

function nameThem(roles: readonly string[]): LocalText {
  return {
    en: `Write into lastpost.yaml who has the role ${roles.join(', ')}. Made-up people are never ill.`,
    de: `In lastpost.yaml eintragen, wer die Rolle ${roles.join(', ')} hat. Erfundene Leute werden nie krank.`,
  };
}

function number(value: number): string {
  return String(value).replace('.', ',');
}
