import { round, textAt } from '../../draw/svg/node-shape.ts';
import { xmlText } from '../../draw/svg/xml-text.ts';
import type { AxisBand } from './axis-bands.ts';
import { columns } from './gantt-rows.ts';
import type { GanttWords } from './gantt-words.ts';
import type { Rest } from './rest-days.ts';
import { EDGE, type TimeScale } from './time-scale.ts';

export const BAND_HEIGHT = 18;
/** Narrower stripes are no days any more but a grey veil. */
const LEAST_STRIPE = 1.1;

/** Months, weeks, days, and what the columns left of them hold. */
export function axisSvg(bands: readonly AxisBand[], scale: TimeScale, top: number, words: GanttWords): string {
  const { left, right } = scale;
  const height = bands.length * BAND_HEIGHT;
  const bottom = top + height;
  const drawn = bands.map(({ cells }, at) => {
    const y = top + at * BAND_HEIGHT;
    const name = at === 0 && bands.length > 1 ? 'axis coarse' : 'axis';
    const parts = cells.map((cell) => {
      const edge =
        cell.left > left + EDGE + 1 ? `<path class="axis-line" d="M${round(cell.left)} ${y}v${BAND_HEIGHT}"/>` : '';
      return edge + (cell.label === '' ? '' : textAt(name, cell.left + 4, y + 13, cell.label));
    });
    return `${parts.join('')}<path class="axis-line" d="M${left} ${y}H${right}"/>`;
  });
  const heads = (['step', 'who', 'when'] as const).map((name) =>
    textAt('column', columns[name].left, bottom - 5, words.columns[name]),
  );
  return `<g><rect class="axis-back" x="${left}" y="${top}" width="${right - left}" height="${height}"/>${drawn.join('\n')}
${heads.join('')}<path class="axis-line" d="M${columns.number.left} ${bottom}H${right}"/></g>`;
}

/** Weekends, holidays and the beginnings of weeks and months, behind all rows. */
export function backSvg(
  bands: readonly AxisBand[],
  rests: readonly Rest[],
  scale: TimeScale,
  top: number,
  bottom: number,
): string {
  const isDrawn = scale.pxPerDay >= LEAST_STRIPE;
  const stripes = isDrawn ? rests.map((rest) => stripe(rest, scale, top, bottom)) : [];
  const lines = bands.map(({ cells }, at) => {
    const name = at === bands.length - 1 ? 'grid' : 'grid coarse';
    const d = cells
      .filter(({ left }) => left > scale.left + EDGE + 1)
      .map(({ left }) => `M${round(left)} ${top}V${bottom}`);
    return d.length === 0 ? '' : `<path class="${name}" d="${d.join('')}"/>`;
  });
  return [...stripes, ...lines.toReversed()].join('');
}

function stripe({ fromMs, toMs, name }: Rest, scale: TimeScale, top: number, bottom: number): string {
  const [x, to] = [scale.x(fromMs), scale.x(toMs)];
  const box = `x="${round(x)}" y="${top}" width="${round(to - x)}" height="${round(bottom - top)}"`;
  if (name === '') return `<rect class="weekend" ${box}/>`;
  return `<rect class="holiday" ${box}><title>${xmlText(name)}</title></rect>`;
}
