import type { Draft } from '../../model/farewell/draft.ts';
import type { LintSpot } from '../../model/farewell/lint/lint-finding.ts';
import { splitFrontMatter } from '../front-matter.ts';
import type { LintDraft, LintPart, LintSentence } from './lint-draft.ts';
import { sentencesWithOffsets } from './sentences.ts';

/**
 * A draft with the places of everything in its file.
 * @param file absolute
 * @param source what the file holds, from which the draft was read
 */
export function readLintDraft(file: string, draft: Draft, source: string): LintDraft {
  const text = source.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const starts = lineStarts(text);
  const parts: LintPart[] = [];
  const head = splitFrontMatter(file, source);
  const body = text.length - head.body.length;
  const made: LintDraft = {
    name: `${draft.locale}/${draft.id}`,
    draft,
    file,
    parts,
    headSpot: (key) => headSpot(made, key, text.slice(0, body)),
  };
  parts.push(part(made, 'text', draft.text, { text, starts, from: Math.max(body, text.indexOf(draft.text, body)) }));
  for (const [name, value] of Object.entries(draft.fields)) {
    const from = starts[head.lineOf(['fields', name]) - 1] ?? 0;
    parts.push(part(made, name, value, { text, starts, from, end: body }));
  }
  return made;
}

interface Place {
  /** The whole file. */
  readonly text: string;
  readonly starts: readonly number[];
  /** Where the part begins. */
  readonly from: number;
  /** Of a field: behind what it is looked for in. Absent: the part stands in the file letter by letter. */
  readonly end?: number;
}

function part(draft: LintDraft, name: string, text: string, place: Place): LintPart {
  let sentences: readonly LintSentence[] | undefined;
  const all = (): readonly LintSentence[] => {
    sentences ??= sentencesWithOffsets(text, draft.draft.locale);
    return sentences;
  };
  return {
    draft,
    name,
    text,
    get sentences() {
      return all();
    },
    spot: (from, to) => spotOf(draft, { text, sentences: all() }, place, from, to),
  };
}

function spotOf(
  { name, file }: LintDraft,
  part: Pick<LintPart, 'text' | 'sentences'>,
  place: Place,
  from: number,
  to: number,
): LintSpot {
  const words = part.text.slice(from, to);
  const around = part.sentences.find((one) => one.from <= from && from <= one.from + one.text.length);
  const begin = place.end === undefined ? place.from + from : inField(words, from, part.text, place);
  const [line, column] = lineAndColumn(begin, place.starts);
  const [endLine, endColumn] = lineAndColumn(begin + words.length, place.starts);
  const sentence = around?.text ?? part.text.split('\n')[0] ?? '';
  return { draft: name, file, line, column, endLine, endColumn, sentence, words };
}

function headSpot({ name, file }: LintDraft, key: string, head: string): LintSpot {
  const lines = head.split('\n');
  const at = lines.findIndex((line) => line.startsWith(`${key}:`));
  const sentence = lines[Math.max(at, 0)] ?? '';
  const words = at < 0 ? '' : sentence.slice(key.length + 1).trim();
  const line = Math.max(at, 0) + 1;
  const column = at < 0 ? 1 : sentence.length - sentence.slice(key.length + 1).trimStart().length + 1;
  return { draft: name, file, line, column, endLine: line, endColumn: column + words.length, sentence, words };
}

/** YAML may write a text in other ways than it reads: the same words, as often as they stand before this place, or its line. */
function inField(
  words: string,
  from: number,
  text: string,
  { text: file, from: begin, end = file.length }: Place,
): number {
  if (words === '') return begin;
  const before = text.slice(0, from).split(words).length - 1;
  let at = file.indexOf(words, begin);
  for (let round = 0; round < before && at >= 0; round += 1) at = file.indexOf(words, at + 1);
  return at < 0 || at >= end ? begin : at;
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lineAndColumn(offset: number, starts: readonly number[]): readonly [line: number, column: number] {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return [low + 1, offset - (starts[low] ?? 0) + 1];
}
