import { shiftDay } from '../../base/working-days.ts';
import { dayAt, localToInstant } from '../../base/zoned-time.ts';
import { contrastOf } from './contrast.ts';
import type { KnownFacts } from './exit-draft.ts';
import type { FarewellText } from './locale.ts';

/** Something about facts that can be read which will not do as they are, or should be looked at. */
export interface ExitFinding {
  readonly severity: 'error' | 'warning';
  /** Where it stands below `exit`. */
  readonly key: string;
  readonly message: string;
  readonly hint: string;
}

const NOTICE_DAYS = 28;
/** @see WCAG 2.2, 1.4.3 */
const LEAST_CONTRAST = 4.5;
/** A name may be the same everywhere; so many words are a sentence of one language. */
const SENTENCE_WORDS = 4;

/** What is to be said about the facts of an exit at a moment; [] when nothing is. Facts that are open are passed over. */
export function checkExitFacts(facts: KnownFacts, now: Date): readonly ExitFinding[] {
  return [lastDayOver(facts, now), shortNotice(facts), paleInk(facts), ...sameSentences(facts)].filter(
    (finding) => finding !== undefined,
  );
}

function lastDayOver({ lastDay, lastTime, timezone }: KnownFacts, now: Date): ExitFinding | undefined {
  if (lastDay === undefined || lastTime === undefined || timezone === undefined) return undefined;
  if (localToInstant(`${lastDay}T${lastTime}`, timezone) > now.toISOString()) return undefined;
  const first = shiftDay(dayAt(now.toISOString(), timezone), NOTICE_DAYS + 1);
  return {
    severity: 'error',
    key: 'last_day',
    message: `The last post was to go out on ${lastDay} at ${lastTime} (${timezone}), and that is over.`,
    hint: `Give exit.last_day a day that is to come. With four weeks of notice the first one is ${first}.`,
  };
}

function shortNotice({ lastDay, told }: KnownFacts): ExitFinding | undefined {
  const announced = told?.public?.slice(0, 10);
  if (lastDay === undefined || announced === undefined) return undefined;
  const days = (Date.parse(lastDay) - Date.parse(announced)) / 86_400_000;
  if (days >= NOTICE_DAYS) return undefined;
  return {
    severity: 'warning',
    key: 'told.public',
    message: `Between the announcement on ${announced} and the last post on ${lastDay} there are ${days} days.`,
    hint: 'People expect four weeks. Announce it earlier, or move exit.last_day, unless you have to be that quick.',
  };
}

function paleInk({ voice }: KnownFacts): ExitFinding | undefined {
  const { ink, paper } = voice?.colours ?? {};
  if (ink === undefined || paper === undefined) return undefined;
  const ratio = contrastOf(ink, paper);
  if (ratio >= LEAST_CONTRAST) return undefined;
  const shown = (Math.floor(ratio * 10) / 10).toFixed(1);
  return {
    severity: 'warning',
    key: 'voice.colours.ink',
    message: `The ink ${ink} on the paper ${paper} has a contrast of ${shown} to 1; many people cannot read that.`,
    hint: `Take a darker ink or a lighter paper, until it is ${LEAST_CONTRAST} to 1 or more.`,
  };
}

/** A text for all languages is right for a name, and seldom for a sentence. */
function sameSentences({ reason, fate, stays, thanks }: KnownFacts): readonly (ExitFinding | undefined)[] {
  const sentences: Readonly<Record<string, FarewellText | null | undefined>> = {
    'reason.sentence': reason?.sentence,
    'fate.data': fate?.data,
    'fate.prizes': fate?.prizes,
    stays,
    thanks,
  };
  return Object.entries(sentences).map(([key, text]) => (text ? sameSentence(key, text) : undefined));
}

function sameSentence(key: string, text: FarewellText): ExitFinding | undefined {
  const said = Object.entries(text);
  const twice = said.filter(([, words]) => said.filter(([, others]) => others === words).length > 1);
  const [first] = twice;
  if (first === undefined || first[1].split(/\s+/).length < SENTENCE_WORDS) return undefined;
  const locales = twice.map(([locale]) => locale);
  return {
    severity: 'warning',
    key,
    message: `exit.${key} is the same in ${locales.join(', ')}: “${first[1]}”`,
    hint: `Write it in each language: ${key.split('.').at(-1)}: {${locales.map((locale) => `${locale}: …`).join(', ')}}`,
  };
}
