import type { FactLanguage } from '../../../model/platform.ts';
import { drawWords } from '../draw-words.ts';
import { type StepGraph, type StepKind, standings } from '../step-graph.ts';
import { textWidth } from './measure-text.ts';
import { badge, outline, textAt } from './node-shape.ts';

export interface Block {
  readonly svg: string;
  readonly height: number;
}

interface Entry {
  readonly width: number;
  draw(x: number, y: number): string;
}

const SIZE = 13;
const ROW = 34;
const GAP = 26;

/** What the shapes and signs mean, of those that are in the picture, in as many rows as it takes. */
export function legendBlock({ steps }: StepGraph, language: FactLanguage, left: number, width: number): Block {
  const words = drawWords[language];
  const kinds = new Set(steps.map(({ kind }) => kind));
  const stands = new Set(steps.map((step) => step.stands?.as));
  const entries: readonly Entry[] = [
    ...(Object.keys(words.kinds) as StepKind[])
      .filter((kind) => kinds.has(kind))
      .map((kind) => shapeEntry(kind, false, words.kinds[kind])),
    ...(steps.some(({ isIrreversible }) => isIrreversible) ? [shapeEntry('hand', true, words.irreversible)] : []),
    arrowEntry(words.arrow),
    ...standings
      .filter((standing) => standing !== 'later' && stands.has(standing))
      .map((standing) => ({
        width: 26 + textWidth(words.standings[standing], SIZE),
        draw: (x: number, y: number) =>
          `${badge(standing, x + 11, y + 11)}${textAt('small', x + 28, y + 15.5, words.standings[standing])}`,
      })),
  ];
  return flow(entries, left, width, words.legend);
}

function shapeEntry(kind: StepKind, isIrreversible: boolean, text: string): Entry {
  return {
    width: 48 + textWidth(text, SIZE),
    draw: (x, y) => {
      const shape = outline(kind, isIrreversible, { x, y, width: 40, height: 22 });
      const names = isIrreversible ? `${kind} irreversible` : kind;
      return `<g class="${names} legend">${shape}</g>${textAt('small', x + 48, y + 15.5, text)}`;
    },
  };
}

function arrowEntry(text: string): Entry {
  return {
    width: 44 + textWidth(text, SIZE),
    draw: (x, y) =>
      `<path class="arrow" marker-end="url(#head)" d="M${x} ${y + 11}h30"/>${textAt('small', x + 44, y + 15.5, text)}`,
  };
}

function flow(entries: readonly Entry[], left: number, width: number, title: string): Block {
  let [x, y] = [left, 30];
  const drawn = entries.map((entry) => {
    if (x > left && x + entry.width > left + width) [x, y] = [left, y + ROW];
    const svg = entry.draw(x, y);
    x += entry.width + GAP;
    return svg;
  });
  return { svg: [textAt('label', left, 16, title), ...drawn].join('\n'), height: y + ROW };
}
