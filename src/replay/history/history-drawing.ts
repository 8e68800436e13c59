import { escapeHtml } from '../../base/escape-html.ts';
import { numberIn } from '../../base/local-format.ts';
import type { ChannelHistory, HistoryBar } from '../../model/channel-history.ts';
import { type HistoryTexts, longPeriod, shortPeriod } from './history-texts.ts';

/** One above the other on one axis of time, each to its own scale: few deletions beside many posts would not be seen. */
const PANELS = [
  { name: 'posts', height: 150 },
  { name: 'edited', height: 70 },
  { name: 'deleted', height: 70 },
] as const;
type Panel = (typeof PANELS)[number];

const HEAD = 36;
const LEFT = 8;
const RIGHT = 44;
const BELOW = 30;
/** Of one character below the axis, and between two dates. */
const CHARACTER = 7;
const BETWEEN = 16;

/** As much of a colour scheme as the drawing needs; each has a place of its own, so colours alone tell nothing. */
export const drawingStyle = `
:root { --posts: #2563a8; --edited: #9a6b00; --deleted: #b3361e; }
@media (prefers-color-scheme: dark) { :root { --posts: #7db4ee; --edited: #dfb04a; --deleted: #f08a72; } }
.posts { fill: var(--posts); } .edited { fill: var(--edited); } .deleted { fill: var(--deleted); }
.drawing text { fill: var(--ink); font: 13px system-ui, sans-serif; }
.drawing .name { font-weight: 600; } .drawing .tick, .drawing .most { fill: var(--soft); font-size: 12px; }
.drawing .most { text-anchor: end; } .drawing .tick { text-anchor: middle; }
.drawing line { stroke: var(--line); stroke-width: 1; }
`;

export interface DrawingSize {
  readonly width: number;
  /** Tells two drawings on one page apart. */
  readonly id: string;
}

/** The inside of an SVG, which the caller opens with `drawingHead`. */
export function historyDrawing(history: ChannelHistory, texts: HistoryTexts, { width, id }: DrawingSize): string {
  const { bars, step } = history;
  const [first, last] = [bars[0], bars.at(-1)];
  if (first === undefined || last === undefined) return '';
  const said = (bar: HistoryBar) => longPeriod(texts.language, bar.from, step);
  let top = 0;
  const panels = PANELS.map((panel) => {
    const drawn = drawPanel(panel, history, texts, { top, width });
    top += HEAD + panel.height;
    return drawn;
  });
  const alt = texts.alt(history.title, said(first), said(last));
  return `<svg class="drawing ${id}" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${top + BELOW}" role="img" aria-labelledby="${id}-title ${id}-alt" lang="${texts.language}">
<title id="${id}-title">${escapeHtml(`${texts.title}: ${history.title}`)}</title>
<desc id="${id}-alt">${escapeHtml(alt)}</desc>
${panels.join('\n')}
${ticks(history, texts, { top, width })}
</svg>`;
}

interface Place {
  readonly top: number;
  readonly width: number;
}

function drawPanel(
  { name, height }: Panel,
  history: ChannelHistory,
  texts: HistoryTexts,
  { top, width }: Place,
): string {
  const { bars, step, totals } = history;
  const most = Math.max(...bars.map((bar) => bar[name]));
  const base = top + HEAD + height - 2;
  const slot = slotOf(bars, width);
  const thick = Math.max(1, Math.min(48, slot * 0.8));
  const rects = bars.map((bar, at) => {
    if (bar[name] === 0) return '';
    const tall = Math.max(2, (bar[name] / most) * (height - 22));
    const x = LEFT + at * slot + (slot - thick) / 2;
    const says = `${longPeriod(texts.language, bar.from, step)}: ${numberIn(texts.language, bar[name])}`;
    return `<rect x="${short(x)}" y="${short(base - tall)}" width="${short(thick)}" height="${short(tall)}"><title>${escapeHtml(says)}</title></rect>`;
  });
  const axis = `<line x1="${LEFT}" y1="${base}" x2="${width - RIGHT}" y2="${base}"/>`;
  const line = `<line x1="${LEFT}" y1="${base - height + 22}" x2="${width - RIGHT}" y2="${base - height + 22}" stroke-dasharray="2 4"/>`;
  const label = `<text class="most" x="${width - 4}" y="${base - height + 26}">${numberIn(texts.language, most)}</text>`;
  return `<g><text class="name" x="${LEFT}" y="${top + 25}">${texts.names[name]}: ${numberIn(texts.language, totals[name])}</text>
${axis}${most === 0 ? '' : line + label}
<g class="${name}">${rects.join('')}</g></g>`;
}

/** As many dates as fit, at even distances, each under its bar; none is cut at an end. */
function ticks({ bars, step }: ChannelHistory, { language }: HistoryTexts, { top, width }: Place): string {
  const slot = slotOf(bars, width);
  const names = bars.map(({ from }) => shortPeriod(language, from, step));
  const room = Math.max(...names.map((name) => name.length)) * CHARACTER;
  const every = Math.max(1, Math.ceil((room + BETWEEN) / slot));
  const texts: string[] = [];
  for (let at = Math.max(0, Math.ceil(room / 2 / slot - 0.5)); at < bars.length; at += every) {
    const centre = LEFT + (at + 0.5) * slot;
    if (centre + room / 2 > width) break;
    texts.push(`<text class="tick" x="${short(centre)}" y="${top + 18}">${escapeHtml(names[at] ?? '')}</text>`);
  }
  return texts.join('');
}

function slotOf(bars: readonly HistoryBar[], width: number): number {
  return (width - LEFT - RIGHT) / bars.length;
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
