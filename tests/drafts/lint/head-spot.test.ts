import { expect, it } from 'vitest';
import { readDraftFile } from '../../../src/drafts/files/draft-file.ts';
import { readLintDraft } from '../../../src/drafts/lint/read-lint-draft.ts';

const source = '---\nkind: bio\naudience: public\npublish_at:  2027-01-29T10:00\n---\n\npublish_at: nothing\n';

it('leads to what stands in the head of a draft, and to its beginning where that is not there', () => {
  const draft = readLintDraft('/d/de/bio-x.md', readDraftFile('bio-x', 'bio-x', 'de', source), source);
  expect(draft.headSpot?.('publish_at')).toMatchObject({
    draft: 'de/bio-x',
    line: 4,
    column: 14,
    endLine: 4,
    endColumn: 30,
    words: '2027-01-29T10:00',
    sentence: 'publish_at:  2027-01-29T10:00',
  });
  expect(draft.headSpot?.('channel')).toMatchObject({ line: 1, column: 1, words: '' });
});
