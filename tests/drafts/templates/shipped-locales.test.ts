import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { makeDrafts, openWorkshop } from '../../../src/drafts/make-drafts.ts';
import { phrasePaths } from '../../../src/drafts/templates/phrases.ts';
import { readShelf, shippedTemplates } from '../../../src/drafts/templates/template-shelf.ts';
import type { DraftKind } from '../../../src/model/farewell/draft-kinds.ts';
import type { DraftForm } from '../../../src/model/farewell/forms.ts';
import {
  type AddressForm,
  type FarewellLocale,
  type FarewellText,
  farewellLocales,
  handWrittenLocales,
} from '../../../src/model/farewell/locale.ts';
import { exitFacts, material } from '../../support/exit-facts.ts';

/** What an exit cannot do without where its followers read another language. */
const translatedKinds: readonly DraftKind[] = [
  'announcement',
  'reminder-1',
  'reminder-2',
  'reminder-3',
  'last-post',
  'pinned-post',
  'bio',
  'auto-reply',
  'landing-page',
  'banner',
];

const translated = farewellLocales.filter(
  (locale) => !handWrittenLocales.includes(locale) && existsSync(join(shippedTemplates, locale)),
);

/** Those in which people are addressed in one of two ways. */
const withTwoForms = (['fr', 'es', 'it', 'nl', 'pl', 'pt', 'tr'] as const).filter((one) => translated.includes(one));

/** A day, where to read on and what becomes of messages; a language may write the day in its long or its short form. */
const everywhereToldFacts = {
  last_day: /\{\{\s*last_day(?:_short)?\b/g,
  page: /\{\{\s*page\b/g,
  page_plain: /\{\{\s*page_plain\b/g,
  'fate.messages': /\{\{\s*fate\.messages\b/g,
};

const shelfOf = (locale: FarewellLocale) => readShelf(locale, { own: null, shipped: shippedTemplates });

interface ShippedForm {
  readonly kind: DraftKind;
  readonly form: DraftForm;
  readonly text: string;
}

/** Every form of the translated kinds, in the order of `draftForms`. */
async function formsOf(locale: FarewellLocale): Promise<readonly ShippedForm[]> {
  const { kinds } = await shelfOf(locale);
  return translatedKinds.flatMap((kind) =>
    [...(kinds.get(kind) ?? [])].map(([form, { text }]) => ({ kind, form, text })),
  );
}

/** The paths of all texts in phrases.yaml; a pair of formal and informal is one. */
async function phrasesOf(locale: FarewellLocale): Promise<readonly string[]> {
  return textPaths(parse(await readFile(join(shippedTemplates, locale, 'phrases.yaml'), 'utf8')), '').sort();
}

function textPaths(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null || phrasePaths.includes(path)) return [path];
  return Object.entries(value).flatMap(([name, below]) => textPaths(below, path === '' ? name : `${path}.${name}`));
}

/** Of each form the levels that can go; an SMS in an alphabet of its own may need more of them. */
async function sparesOf(locale: FarewellLocale): Promise<readonly string[]> {
  const workshop = openWorkshop(await shelfOf(locale), 'formal');
  return translatedKinds.flatMap((kind) =>
    workshop.templates(kind).flatMap(({ form, spares }) => spares.map((level) => `${kind}/${form}: ${level}`)),
  );
}

/** All that is said to people in general and to one of them. */
async function textsIn(locale: FarewellLocale, address: AddressForm): Promise<readonly string[]> {
  const said = (text: string): FarewellText => ({ [locale]: text });
  const usual = exitFacts();
  const facts = exitFacts({
    locales: [locale],
    successors: [],
    fate: { ...usual.fate, data: said('A.') },
    contact: { ...usual.contact, hours: null },
    stays: said('B.'),
    voice: { ...usual.voice, address: { [locale]: address } },
  });
  const shelves = new Map([[locale, await shelfOf(locale)]]);
  const kinds = ['announcement', 'auto-reply'] as const;
  const { drafts } = makeDrafts(material({ facts }), shelves, { locales: [locale], channels: [], kinds });
  return drafts.map(({ draft }) => draft.text);
}

describe.each(translated)('the templates that come along in %s', (locale) => {
  it('are ten kinds, each in the forms that the English one has', async () => {
    const names = (forms: readonly ShippedForm[]) => forms.map(({ kind, form }) => `${kind}/${form}`);
    const english = names(await formsOf('en'));
    expect(new Set(english.map((name) => name.split('/')[0]))).toEqual(new Set(translatedKinds));
    expect(names(await formsOf(locale))).toEqual(english);
  });

  it('have every phrase that the English ones have, and no other', async () => {
    expect(await phrasesOf(locale)).toEqual(await phrasesOf('en'));
  });

  it('tell the day, the page and what becomes of messages wherever the English ones tell them', async () => {
    const forms = await formsOf(locale);
    for (const { kind, form, text } of await formsOf('en')) {
      const other = forms.find((one) => one.kind === kind && one.form === form)?.text ?? '';
      for (const [fact, pattern] of Object.entries(everywhereToldFacts)) {
        const times = (template: string): number => [...template.matchAll(pattern)].length;
        expect(times(other), `${fact} in ${locale}/${kind}/${form}`).toBeGreaterThanOrEqual(times(text));
      }
    }
  });

  it('can spare what the English ones can, or more', async () => {
    expect(await sparesOf(locale)).toEqual(expect.arrayContaining([...(await sparesOf('en'))]));
  });
});

describe.each(withTwoForms)('people who read %s', (locale) => {
  it('are addressed in one of two ways', async () => {
    const formal = await textsIn(locale, 'formal');
    expect(formal.length).toBeGreaterThan(0);
    expect(await textsIn(locale, 'informal')).not.toEqual(formal);
  });
});
