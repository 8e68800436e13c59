import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeDrafts, openWorkshop } from '../../../src/drafts/make-drafts.ts';
import { readShelf, shippedTemplates } from '../../../src/drafts/templates/template-shelf.ts';
import { draftKinds } from '../../../src/model/farewell/draft-kinds.ts';
import { type ExitFacts, reasonKinds } from '../../../src/model/farewell/exit-facts.ts';
import {
  addressForms,
  type FarewellLocale,
  type FarewellText,
  farewellLocales,
} from '../../../src/model/farewell/locale.ts';
import { exitFacts, material } from '../../support/exit-facts.ts';
import { everything, fixtureTemplates } from '../../support/template-shelf.ts';

/** Those that come along, as far as they are there, and the small ones of the tests. */
const shelves = [fixtureTemplates, shippedTemplates].flatMap((shipped) =>
  farewellLocales.filter((locale) => existsSync(join(shipped, locale))).map((locale) => [shipped, locale] as const),
);

const everywhere = (text: string): FarewellText => Object.fromEntries(farewellLocales.map((locale) => [locale, text]));

/** An exit told in one language, with as much or as little as there can be. */
function exits(locale: FarewellLocale, reason: ExitFacts['reason']['kind'], formal: boolean): readonly ExitFacts[] {
  const usual = exitFacts();
  const voice = { ...usual.voice, address: { [locale]: formal ? 'formal' : 'informal' } } as const;
  const texts = {
    locales: [locale],
    stays: everywhere('Alles andere bleibt.'),
    reason: { kind: reason, sentence: null },
    voice,
  } as const;
  const named = usual.successors.map((one) => ({ ...one, name: everywhere('Mastodon') }));
  const fate = { ...usual.fate, data: everywhere('Daten gehen.'), prizes: everywhere('Preise gelten.') };
  const contact = { ...usual.contact, hours: everywhere('9–17') };
  const least: Partial<ExitFacts> = {
    ...texts,
    successors: [],
    fate: { ...fate, prizes: null, archiveUrl: null },
    contact: { url: 'https://a.example/', email: null, phone: null, hours: null, press: null },
    duty: [],
    utm: null,
  };
  const most: Partial<ExitFacts> = {
    ...texts,
    successors: named,
    fate,
    contact: { ...contact, url: 'https://a.example/' },
    thanks: everywhere('Danke!'),
    leaves: [
      { channel: 'x', mode: 'delete' },
      { channel: 'facebook', mode: 'redirect' },
      { channel: 'youtube', mode: 'freeze' },
    ],
    voice: { ...voice, claim: everywhere('Besser so.'), hashtags: ['#Umzug'] },
  };
  return [exitFacts(least), exitFacts(most)];
}

describe.each(shelves)('the templates in %s/%s', (shipped, locale) => {
  it('are written without an unknown name, for every reason, both forms of address, and few and many facts', async () => {
    const shelf = await readShelf(locale, { own: null, shipped });
    const reasons = shipped === fixtureTemplates ? (['values'] as const) : reasonKinds;
    const told = reasons.flatMap((reason) => addressForms.flatMap((form) => exits(locale, reason, form === 'formal')));
    const written = told.flatMap((facts) => {
      const { drafts } = makeDrafts(material({ facts }), new Map([[locale, shelf]]), everything);
      return drafts.map(({ draft }) => ({ draft, reason: facts.reason.kind }));
    });
    expect(written.length).toBeGreaterThan(0);
    for (const { draft, reason } of written) {
      const words = [draft.text, ...Object.values(draft.fields)].join('\n');
      expect(words, `${draft.template}, ${reason}`).not.toMatch(/\{\{|\{%|undefined|null|\[object/);
      expect(draft.text, `${draft.template}, ${reason}`).not.toBe('');
    }
  });

  it('are written in every form, with nothing and with everything spared', async () => {
    const workshop = openWorkshop(await readShelf(locale, { own: null, shipped }), 'formal');
    const [, facts] = exits(locale, 'values', true);
    const { templateScope } = await import('../../../src/drafts/facts/template-scope.ts');
    const given = material({ facts: facts ?? exitFacts() });
    for (const kind of draftKinds.filter(workshop.has)) {
      for (const channel of [null, ...given.channels.slice(0, 3)]) {
        const scope = templateScope(
          given,
          { kind, locale, address: 'formal', channel, publishAt: null },
          workshop.phrase,
        );
        for (const template of workshop.templates(kind)) {
          const whole = template.write(scope, 0);
          const least = template.write(scope, 9);
          expect(least.text, template.file).not.toBe('');
          expect(least.text.length, template.file).toBeLessThanOrEqual(whole.text.length);
        }
      }
    }
  });
});
