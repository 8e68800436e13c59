import { describe, expect, it } from 'vitest';
import { draftFileText, readDraftFile } from '../../../src/drafts/files/draft-file.ts';
import { madeDraft } from '../../support/made-draft.ts';

const read = (text: string) => readDraftFile('drafts/de/announcement-x.md', 'announcement-x', 'de', text);

describe('the file of a draft', () => {
  it('is front matter that tells what it is, and the text', () => {
    expect(draftFileText(madeDraft({ fields: { title: 'Wir ziehen um: bald' } }))).toBe(
      [
        '---',
        '# Dieser Text darf bearbeitet werden: Ihre Worte bleiben stehen, auch wenn sich Fakten ändern.',
        '',
        'kind: announcement',
        'channel: x',
        'audience: public',
        'publish_at: 2027-01-29T10:00',
        'address: formal',
        'template: de/announcement/short',
        'fields:',
        '  title: "Wir ziehen um: bald"',
        '---',
        '',
        'Wir ziehen um.',
        '',
      ].join('\n'),
    );
  });

  it.each([
    ['lines of dashes', 'Eins\n---\nZwei\n\n---'],
    ['blanks at the ends of lines and signs of YAML', '  # Kein Kommentar: "ja" \n- \'nein\''],
    ['marks of direction, emoji and other scripts', 'مرحبا \u2068@name\u2069 👩‍👩‍👧 \u00a0\u202f'],
    ['nothing', ''],
    ['a thread', 'Eins\n\n<!-- next post -->\n\nZwei'],
  ])('comes back as it was with %s', (_, text) => {
    const draft = madeDraft({
      text: text.replace(/[ \u00a0\u202f]+$/, ''),
      fields: { title: text, lead: `${text}\n---\nx`, alt: 'null' },
    });
    expect(read(draftFileText(draft))).toEqual(draft);
    expect(draftFileText(read(draftFileText(draft)))).toBe(draftFileText(draft));
  });

  it('comes back without channel and moment where it has none', () => {
    const draft = madeDraft({ id: 'announcement-x', channel: null, publishAt: null });
    expect(read(draftFileText(draft))).toEqual(draft);
  });

  it('may have been saved by Windows', () => {
    const text = draftFileText(madeDraft({ text: 'Eins\n\nZwei', fields: { title: 'Drei' } }));
    expect(read(`\ufeff${text.replaceAll('\n', '\r\n')}`)).toEqual(
      madeDraft({ text: 'Eins\n\nZwei', fields: { title: 'Drei' } }),
    );
  });

  it.each([
    ['kind: anouncement\naudience: public', '2: kind is "anouncement".'],
    ['audience: public', '1: kind is missing.'],
    ['kind: bio\naudience: public\npublish: x', '4: "publish" means nothing here.'],
    ['kind: bio\naudience: public\npublish_at: 2027-02-30T10:00', '4: publish_at "2027-02-30T10:00" is no moment.'],
    ['kind: bio\naudience: public\npublish_at: morgen', '4: publish_at "morgen" is no moment.'],
    ['kind: bio\naudience: public\nfields:\n  title: {a: 1}', '5: the field title is no text.'],
    ['kind: bio\nkind: bio', '3: this is no YAML: Map keys must be unique'],
    ['- a', '2: the front matter is no list of "name: value" lines.'],
  ])('with %j is refused with file and line', (head, message) => {
    expect(() => read(`---\n${head}\n---\n\nText\n`)).toThrow(
      expect.objectContaining({
        code: 'draft.front-matter',
        message: expect.stringContaining(`drafts/de/announcement-x.md:${message}`),
      }),
    );
  });
});
