import type { Standing, StepKind } from '../step-graph.ts';
import type { PlacedStep } from './layout-graph.ts';
import { type LineKind, lineKinds, type NodeLine, PADDING_X, PADDING_Y } from './node-text.ts';
import { xmlText } from './xml-text.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One step: its outline, its sign, its text, and in a run where it stands. */
export function nodeSvg({ step, lines, ...box }: PlacedStep): string {
  const { kind, isIrreversible, stands, id } = step;
  const names = [kind, ...(isIrreversible ? ['irreversible'] : []), ...(stands === null ? [] : [stands.as])];
  return `<g class="${names.join(' ')}" data-step="${xmlText(id)}">
${outline(kind, isIrreversible, box)}${sign(kind, box.x + box.width - PADDING_X - 13, box.y + PADDING_Y)}
${textLines(lines, box.x + PADDING_X, box.y + PADDING_Y)}${stands === null ? '' : badge(stands.as, box.x + 4, box.y + 4)}
</g>`;
}

function textLines(lines: readonly NodeLine[], x: number, top: number): string {
  let y = top;
  return lines
    .map(({ kind, text }) => {
      const { height, size } = lineKinds[kind];
      y += height;
      return textAt(kind, x, y - (height - size) / 2 - 2, text);
    })
    .join('\n');
}

export function textAt(name: LineKind | string, x: number, y: number, text: string): string {
  return `<text class="${name}" x="${round(x)}" y="${round(y)}">${xmlText(text)}</text>`;
}

/** A shape for each kind; what cannot be undone is a sign that everybody stops at, with two borders. */
export function outline(kind: StepKind, isIrreversible: boolean, { x, y, width, height }: Box): string {
  if (isIrreversible) {
    const cut = Math.min(13, height / 3.5);
    const by = Math.min(5, height / 7);
    const outer = octagon({ x, y, width, height }, cut);
    const inner = octagon({ x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by }, cut - by / 2.5);
    return `<path class="shape" d="${outer}"/><path class="inner" d="${inner}"/>`;
  }
  const rect = (radius: number, by = 0): string =>
    `<rect class="shape" x="${round(x + by)}" y="${round(y)}" width="${round(width - 2 * by)}" height="${round(height)}" rx="${radius}"/>`;
  switch (kind) {
    case 'hand':
      return rect(2);
    case 'machine':
      return rect(14);
    case 'uses':
      return rect(2) + rect(0, 6);
    case 'approval': {
      const [middle, cut] = [y + height / 2, Math.min(13, height / 2.4)];
      return `<path class="shape" d="${path([
        [x + cut, y],
        [x + width - cut, y],
        [x + width, middle],
        [x + width - cut, y + height],
        [x + cut, y + height],
        [x, middle],
      ])}"/>`;
    }
    case 'wait':
      return rect(Math.min(26, height / 2));
  }
}

function octagon({ x, y, width, height }: Box, cut: number): string {
  return path([
    [x + cut, y],
    [x + width - cut, y],
    [x + width, y + cut],
    [x + width, y + height - cut],
    [x + width - cut, y + height],
    [x + cut, y + height],
    [x, y + height - cut],
    [x, y + cut],
  ]);
}

function path(points: readonly (readonly [number, number])[]): string {
  return `M${points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L')}Z`;
}

const signPaths: Readonly<Record<StepKind, string>> = {
  // Head and shoulders.
  hand: 'M6.5 1.2a2.6 2.6 0 1 0 .01 0zM1.2 12.6c.3-3.4 2.4-5 5.3-5s5 1.6 5.3 5',
  approval: 'M1.5 7l3.4 4L11.8 2.4',
  // A clock.
  wait: 'M6.5 .9a5.7 5.7 0 1 0 .01 0zM6.5 3.4v3.4l2.3 1.6',
  // A wheel.
  machine:
    'M6.5 3.8a2.8 2.8 0 1 0 .01 0zM6.5 .6v1.5M6.5 11.1v1.5M.4 6.6h1.5M11.1 6.6h1.5M2.2 2.3l1.1 1.1M9.7 9.8l1.1 1.1M2.2 10.9l1.1-1.1M9.7 3.4l1.1-1.1',
  uses: 'M1.2 3.8h7.6v8H1.2zM4 3.6V1.2h7.8v8H9',
};

function sign(kind: StepKind, x: number, y: number): string {
  return `<path class="sign" transform="translate(${round(x)} ${round(y)})" d="${signPaths[kind]}"/>`;
}

const badgePaths: Readonly<Record<Standing, string>> = {
  done: 'M-4.5 .3l3 3.4 6-7',
  now: 'M-2.5-4.5L4 0l-6.5 4.5z',
  waiting: 'M-3.6-4.6h7.2L-3.6 4.6h7.2z',
  next: 'M-4 0h8M.8-3.4L4 0 .8 3.4',
  later: '',
  'in-doubt': 'M-3-2.4c0-2 1.3-3 3-3s3 1.1 3 2.7c0 2.2-3 2-3 4.3M0 5.2v.2',
  stuck: 'M0-5v6M0 4.8v.2',
  failed: 'M-3.6-3.6l7.2 7.2M3.6-3.6l-7.2 7.2',
  undone: 'M-1.5-4.8l-3 3 3 3M-4.3-1.8h5c5 0 5 6.2 0 6.2h-2',
  'left-out': 'M-4 0h8',
};

/** Where a step stands, as a round sign on its corner. */
export function badge(standing: Standing, x: number, y: number): string {
  if (standing === 'later') return '';
  return `<g class="badge ${standing}" transform="translate(${round(x)} ${round(y)})"><circle r="11"/><path d="${badgePaths[standing]}"/></g>`;
}

/** To a tenth of a pixel: more says nothing, and makes files differ. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
