import { plainLine, wrapMeasured } from '../../../base/text-columns.ts';
import type { FactLanguage } from '../../../model/platform.ts';
import { drawWords } from '../draw-words.ts';
import type { DrawnStep, FactName } from '../step-graph.ts';
import { textWidth } from './measure-text.ts';

/** The classes of lines in a node, with their size and the height of a line. */
export const lineKinds = {
  kind: { size: 11, height: 15, isBold: false },
  title: { size: 14, height: 18, isBold: true },
  warning: { size: 11, height: 16, isBold: true },
  fact: { size: 12, height: 16, isBold: false },
  state: { size: 12, height: 16, isBold: true },
  id: { size: 11, height: 15, isBold: false },
} as const;

export type LineKind = keyof typeof lineKinds;

export interface NodeLine {
  readonly kind: LineKind;
  readonly text: string;
}

export const NODE_WIDTH = 244;
/** Within the outline, whatever its shape. */
export const PADDING_X = 18;
export const PADDING_Y = 11;
/** Left free for the sign of the kind. */
const SIGN = 18;
const MOST_TITLE_LINES = 4;

/** Facts in a playbook's picture; in that of a run where it stands matters more. */
const shown: readonly FactName[] = ['waits', 'due', 'timeout', 'confirm', 'expires', 'evidence', 'condition'];
const shownInRun: readonly FactName[] = ['due', 'waits'];

/** What is written into a step's node, wrapped to its width. */
export function nodeLines(step: DrawnStep, language: FactLanguage): readonly NodeLine[] {
  const words = drawWords[language];
  const { kind, title, facts, isIrreversible, stands, id } = step;
  const says = (name: FactName): string[] =>
    facts.filter((fact) => fact.name === name).map(({ text }) => plainLine(text[language]));
  const wanted = stands === null ? shown : shownInRun;
  const told = wanted.flatMap((name) => says(name).map((text) => `${words.facts[name]}: ${text}`));
  const titles = wrapped('title', title[language], 0);
  return [
    ...wrapped('kind', [words.kinds[kind], ...says('by')].join(' · '), SIGN),
    ...titles.slice(0, MOST_TITLE_LINES - 1),
    ...(titles.length > MOST_TITLE_LINES
      ? [{ kind: 'title' as const, text: `${titles[MOST_TITLE_LINES - 1]?.text ?? ''}…` }]
      : titles.slice(MOST_TITLE_LINES - 1)),
    ...(title[language] === id ? [] : wrapped('id', id, 0)),
    ...(isIrreversible ? wrapped('warning', words.irreversible.toUpperCase(), 0) : []),
    ...says('does').flatMap((text) => wrapped('fact', text, 0)),
    ...told.flatMap((text) => wrapped('fact', text, 0)),
    ...(stands === null ? [] : wrapped('state', words.standings[stands.as], 0)),
    ...(stands?.says ?? []).flatMap((text) => wrapped('fact', text[language], 0)),
  ];
}

function wrapped(kind: LineKind, text: string, without: number): readonly NodeLine[] {
  const { size, isBold } = lineKinds[kind];
  const lines = wrapMeasured(plainLine(text), NODE_WIDTH - 2 * PADDING_X - without, (piece) =>
    textWidth(piece, size, isBold),
  );
  return lines.map((line) => ({ kind, text: line }));
}

export function nodeHeight(lines: readonly NodeLine[]): number {
  return 2 * PADDING_Y + lines.reduce((sum, { kind }) => sum + lineKinds[kind].height, 0);
}
