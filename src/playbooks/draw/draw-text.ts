import { columnsOf, padColumns, plainLine, wrapMeasured } from '../../base/text-columns.ts';
import type { FactLanguage } from '../../model/platform.ts';
import { type DrawWords, drawWords } from './draw-words.ts';
import type { DrawnStep, StepGraph, StepKind } from './step-graph.ts';
import { laneRows } from './text-lanes.ts';

/** What text is drawn on: colours or none, and so many columns. */
export interface DrawPaper {
  readonly width: number;
  readonly style: {
    bold(text: string): string;
    dim(text: string): string;
    red(text: string): string;
  };
}

const signs: Readonly<Record<StepKind, string>> = {
  hand: '■',
  approval: '◆',
  wait: '○',
  machine: '●',
  uses: '▣',
};

/** A playbook or a plan for a terminal: what it has to be told, who takes part, and its steps in order with their lines. */
export function drawText(graph: StepGraph, language: FactLanguage, paper: DrawPaper): string {
  const words = drawWords[language];
  const { style, width } = paper;
  const { title, about, description, inputs, roles, steps } = graph;
  return [
    ...wrap(title[language], width).map(style.bold),
    ...wrap(about[language], width).map(style.dim),
    ...(description === null ? [] : ['', ...wrap(description[language], width)]),
    '',
    style.bold(words.inputs),
    ...inputLines(inputs, language, width),
    '',
    style.bold(words.roles),
    ...indented(roles.length === 0 ? words.none : roles.map(plainLine).join(', '), 2, width),
    '',
    `${style.bold(words.steps)} ${style.dim(`(${steps.length})`)}`,
    '',
    ...stepLines(steps, language, paper),
    ...(steps.some(({ isBeyond }) => isBeyond) ? [] : ['', ...wrap(words.withoutNoReturn, width)]),
  ].join('\n');
}

function inputLines(inputs: StepGraph['inputs'], language: FactLanguage, width: number): readonly string[] {
  if (inputs.length === 0) return [`  ${drawWords[language].none}`];
  const column = Math.min(24, Math.max(...inputs.map(({ name }) => columnsOf(name))));
  return inputs.flatMap(({ name, says }) => {
    const lines = wrap(says[language], Math.max(16, width - column - 4));
    const label = columnsOf(name) > column ? [`  ${name}`] : [];
    return [
      ...label,
      ...lines.map((line, at) => `  ${padColumns(at === 0 && label.length === 0 ? name : '', column)}  ${line}`),
    ];
  });
}

function stepLines(steps: readonly DrawnStep[], language: FactLanguage, paper: DrawPaper): readonly string[] {
  const lanes = laneRows(steps, ({ kind, isIrreversible }) => (isIrreversible ? '✖' : signs[kind]));
  const gutter = Math.max(1, ...[...lanes.values()].map(({ beside, above }) => Math.max(beside.length, above.length)));
  const numbers = new Map(steps.map(({ id }, at) => [id, at + 1]));
  const line = steps.findIndex(({ isBeyond }) => isBeyond);
  return steps.flatMap((step, at) => {
    const rows = lanes.get(step.id) ?? { above: '', beside: '', below: '', crossing: '' };
    const body = bodyOf(step, numbers, language, { ...paper, width: paper.width - gutter - 2 });
    return [
      ...(at === line ? noReturn(rows.crossing, language, paper) : []),
      ...(rows.above === '' ? [] : [rows.above]),
      ...body.map((text, row) => `${padColumns(row === 0 ? rows.beside : rows.below, gutter)}  ${text}`.trimEnd()),
      ...(at === steps.length - 1 ? [] : [rows.below]),
    ];
  });
}

/** The line goes across the whole width, and what goes on below it goes through it. */
function noReturn(crossing: string, language: FactLanguage, { style, width }: DrawPaper): readonly string[] {
  const words = drawWords[language];
  const label = `━━ ${words.noReturn} `;
  const rest = '━'.repeat(Math.max(2, width - columnsOf(crossing) - columnsOf(label)));
  const below = crossing.replaceAll('┿', '│').replaceAll('━', ' ');
  return [
    style.bold(style.red(`${crossing}${label}${rest}`)),
    ...wrap(words.noReturnMeans, width - columnsOf(below) - 3).map((text) => `${below}   ${style.red(text)}`),
    below.trimEnd(),
  ];
}

function bodyOf(
  step: DrawnStep,
  numbers: ReadonlyMap<string, number>,
  language: FactLanguage,
  { style, width }: DrawPaper,
): readonly string[] {
  const words = drawWords[language];
  const indent = String(numbers.size).length + 2;
  const number = String(numbers.get(step.id) ?? '').padStart(indent - 2);
  const title = wrap(step.title[language], width - indent);
  const pad = ' '.repeat(indent);
  const room = Math.max(20, width - indent);
  const id = step.title[language] === step.id ? '' : ` (${step.id})`;
  return [
    ...title.map((text, at) => `${at === 0 ? `${number}  ` : pad}${style.bold(text)}`),
    ...wrap(`${kindText(step, words, language)}${id}`, room).map((text) => pad + style.dim(text)),
    ...(step.isIrreversible ? [pad + style.bold(style.red(words.irreversible.toUpperCase()))] : []),
    ...factLines(step, numbers, language, room).map((text) => pad + text),
  ];
}

/** `automatic: takes a snapshot: x`, `by hand: brand`: the first thing one wants to know, in one line. */
function kindText({ kind, facts }: DrawnStep, words: DrawWords, language: FactLanguage): string {
  const says = facts.filter(({ name }) => inKindLine.has(name)).map(({ text }) => text[language]);
  return [words.kinds[kind], ...says].join(' · ');
}

const inKindLine = new Set(['does', 'by', 'waits']);

function factLines(
  { needs, facts }: DrawnStep,
  numbers: ReadonlyMap<string, number>,
  language: FactLanguage,
  width: number,
): readonly string[] {
  const words = drawWords[language];
  const rest = facts.filter(({ name }) => !inKindLine.has(name));
  const after = needs.map((id) => numbers.get(id) ?? 0).sort((a, b) => a - b);
  const lines = [
    ...(after.length === 0 ? [] : [`${words.needs}: ${after.join(', ')}`]),
    ...rest.map(({ name, text }) => `${words.facts[name]}: ${text[language]}`),
  ];
  return lines.flatMap((line) => wrap(line, width - 2).map((text, at) => (at === 0 ? text : `  ${text}`)));
}

function indented(text: string, by: number, width: number): readonly string[] {
  return wrap(text, width - by).map((line) => ' '.repeat(by) + line);
}

/** Whatever a playbook has for its words, none of it moves a cursor. */
function wrap(text: string, width: number): readonly string[] {
  return wrapMeasured(plainLine(text), width);
}
