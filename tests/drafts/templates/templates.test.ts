import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeDrafts, openWorkshop } from '../../../src/drafts/make-drafts.ts';
import { readShelf } from '../../../src/drafts/templates/template-shelf.ts';
import { material } from '../../support/exit-facts.ts';
import { fixtureTemplates, madeFrom } from '../../support/template-shelf.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** A workspace's own templates, and the shelf with them. */
async function shelfWith(files: Readonly<Record<string, string>>) {
  const own = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(own, 'de', name)), { recursive: true });
    await writeFile(join(own, 'de', name), text);
  }
  return { own: join(own, 'de'), shelf: await readShelf('de', { own, shipped: fixtureTemplates }) };
}

/** Parses and writes one template of its own. */
async function written(text: string, file = 'bio/tiny.md') {
  const { own, shelf } = await shelfWith({ [file]: text });
  const wishes = { locales: ['de'], channels: ['x'], kinds: ['bio'] } as const;
  const made = () => makeDrafts(material(), new Map([['de', shelf]]), wishes);
  return { file: join(own, file), made };
}

const failure = async (text: string, file?: string) => {
  const { made, file: path } = await written(text, file);
  try {
    made();
  } catch (error) {
    const { code, message, hint } = error as { code: string; message: string; hint: string };
    return { code, message: message.replace(path, 'FILE'), hint };
  }
  throw new Error('nothing went wrong');
};

describe('templates', () => {
  it('of the workspace come before those of the same name that come along, file by file', async () => {
    const { shelf } = await shelfWith({ 'announcement/short.md': 'Kurz.', 'announcement/medium.md': 'Mittel.' });
    const templates = openWorkshop(shelf, 'formal').templates('announcement');
    expect(templates.map(({ name }) => name)).toEqual([
      'de/announcement/long',
      'own:de/announcement/medium',
      'own:de/announcement/short',
      'de/announcement/thread',
    ]);
  });

  it('say which facts they ask for, their fields included', async () => {
    const { shelf } = await shelfWith({
      'bio/tiny.md':
        '---\nfields: {title: "{{ claim }}"}\n---\n{{ brand }} {{ contact.press.email }} {% if here %}{{ first.url }}{% endif %}',
    });
    const [bio] = openWorkshop(shelf, 'formal').templates('bio');
    expect(bio?.usedVariables()).toEqual(['brand', 'claim', 'contact.press.email', 'first.url', 'here']);
  });

  it('have filters for address, lists, quotes and links', async () => {
    const { made } = await written(
      '{{ "Sie" | informal: "ihr" }} · {{ successors | and }} · {{ successors | or }} · {{ brand | quote }} · {{ "https://a.example/" | bare }}',
    );
    expect(made().drafts[0]?.draft.text).toBe(
      'Sie · Mastodon und unser Newsletter · Mastodon oder unser Newsletter · „Brandt & Söhne“ · a.example',
    );
  });
});

describe('a template with a mistake', () => {
  it('names its file, the line and the nearest name, also where the name stands in a branch that is not taken', async () => {
    expect(await failure('---\nfields:\n  title: x\n---\nEins\n{% if false %}\n{{ last_dai }}\n{% endif %}')).toEqual({
      code: 'draft.unknown-variable',
      message: 'FILE:7: there is no variable "last_dai".',
      hint: 'Did you mean "last_day"?',
    });
    expect(await failure('{{ contact.fone }}')).toMatchObject({
      message: 'FILE:1: there is no variable "contact.fone".',
      hint: 'Did you mean "contact.phone"?',
    });
    expect(await failure('\n{% for one in successors %}\n{{ one.adress }}{% endfor %}')).toMatchObject({
      code: 'draft.unknown-variable',
      message: 'FILE:3: there is no variable "one.adress".',
    });
  });

  it('is found in its fields, at their line', async () => {
    expect(await failure('---\nfields:\n  title: "{{ brnd }}"\n---\nText')).toMatchObject({
      message: 'FILE:3: there is no variable "brnd".',
    });
    expect(await failure('---\nfields:\n  lead: |\n    Eins\n    {{ brnd }}\n---\nText')).toMatchObject({
      message: 'FILE:5: there is no variable "brnd".',
    });
  });

  it('is told about filters and tags that there are not', async () => {
    expect(await failure('x\n{{ brand | qoute }}')).toEqual({
      code: 'draft.unknown-filter',
      message: 'FILE:2: there is no filter "qoute".',
      hint: 'Did you mean "quote"?',
    });
    expect(await failure('{% spar 1 %}x{% endspare %}')).toEqual({
      code: 'draft.unknown-tag',
      message: 'FILE:1: there is no tag "spar".',
      hint: 'Did you mean "spare"?',
    });
  });

  it.each(['include', 'render', 'layout'])('cannot read other files with %s', async (tag) => {
    expect(await failure(`{% ${tag} "/etc/passwd" %}`)).toMatchObject({ code: 'draft.unknown-tag' });
  });

  it('cannot ask the clock, nor what objects are made of', async () => {
    expect(await failure('{{ "now" | date: "%Y" }}')).toMatchObject({ code: 'draft.unknown-filter' });
    expect(await failure('{{ brand.constructor }}')).toMatchObject({ code: 'draft.unknown-variable' });
    expect(await failure('{% for one in successors %}{{ one.constructor }}{% endfor %}')).toMatchObject({
      code: 'draft.unknown-variable',
    });
  });

  it.each([
    ['a range', '{% for a in (1..100000000) %}x{% endfor %}'],
    [
      'loops in loops',
      '{% for a in (1..900) %}{% for b in (1..900) %}{% for c in (1..900) %}x{% endfor %}{% endfor %}{% endfor %}',
    ],
    ['doubling', '{% assign a = "aaaaaaaa" %}{% for i in (1..40) %}{% assign a = a | append: a %}{% endfor %}{{ a }}'],
  ])('comes to an end by %s', async (_, text) => {
    expect(await failure(`Eins\n${text}`)).toMatchObject({
      code: 'draft.endless',
      message: 'FILE:2: the template does not come to an end.',
    });
  });

  it.each([
    ['{{ brand }', 'draft.template', 'FILE:1: the template cannot be read: output "{{ brand }" not closed.'],
    ['a\n{% if here %}', 'draft.template', 'FILE:2: the template cannot be read: tag {% if here %} not closed.'],
    [
      '{% spare x %}{% endspare %}',
      'draft.template',
      'FILE:1: the template cannot be read: spare needs a number from 1 to 9, not "x".',
    ],
    ['---\nfields: [a]\n---\nx', 'draft.front-matter', 'FILE:2: fields has no names.'],
    ['---\nfields:\n  title: [1]\n---\nx', 'draft.front-matter', 'FILE:3: the field title is no text.'],
    ['---\nfield: {}\n---\nx', 'draft.front-matter', 'FILE:2: "field" means nothing here.'],
    ['---\nfields: {}\n', 'draft.front-matter', 'FILE:1: the front matter has no end.'],
    ['---\nfields: {}\n---\n \n', 'draft.front-matter', 'FILE:4: there is no text.'],
  ])('%j is %s', async (text, code, message) => {
    expect(await failure(text)).toMatchObject({ code, message });
  });

  it('has YAML that does not parse', async () => {
    const told = await failure('---\nfields:\n  title: a: b\n---\nText');
    expect(told.code).toBe('draft.front-matter');
    expect(told.message).toMatch(/^FILE:3: this is no YAML: /);
  });
});

describe('phrases', () => {
  const withPhrases = async (text: string) => {
    const { own, shelf } = await shelfWith({ 'phrases.yaml': text });
    return { file: join(own, 'phrases.yaml'), open: () => openWorkshop(shelf, 'informal') };
  };

  it('of the workspace come before those that come along, each by itself', async () => {
    const { open } = await withPhrases('thanks: "Danke von {{ brand }}!"\n');
    const { phrase } = open();
    expect(phrase('thanks', { brand: 'B&S' })).toBe('Danke von B&S!');
    expect(phrase('reasons.values.more', {})).toBe('Wir haben lange darüber gesprochen.');
  });

  it.each([
    ['thank: x', 'FILE:1: "thank" is no phrase.', 'Did you mean "thanks"?'],
    ['thanks:\n  formal: x\n', 'FILE:1: "thanks" is no text and no pair of formal and informal.', undefined],
    ['thanks: [x]', 'FILE:1: "thanks" is no text and no pair of formal and informal.', undefined],
    ['- x', 'FILE:1: the file has no names.', undefined],
  ])('%j is refused', async (text, message, hint) => {
    const { file, open } = await withPhrases(text);
    const told = (() => {
      try {
        open();
      } catch (error) {
        return error as { code: string; message: string; hint: string };
      }
      throw new Error('nothing went wrong');
    })();
    expect(told.message.replace(file, 'FILE')).toBe(message);
    expect(told.code).toBe('draft.phrases');
    if (hint !== undefined) expect(told.hint).toBe(hint);
  });

  it('cannot be made of each other', async () => {
    const { open } = await withPhrases('thanks:\n  formal: a\n  informal: "{{ stays }}"\n');
    expect(open).toThrow(expect.objectContaining({ code: 'draft.unknown-variable' }));
  });

  it('that nobody has written are told by their name', async () => {
    const facts = { ...material().facts, reason: { kind: 'forced', sentence: null } } as const;
    await expect(madeFrom(material({ facts }))).rejects.toMatchObject({
      code: 'draft.no-phrase',
      message: 'There is no phrase "reasons.forced.sentence" for "de".',
    });
  });
});
