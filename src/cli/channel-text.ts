import type { ShownChannel } from '../journeys/show-channel.ts';
import { type ChannelFacts, exitPlaces, type Limit } from '../model/channel.ts';
import { type Fact, isDue } from '../model/fact.ts';
import type { FactLanguage } from '../model/platform.ts';
import { type ChannelWords, channelWords } from './channel-words.ts';
import { formatCount, formatTable } from './format.ts';
import { wrapText } from './wrap-text.ts';

const VALUE_WIDTH = 62;

/** A fact with its value in words. */
interface FactLine {
  readonly label: string;
  readonly fact: Fact<unknown>;
  readonly text: string;
}

/** German writes 25.000 where English writes 25,000. */
function countText(value: number, language: FactLanguage): string {
  return language === 'de' ? formatCount(value).replaceAll(',', '.') : formatCount(value);
}

function limitText({ what, most, counting, variant, linkLength }: Limit, language: FactLanguage): string {
  const words = channelWords[language];
  const kind = variant === undefined ? words.limited[what] : `${words.limited[what]} (${words.variants[variant]})`;
  const amount = `${countText(most, language)} ${words.counting[counting]}`.trim();
  return `${kind}: ${amount}${linkLength === undefined ? '' : `, ${words.everyLink(linkLength)}`}`;
}

function valueIn<T>(fact: Fact<T>, { certainty }: ChannelWords, inWords: (value: T) => string): string {
  return fact.certainty === 'unknown' ? certainty.unknown : inWords(fact.value);
}

function factLines(facts: ChannelFacts, language: FactLanguage): readonly FactLine[] {
  const words = channelWords[language];
  const { labels } = words;
  const row = <T>(label: string, fact: Fact<T>, inWords: (value: T) => string): FactLine => ({
    label,
    fact,
    text: valueIn(fact, words, inWords),
  });
  const list = (values: readonly string[]): string => values.join(' · ');
  const modes = (found: readonly (keyof ChannelWords['modes'])[]): string =>
    found.length === 0 ? words.none : list(found.map((mode) => words.modes[mode]));
  return [
    row(labels.publicAccess, facts.publicAccess, ({ level, text }) => `${words.access[level]}: ${text[language]}`),
    row(labels.openAddresses, facts.openAddresses, list),
    row(labels.officialExport, facts.officialExport, (text) => text[language]),
    row(labels.exportFiles, facts.exportFiles, list),
    row(labels.exportPage, facts.exportPage, String),
    row(labels.deletionPage, facts.deletionPage, String),
    row(labels.deletionEffect, facts.deletionEffect, (text) => text[language]),
    ...facts.grace.map((fact) => row(labels.grace, fact, words.days)),
    ...facts.waits.map((fact) => row(labels.waits, fact, ({ what, days }) => `${words.days(days)}: ${what[language]}`)),
    row(labels.handleReuse, facts.handleReuse, (text) => text[language]),
    row(labels.exitModes, facts.exitModes, modes),
    row(labels.loginToKeep, facts.loginToKeep, words.days),
    ...exitPlaces.flatMap((place) => {
      const fact = facts.ways?.[place];
      return fact === undefined ? [] : [row(words.ways[place], fact, (text) => text[language])];
    }),
    ...facts.limits.map((fact) => row(labels.limits, fact, (limit) => limitText(limit, language))),
  ];
}

/** Sources are long and come again and again: the table has their numbers, and below it they stand once. */
function sourceNumbers(lines: readonly FactLine[]): ReadonlyMap<string, number> {
  const sources = [...new Set(lines.map(({ fact }) => fact.source))];
  return new Map(sources.map((source, index) => [source, index + 1]));
}

function tableRows(
  lines: readonly FactLine[],
  numbers: ReadonlyMap<string, number>,
  language: FactLanguage,
  now: Date,
): readonly (readonly string[])[] {
  const words = channelWords[language];
  return lines.flatMap(({ label, fact, text }, index) => {
    const note = fact.note === undefined ? [] : wrapText(`(${fact.note[language]})`, VALUE_WIDTH);
    const [head = '', ...rest] = [...wrapText(text, VALUE_WIDTH), ...note];
    const checked = `${fact.checkedOn}${isDue(fact, now) ? ` (${words.due})` : ''}`;
    const shownLabel = lines[index - 1]?.label === label ? '' : label;
    const first = [shownLabel, head, words.certainty[fact.certainty], checked, `[${numbers.get(fact.source)}]`];
    return [first, ...rest.map((line) => ['', line])];
  });
}

/** The facts as a table with certainty, day and number of the source, and the sources below it. */
export function describeFacts(facts: ChannelFacts, language: FactLanguage, now: Date): string {
  const { columns, sources } = channelWords[language];
  const lines = factLines(facts, language);
  const numbers = sourceNumbers(lines);
  const table = formatTable(
    [
      { title: columns.fact },
      { title: columns.value },
      { title: columns.certainty },
      { title: columns.checked },
      { title: '' },
    ],
    tableRows(lines, numbers, language, now),
  );
  return [table, '', sources, ...[...numbers].map(([source, number]) => `  [${number}] ${source}`)].join('\n');
}

/** What `channel show` says. */
export function describeShownChannel(shown: ShownChannel, language: FactLanguage, now: Date): string {
  const { channel, platformName } = shown;
  const heading = channel === null ? platformName : `${channel.id}: ${platformName}, ${channel.handle}\n${channel.url}`;
  return `${heading}\n\n${describeFacts(shown.facts, language, now)}`;
}
