import type { LocalText } from '../../platform.ts';
import type { MishapReport } from './debrief.ts';
import type { MishapName } from './mishap.ts';

/** What to do so that a mishap costs less the next time; [] where it cost nothing, or there was nothing to hit. */
export function mishapAdvice(mishap: MishapReport): readonly LocalText[] {
  if (!mishap.hit) return [];
  const advice = advisers[mishap.name](mishap);
  return advice === null ? [] : [advice];
}

function costs({ endDays, moved, slipped }: MishapReport): boolean {
  return endDays === null || endDays > 0 || slipped.length > 0 || moved.some(({ days }) => days >= 1);
}

const advisers: Readonly<Record<MishapName, (mishap: MishapReport) => LocalText | null>> = {
  'export-late': (mishap) =>
    costs(mishap)
      ? {
          en: 'Ask for the official export two weeks earlier: before anything else, on the first day.',
          de: 'Den offiziellen Export zwei Wochen früher anfordern: am ersten Tag, vor allem anderen.',
        }
      : null,
  'approver-ill': ({ end, who }) =>
    end === 'waited' || end === 'open'
      ? {
          en: `Name a delegate for ${who ?? 'whoever approves'}: nobody else could approve in their place.`,
          de: `Für ${who ?? 'die Freigabe'} eine Vertretung benennen: Niemand sonst konnte an dieser Stelle freigeben.`,
        }
      : null,
  'account-locked': () => ({
    en: 'Log in two days before the last step, with two people. Have the recovery codes at hand, and the address to which the platform writes.',
    de: 'Zwei Tage vor dem letzten Schritt zu zweit anmelden. Die Wiederherstellungscodes bereithalten und das Postfach, an das die Plattform schreibt.',
  }),
  'press-call': ({ knew }) => {
    const notYet = knew.filter(({ since }) => since === null).map(({ step }) => step);
    if (knew.some(({ who }) => who === 'staff') && notYet.length === 0) {
      return {
        en: 'Write two sentences for a call before the memo goes out, and say in it who takes such calls.',
        de: 'Zwei Sätze für einen Anruf schreiben, bevor das Memo hinausgeht, und darin sagen, wer solche Anrufe annimmt.',
      };
    }
    const before = notYet.length === 0 ? ['memo'] : notYet;
    return {
      en: `Do ${before.join(', ')} before anybody outside can know: when the call came, it was not done.`,
      de: `${before.join(', ')} erledigen, bevor es draußen jemand wissen kann: Als der Anruf kam, war es noch offen.`,
    };
  },
  'probe-says-alive': ({ title }) => ({
    en: `Settle now who looks a second time when ${title?.en ?? 'it'} does not look done. Nobody presses twice before two people have looked.`,
    de: `Jetzt festlegen, wer ein zweites Mal nachsieht, wenn „${title?.de ?? 'es'}“ nicht erledigt aussieht. Niemand drückt zweimal, bevor zwei nachgesehen haben.`,
  }),
};
