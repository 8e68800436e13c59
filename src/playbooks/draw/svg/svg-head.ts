import { plainLine, wrapMeasured } from '../../../base/text-columns.ts';
import type { FactLanguage } from '../../../model/platform.ts';
import { drawWords } from '../draw-words.ts';
import type { StepGraph } from '../step-graph.ts';
import type { Block } from './legend.ts';
import { textWidth } from './measure-text.ts';
import { textAt } from './node-shape.ts';

const SMALL = 13;

/** What is read first: the title, what it has to be told, and who takes part. */
export function headBlock(graph: StepGraph, language: FactLanguage, left: number, width: number): Block {
  const words = drawWords[language];
  const { title, about, description, inputs, roles, steps } = graph;
  const isRun = steps.some(({ stands }) => stands !== null);
  const titles = wrapMeasured(plainLine(title[language]), width, (piece) => textWidth(piece, 24, true));
  const lines: readonly Line[] = [
    ...titles.map((text) => line('heading', text, 30)),
    ...small(about[language], width).map((text) => line('about', text, 20)),
    ...(description === null ? [] : small(description[language], width).map((text) => line('small', text, 20))),
    ...(inputs.length === 0
      ? []
      : [line('label', isRun ? words.told : words.inputs, 28), ...inputLines(inputs, language, width)]),
    ...(roles.length === 0 ? [] : small(`${words.roles}: ${roles.join(', ')}`, width)).map((text, at) =>
      line('small', text, at === 0 ? 28 : 20),
    ),
  ];
  let y = 0;
  const svg = lines.map(({ kind, text, height, indent }) => {
    y += height;
    return textAt(kind, left + indent, y, text);
  });
  return { svg: svg.join('\n'), height: y + 8 };
}

interface Line {
  readonly kind: string;
  readonly text: string;
  /** Below the line before; 0 beside it. */
  readonly height: number;
  readonly indent: number;
}

function line(kind: string, text: string, height: number, indent = 0): Line {
  return { kind, text, height, indent };
}

function small(text: string, room: number): readonly string[] {
  return wrapMeasured(plainLine(text), room, (piece) => textWidth(piece, SMALL));
}

/** Names in one column, what they are in another; a name too long for its column has a line of its own. */
function inputLines(inputs: StepGraph['inputs'], language: FactLanguage, width: number): readonly Line[] {
  const column = Math.min(width / 3, 14 + Math.max(...inputs.map(({ name }) => textWidth(name, SMALL))));
  return inputs.flatMap(({ name, says }) => {
    const isLong = textWidth(name, SMALL) > column;
    const rows = small(says[language], width - column);
    return [
      line('small', name, 19),
      ...rows.map((text, at) => line('small', text, at === 0 && !isLong ? 0 : 19, column)),
    ];
  });
}
