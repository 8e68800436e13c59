import { round } from '../../draw/svg/node-shape.ts';
import { MARK_HEIGHT, type Mark } from './step-mark.ts';

/** A step's mark, and the edges of its row. */
export interface PlacedMark {
  readonly id: string;
  readonly mark: Mark;
  readonly top: number;
  readonly bottom: number;
}

const HALF = MARK_HEIGHT / 2 + 2;
const BACK = 4;
const LEAST_FOR_HEAD = 9;

/** From each step of the critical path to the next one, where both are on this sheet. */
export function criticalArrows(criticalPath: readonly string[], placed: readonly PlacedMark[]): string {
  const byId = new Map(placed.map((one) => [one.id, one]));
  return criticalPath
    .map((id, at) => {
      const [from, to] = [byId.get(id), byId.get(criticalPath[at + 1] ?? '')];
      return from === undefined || to === undefined ? '' : way(from, to);
    })
    .join('');
}

/** Down (or up) out of the end of the one, along the edge of the other's row, and into its beginning. */
function way(from: PlacedMark, to: PlacedMark): string {
  const isDown = to.top >= from.bottom;
  const sign = isDown ? 1 : -1;
  const start = {
    x: from.mark.shape === 'bar' ? from.mark.right - BACK : middle(from.mark),
    y: from.mark.y + sign * HALF,
  };
  const end = { x: to.mark.shape === 'bar' ? to.mark.left + BACK : middle(to.mark), y: to.mark.y - sign * HALF };
  const turn = isDown ? to.top : to.bottom;
  // Between two rows there may be less room than a head takes.
  const head = Math.abs(end.y - start.y) < LEAST_FOR_HEAD ? '' : ' marker-end="url(#gantt-head)"';
  const isStraight = Math.abs(start.x - end.x) < 2.5;
  const d = isStraight
    ? `M${round(end.x)} ${round(start.y)}V${round(end.y)}`
    : `M${round(start.x)} ${round(start.y)}V${round(turn)}H${round(end.x)}V${round(end.y)}`;
  return `<path class="critical-way"${head} d="${d}"/>`;
}

function middle({ left, right }: Mark): number {
  return (left + right) / 2;
}
