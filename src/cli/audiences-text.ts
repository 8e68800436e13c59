import { padColumns, plainLine, wrapMeasured } from '../base/text-columns.ts';
import type { ShownAudiences } from '../journeys/drafts/show-audiences.ts';
import { type Audience, audiences } from '../model/farewell/exit-facts.ts';
import type { FactLanguage } from '../model/platform.ts';
import { shownPath } from './snapshot-text.ts';
import type { Style } from './style.ts';

export interface AudiencesPlace {
  readonly cwd: string;
  readonly width: number;
  readonly style: Style;
}

/** `Mon 2027-01-31 10:00` */
const WHEN = 20;
/** `influencer-notice,` */
const LEAST_NAME = 19;
const words = {
  zone: { en: 'All times are those of', de: 'Alle Zeiten gelten für' },
  fact: { en: '(no draft; lastpost.yaml says so)', de: '(kein Entwurf; so steht es in lastpost.yaml)' },
  step: { en: 'step', de: 'Schritt' },
} as const;

const weekdays = {
  de: new Intl.DateTimeFormat('de-DE', { weekday: 'short', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' }),
} as const;

/**
 * Time runs down, and everybody has a line: `●` is a word to them, `│` that they know. What goes out stands beside it.
 * Whatever is to be said about the order comes last, where it is read.
 */
export function audiencesText(shown: ShownAudiences, language: FactLanguage, place: AudiencesPlace): string {
  const sheet = sheetOf(shown, language, place.width);
  const head = `${' '.repeat(sheet.when)}${sheet.columns.map(({ title, width }) => title.padEnd(width)).join('')}`;
  const knowing = new Set<Audience>();
  const rows = momentsOf(shown).flatMap(([at, moments]) => {
    const lines = momentLines(at, moments, knowing, sheet);
    const isEarly = shown.tooEarly.some((one) => one.at === at);
    return isEarly ? lines.map((line) => place.style.red(line)) : lines;
  });
  return [head.trimEnd(), ...rows, '', ...notes(shown, language, place)].join('\n');
}

interface Sheet {
  readonly language: FactLanguage;
  /** Columns for the moment, and for each audience. */
  readonly when: number;
  readonly columns: readonly { readonly audience: Audience; readonly title: string; readonly width: number }[];
  /** Columns for what goes out. */
  readonly rest: number;
}

function sheetOf({ names }: ShownAudiences, language: FactLanguage, width: number): Sheet {
  const spaced = (gap: number): Sheet => {
    const columns = audiences.map((audience) => {
      const title = names[audience][language];
      return { audience, title, width: title.length + gap };
    });
    const when = WHEN + gap;
    return { language, when, columns, rest: width - when - columns.reduce((sum, one) => sum + one.width, 0) };
  };
  const wide = spaced(2);
  const sheet = wide.rest >= LEAST_NAME ? wide : spaced(1);
  return { ...sheet, rest: Math.max(LEAST_NAME, sheet.rest) };
}

function momentLines(at: string, moments: readonly Moment[], knowing: Set<Audience>, sheet: Sheet): readonly string[] {
  const { language, columns } = sheet;
  const names = moments.flatMap((moment) => namesOf(moment, language)).map(plainLine);
  const now = new Set(moments.map(({ audience }) => audience));
  const bars = (isFirst: boolean): string =>
    columns
      .map(({ audience, width }) =>
        padColumns(isFirst && now.has(audience) ? '●' : knowing.has(audience) ? '│' : '', width),
      )
      .join('');
  const first = bars(true);
  for (const audience of now) knowing.add(audience);
  const further = bars(false);
  return wrapMeasured(names.join(', '), sheet.rest).map((line, index) => {
    const when = (index === 0 ? whenOf(at, language) : '').padEnd(sheet.when);
    return `${when}${index === 0 ? first : further}${line}`.trimEnd();
  });
}

type Moment = ShownAudiences['moments'][number];

function momentsOf({ moments }: ShownAudiences): readonly (readonly [at: string, moments: readonly Moment[]])[] {
  const groups = new Map<string, Moment[]>();
  for (const one of moments) groups.set(one.at, [...(groups.get(one.at) ?? []), one]);
  return [...groups];
}

function namesOf({ drafts, steps, isFact }: Moment, language: FactLanguage): readonly string[] {
  if (isFact) return [words.fact[language]];
  return [...drafts, ...steps.map((step) => `${words.step[language]} ${step}`)];
}

/** `Mon 2027-01-31 10:00` */
function whenOf(at: string, language: FactLanguage): string {
  const weekday = weekdays[language].format(new Date(`${at.slice(0, 10)}T12:00:00Z`));
  return `${weekday.padEnd(3)} ${at.replace('T', ' ')}`;
}

function notes(
  shown: ShownAudiences,
  language: FactLanguage,
  { cwd, width, style }: AudiencesPlace,
): readonly string[] {
  const { tooEarly, ahead, timezone, written } = shown;
  const [first, ...others] = tooEarly;
  const more =
    others.length === 0 ? '' : language === 'en' ? ` (and ${others.length} more)` : ` (und ${others.length} weitere)`;
  const verdict = first === undefined ? (ahead?.[language] ?? '') : `${first.message[language]}${more}`;
  return [
    ...wrapMeasured(verdict, width).map((line) => (first === undefined ? line : style.red(line))),
    `${words.zone[language]} ${timezone}.`,
    ...(written === null ? [] : [shownPath(written.file, cwd)]),
  ].filter((line) => line !== '');
}
