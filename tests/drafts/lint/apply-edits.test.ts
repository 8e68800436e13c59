import { expect, test } from 'vitest';
import { readDraftFile } from '../../../src/drafts/files/draft-file.ts';
import { applyEdits } from '../../../src/drafts/lint/apply-edits.ts';
import { readLintDraft } from '../../../src/drafts/lint/read-lint-draft.ts';
import type { LintEdit } from '../../../src/model/farewell/lint/lint-finding.ts';

const FILE = [
  '---',
  'kind: announcement',
  'audience: public',
  'fields:',
  '  title: "Abschied am 31. Dezember"',
  '  lead: |',
  '    Erste Zeile.',
  '    Abschied am 31. Dezember.',
  '---',
  '',
  'Am 31. Dezember ist Schluss.',
  '',
  'Danach, am 31. Dezember, nicht mehr.',
  '',
].join('\n');

function editsOf(source: string, from: string, to: string): readonly LintEdit[] {
  const draft = readDraftFile('x.md', 'x', 'de', source);
  return readLintDraft('x.md', draft, source).parts.flatMap(({ text, spot }) => {
    const at = text.indexOf(from);
    return at < 0 ? [] : [{ spot: spot(at, at + from.length), to }];
  });
}

test.each([
  ['as it is', (text: string) => text],
  ['with line breaks of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
  ['with a mark at its head', (text: string) => `\ufeff${text}`],
])('words in the text and in fields are found in the file, and nothing else is changed (%s)', (_name, file) => {
  const source = file(FILE);
  const edits = editsOf(source, '31. Dezember', '30. November');
  expect(edits.map(({ spot }) => [spot.line, spot.column])).toEqual([
    [11, 4],
    [5, 23],
    [8, 17],
  ]);
  const { text, done } = applyEdits(source, edits);
  expect(done).toEqual(edits);
  const wanted = FILE.split('\n').map((line, at) =>
    [4, 7, 10].includes(at) ? line.replace('31. Dezember', '30. November') : line,
  );
  expect(text).toBe(file(wanted.join('\n')));
});

test('of two edits of one place the first is carried out, and one whose words have gone is not', () => {
  const [first] = editsOf(FILE, '31. Dezember', '30. November');
  const [second] = editsOf(FILE, 'Dezember ist', 'Januar ist');
  if (first === undefined || second === undefined) throw new Error('Nothing was found.');
  expect(applyEdits(FILE, [first, second]).done).toEqual([first]);
  const moved = FILE.replace('Am 31.', 'Erst am 31.');
  expect(applyEdits(moved, [first])).toEqual({ text: moved, done: [] });
});
