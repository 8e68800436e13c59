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

const WHEN = 22;
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
  const { style } = place;
  const titles = audiences.map((audience) => shown.names[audience][language]);
  const widths = titles.map((title) => title.length + 2);
  const head = `${' '.repeat(WHEN)}${titles.map((title, at) => title.padEnd(widths[at] ?? 0)).join('')}`.trimEnd();
  const knowing = new Set<Audience>();
  const rows = momentsOf(shown).flatMap(([at, moments]) => {
    const now = moments.map(({ audience }) => audience);
    const names = moments.flatMap((moment) => namesOf(moment, language));
    const left = WHEN + widths.reduce((sum, width) => sum + width, 0);
    const lines = wrapMeasured(names.map(plainLine).join(', '), Math.max(20, place.width - left));
    const bars = (isFirst: boolean): string =>
      audiences
        .map((audience, index) => {
          const sign = isFirst && now.includes(audience) ? '●' : knowing.has(audience) ? '│' : '';
          return padColumns(sign, widths[index] ?? 0);
        })
        .join('');
    const isEarly = shown.tooEarly.some((one) => one.at === at);
    return lines.map((line, index) => {
      const when = (index === 0 ? whenOf(at, language) : '').padEnd(WHEN);
      const first = bars(index === 0);
      for (const audience of now) knowing.add(audience);
      const whole = `${when}${first}${line}`.trimEnd();
      return isEarly ? style.red(whole) : whole;
    });
  });
  return [head, ...rows, '', ...notes(shown, language, place)].join('\n');
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
