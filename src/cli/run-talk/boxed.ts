import { columnsOf, padColumns, wrapMeasured } from '../../base/text-columns.ts';

/** Rows of a label and its text in a frame of `width` columns; the title stands in the frame's upper line. */
export function boxed(title: string, rows: readonly (readonly [label: string, text: string])[], width: number): string {
  const labelWidth = Math.max(0, ...rows.map(([label]) => label.length));
  const inner = width - 4;
  const indent = labelWidth === 0 ? 0 : labelWidth + 2;
  const lines = rows.flatMap(([label, text]) =>
    wrapMeasured(text, Math.max(20, inner - indent)).map((line, at) => (at === 0 ? label : '').padEnd(indent) + line),
  );
  const wide = Math.max(inner, title.length + 2, ...lines.map(columnsOf));
  return [
    `┌─ ${title} ${'─'.repeat(wide - title.length - 1)}┐`,
    ...lines.map((line) => `│ ${padColumns(line, wide)} │`),
    `└${'─'.repeat(wide + 2)}┘`,
  ].join('\n');
}
