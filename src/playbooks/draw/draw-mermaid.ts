import { plainLine, wrapMeasured } from '../../base/text-columns.ts';
import type { FactLanguage } from '../../model/platform.ts';
import { type DrawWords, drawWords } from './draw-words.ts';
import { type DrawnStep, directNeeds, type StepGraph, type StepKind } from './step-graph.ts';

/** Mermaid breaks lines at 200 pixels by itself; so many characters fit. */
const LINE = 28;

/** Opening and closing signs of a shape: each kind is told apart without its colour. */
const shapes: Readonly<Record<StepKind | 'irreversible', readonly [string, string]>> = {
  hand: ['[', ']'],
  approval: ['{{', '}}'],
  wait: ['([', '])'],
  machine: ['(', ')'],
  uses: ['[[', ']]'],
  irreversible: ['>', ']'],
};

const classes = [
  'classDef hand fill:#ffffff,stroke:#1d2227,color:#1d2227',
  'classDef approval fill:#e8f1f3,stroke:#0b5b6b,color:#1d2227',
  'classDef wait fill:#fbf4e4,stroke:#7d4200,color:#1d2227',
  'classDef machine fill:#eef0f2,stroke:#545e68,color:#1d2227',
  'classDef uses fill:#ffffff,stroke:#545e68,color:#1d2227',
  'classDef irreversible fill:#fdeceb,stroke:#97201c,stroke-width:4px,color:#1d2227',
  'classDef inputs fill:#ffffff,stroke:#c9ced3,color:#1d2227,stroke-dasharray:4 3',
  'classDef noReturn fill:#fff7f6,stroke:#97201c,stroke-width:3px,color:#97201c',
];

/**
 * A flowchart in Mermaid's syntax, for versions 10 and 11. Steps are called `s1`, `s2` …: whatever their own ids are, none of
 * them is a word of Mermaid. What cannot be taken back stands in a box of its own.
 * @see https://mermaid.js.org/syntax/flowchart.html
 */
export function drawMermaid(graph: StepGraph, language: FactLanguage): string {
  const words = drawWords[language];
  const names = new Map(graph.steps.map(({ id }, at) => [id, `s${at + 1}`]));
  const node = (step: DrawnStep): string => nodeLine(step, names.get(step.id) ?? '', words, language);
  const before = graph.steps.filter(({ isBeyond }) => !isBeyond);
  const beyond = graph.steps.filter(({ isBeyond }) => isBeyond);
  return [
    // A text in double quotes is read alike by JSON and by the YAML of this head.
    ...['---', `title: ${JSON.stringify(plainLine(graph.title[language]))}`, '---'],
    'flowchart TD',
    ...inputNode(graph, words, language),
    ...before.map((step) => `  ${node(step)}`),
    ...(beyond.length === 0
      ? []
      : [`  subgraph beyond ["${escaped(words.noReturn)}"]`, ...beyond.map((step) => `    ${node(step)}`)]),
    ...(beyond.length === 0 ? [] : ['  end', '  class beyond noReturn']),
    ...arrows(graph.steps, names).map((line) => `  ${line}`),
    ...classes.map((line) => `  ${line}`),
    '',
  ].join('\n');
}

function inputNode({ inputs, roles, steps }: StepGraph, words: DrawWords, language: FactLanguage): readonly string[] {
  const told = inputs.map(({ name, says }) => `${name} · ${says[language]}`);
  const lines = [
    ...(told.length === 0 ? [] : [`<b>${escaped(words.inputs)}</b>`, ...told.map(escaped)]),
    ...(roles.length === 0 ? [] : [`<b>${escaped(words.roles)}</b>`, escaped(roles.join(', '))]),
  ];
  if (lines.length === 0 || steps.length === 0) return [];
  const first = steps.flatMap(({ needs }, at) => (needs.length === 0 ? [`s${at + 1}`] : []));
  return [`  inputs["${lines.join('<br/>')}"]:::inputs`, ...first.map((name) => `  inputs -.-> ${name}`)];
}

function nodeLine(step: DrawnStep, name: string, words: DrawWords, language: FactLanguage): string {
  const { kind, isIrreversible, title, facts, id } = step;
  const [open, close] = shapes[isIrreversible ? 'irreversible' : kind];
  const says = facts.filter((fact) => shown.has(fact.name)).map((fact) => fact.text[language]);
  const told = facts
    .filter((fact) => named.has(fact.name))
    .map((fact) => `${words.facts[fact.name]} · ${fact.text[language]}`);
  const head = wrapMeasured(plainLine(title[language]), LINE).map((line) => `<b>${escaped(line)}</b>`);
  const about = [[words.kinds[kind], ...says].join(' · '), ...(title[language] === id ? [] : [id]), ...told];
  const warning = isIrreversible ? [words.irreversible.toUpperCase()] : [];
  const lines = [...head, ...[...warning, ...about].flatMap((line) => wrapMeasured(line, LINE)).map(escaped)];
  return `${name}${open}"${lines.join('<br/>')}"${close}:::${isIrreversible ? 'irreversible' : kind}`;
}

const shown: ReadonlySet<string> = new Set(['does', 'by', 'waits']);
const named: ReadonlySet<string> = new Set(['due', 'evidence', 'confirm']);

function arrows(steps: readonly DrawnStep[], names: ReadonlyMap<string, string>): readonly string[] {
  return [...directNeeds(steps)].flatMap(([id, needs]) =>
    needs.map((need) => `${names.get(need)} --> ${names.get(id)}`),
  );
}

/** Takes no room and joins what it stands between: `$$` and `\\n` mean something even when they are written as numbers. */
const JOINER = '\u2060';

/**
 * Anybody's words within a quoted label. Mermaid reads `#NN;` as the character of that number, and reads labels as Markdown,
 * as HTML and for formulas and directives: what begins one of those is written as a number.
 * @see https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters
 */
function escaped(text: string): string {
  return plainLine(text)
    .replace(/\$(?=\$)|\\(?=n)/g, `$&${JOINER}`)
    .replace(/["#&<>`*~$\\[\]{}|%:;@^]|_(?![a-z0-9])|(?<![a-z0-9])_/gi, (sign) => `#${sign.codePointAt(0)};`)
    .replace(/^(\d+)([.)])/, (_, number: string, sign: string) => `${number}#${sign.codePointAt(0)};`)
    .replace(/^[-+=]/, (sign) => `#${sign.codePointAt(0)};`);
}
