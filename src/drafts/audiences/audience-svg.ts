import { escapeHtml } from '../../base/escape-html.ts';
import { wrapMeasured } from '../../base/text-columns.ts';
import type { AudienceLine, AudienceMoment } from '../../model/farewell/audience-line.ts';
import { type Audience, audiences } from '../../model/farewell/exit-facts.ts';
import type { FactLanguage } from '../../model/platform.ts';
import { aheadText, audienceNames, lineWords, whenText } from './audience-words.ts';
import { weekdayIn } from './weekday.ts';

const LEFT = 150;
const COLUMN = 128;
const RIGHT = 24;
const TOP = 96;
const ROW = 96;
const LINE = 14;
const SHOWN_DRAFTS = 4;
/** Letters that fit beside each other under a dot. */
const NAME_LETTERS = 20;
/** As wide as a letter is at most in the middle of many. */
const LETTER = 7;

/**
 * Who knows when, as a drawing in one file that needs nothing else: no script, no font, no picture. Each moment has a column of the
 * same width, since two hours before the announcement matter as much as two weeks after it. The same stands in it in words.
 */
export function drawAudiences(line: AudienceLine, language: FactLanguage): string {
  const columns = [...new Set(line.moments.map(({ at }) => at))];
  const width = Math.max(LEFT + columns.length * COLUMN + RIGHT, 560);
  const notes = notesOf(line, language, Math.floor((width - 48) / LETTER));
  const height = TOP + audiences.length * ROW + 20 + notes.length * 20;
  const xOf = (at: string): number => LEFT + (columns.indexOf(at) + 0.5) * COLUMN;
  const body = [
    ...columns.map((at) => columnSvg(at, xOf(at), language)),
    ...audiences.map((audience, row) => rowSvg(audience, row, line, { xOf, width, language })),
    ...notes.map((note, at) => text(24, TOP + audiences.length * ROW + 20 + at * 20, note.text, note.className)),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" lang="${language}" xml:lang="${language}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="audiences-title audiences-description">
<title id="audiences-title">${xml(`${lineWords.title[language]}: ${line.brand}`)}</title>
<desc id="audiences-description">${xml(described(line, language))}</desc>
<style>${style}</style>
<rect class="sheet" width="${width}" height="${height}"/>
${text(24, 32, `${lineWords.title[language]}: ${line.brand}`, 'head')}
${text(24, 52, `${lineWords.zone[language]}: ${line.timezone}`, 'small')}
${body.join('\n')}
</svg>
`;
}

const style = `svg:root { background: #fff; color-scheme: light; }
text { font: 12px system-ui, sans-serif; fill: #20302f; }
.sheet { fill: #fff; } .head { font-size: 18px; font-weight: 600; } .small { font-size: 11px; fill: #4a5a59; }
.who { font-size: 13px; font-weight: 600; } .day { font-weight: 600; text-anchor: middle; } .hour, .draft { text-anchor: middle; font-size: 11px; }
.knows { stroke: #2f6f62; stroke-width: 4; } .before { stroke: #c9d3d1; stroke-width: 1; stroke-dasharray: 3 4; }
.dot { fill: #2f6f62; stroke: #fff; stroke-width: 2; } .fact { fill: #fff; stroke: #2f6f62; } .early { fill: #b3261e; }
.wrong { fill: #b3261e; font-weight: 600; } .grid { stroke: #e6ebea; }`;

interface Place {
  readonly xOf: (at: string) => number;
  readonly width: number;
  readonly language: FactLanguage;
}

function columnSvg(at: string, x: number, language: FactLanguage): string {
  const [, month = '', day = ''] = at.slice(0, 10).split('-');
  const date = language === 'de' ? `${Number(day)}.${Number(month)}.` : `${Number(day)}/${Number(month)}`;
  return [
    `<line class="grid" x1="${x}" x2="${x}" y1="${TOP - 4}" y2="${TOP + audiences.length * ROW - 20}"/>`,
    text(x, TOP - 24, `${weekdayIn(at, language)} ${date}`, 'day'),
    text(x, TOP - 10, at.slice(11, 16), 'hour'),
  ].join('\n');
}

function rowSvg(audience: Audience, row: number, { moments, tooEarly }: AudienceLine, place: Place): string {
  const y = TOP + row * ROW + 24;
  const mine = moments.filter((one) => one.audience === audience);
  const first = mine[0];
  const begin = first === undefined ? place.width - RIGHT : place.xOf(first.at);
  const isEarly = ({ at }: AudienceMoment): boolean => audience === 'public' && tooEarly.some((one) => one.at === at);
  return [
    text(24, y + 4, audienceNames[audience][place.language], 'who'),
    `<line class="before" x1="${LEFT}" x2="${begin}" y1="${y}" y2="${y}"/>`,
    `<line class="knows" x1="${begin}" x2="${place.width - RIGHT}" y1="${y}" y2="${y}"/>`,
    ...mine.map((one) => dotSvg(one, y, isEarly(one), place)),
  ].join('\n');
}

function dotSvg(moment: AudienceMoment, y: number, isEarly: boolean, { xOf, language }: Place): string {
  const x = xOf(moment.at);
  const names = namesOf(moment, language);
  const shown = names.length > SHOWN_DRAFTS ? names.slice(0, SHOWN_DRAFTS - 1) : names;
  const rest = names.length - shown.length;
  const lines = rest === 0 ? shown : [...shown, lineWords.more[language](rest)];
  const className = isEarly ? 'dot early' : moment.isFact ? 'dot fact' : 'dot';
  return [
    `<g><title>${xml(`${whenText(moment.at, language)}: ${names.join(', ')}`)}</title>`,
    `<circle class="${className}" cx="${x}" cy="${y}" r="7"/>`,
    ...lines.map((name, at) => text(x, y + 22 + at * LINE, cut(name), 'draft')),
    '</g>',
  ].join('\n');
}

function namesOf({ drafts, steps, isFact }: AudienceMoment, language: FactLanguage): readonly string[] {
  if (isFact) return [lineWords.fact[language].split(';')[0] ?? ''];
  return [...drafts, ...steps.map((step) => `${lineWords.step[language]} ${step}`)];
}

function cut(name: string): string {
  return name.length > NAME_LETTERS ? `${name.slice(0, NAME_LETTERS - 1)}…` : name;
}

function notesOf({ tooEarly, staffAheadHours }: AudienceLine, language: FactLanguage, letters: number) {
  const lines = (said: string, className: string) =>
    wrapMeasured(said, letters).map((one) => ({ text: one, className }));
  if (tooEarly.length > 0) return tooEarly.flatMap(({ message }) => lines(message[language], 'wrong'));
  return staffAheadHours === null ? [] : lines(aheadText(staffAheadHours)[language], 'small');
}

/** For whoever does not see it. */
function described({ moments, tooEarly }: AudienceLine, language: FactLanguage): string {
  const said = moments.map(
    (one) =>
      `${whenText(one.at, language)}, ${audienceNames[one.audience][language]}: ${namesOf(one, language).join(', ')}.`,
  );
  return [...said, ...tooEarly.map(({ message }) => message[language])].join(' ');
}

function text(x: number, y: number, said: string, className: string): string {
  return `<text class="${className}" x="${x}" y="${y}">${xml(said)}</text>`;
}

/** Signs that no XML may hold make a whole file unreadable. @see https://www.w3.org/TR/xml/#charsets */
function xml(said: string): string {
  return escapeHtml(said.replace(/[^\n\P{Cc}]|[\p{Cs}\ufffe\uffff]/gu, ' '));
}
