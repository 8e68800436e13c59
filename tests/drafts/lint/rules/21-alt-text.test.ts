import { beforeAll, expect, test } from 'vitest';
import { altTextRule } from '../../../../src/drafts/lint/rules/21-alt-text.ts';
import { type DemoLint, demoLint, edit } from '../../../support/lint-demo.ts';
import { findingsOf, wordsOf } from '../../../support/lint-words.ts';

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

const card = (fields: Readonly<Record<string, string>>, more = {}) => ({
  kind: 'image-card',
  channel: null,
  fields: { headline: 'X', ...fields },
  ...more,
});
const day = { de: '31. Dezember', en: '31 December' } as const;

test.each(['de', 'en'] as const)(
  'a card without alt text, or with the name of a file for one, is found (%s)',
  (locale) => {
    const [none] = findingsOf(demo, altTextRule, [locale, 'A.'], card({}));
    expect(none?.message.en).toBe('The card has no alt text.');
    expect(none?.severity).toBe('error');
    expect(findingsOf(demo, altTextRule, [locale, 'A.'], card({ alt: ' ' }))).toHaveLength(1);
    expect(findingsOf(demo, altTextRule, [locale, 'A.'], card({ alt: 'IMG_1234.jpg' }))[0]?.severity).toBe('error');
  },
);

test('an alt text is held against the smallest limit of our channels', () => {
  const channels = ['Mastodon', 'Instagram'].map((platform, at) => ({
    id: platform,
    platform,
    handle: null,
    name: null,
    threads: false,
    messages: false,
    measure: (what: string, text: string) =>
      what === 'alt' ? [{ count: text.length, most: 1_500 - 500 * at, counting: 'characters' as const }] : [],
  }));
  const [finding] = findingsOf(demo, altTextRule, ['en', 'A.'], card({ alt: 'a'.repeat(1_200) }, { channels }));
  expect(finding?.message.de).toBe('Der Alternativtext hat 1200 Zeichen; auf Instagram sind 1000 möglich.');
});

test.each(['de', 'en'] as const)('a day on the card that the alt text does not say is found (%s)', (locale) => {
  const from = locale === 'de' ? ' am Donnerstag, 31. Dezember 2026, um' : ' on Thursday, 31 December 2026, at';
  const report = demo.check({ [`${locale}/image-card`]: edit(from, ',') }, { rules: [altTextRule] });
  expect(report.findings.map(({ severity }) => severity)).toEqual(['warning']);
  expect(report.findings[0]?.message.en).toContain(day[locale]);
});

test.each([
  ['de', 'Bild von einer Klingel'],
  ['en', 'Image of a bell'],
  ['fr', 'Image d’une sonnette', false],
  ['fr', 'Photo de la sonnette'],
  ['es', 'Imagen de un timbre'],
  ['it', 'Immagine di un campanello'],
  ['nl', 'Afbeelding van een bel'],
  ['pl', 'Zdjęcie przedstawia dzwonek'],
  ['pt', 'Imagem de uma campainha'],
])('what a screen reader says by itself is found (%s: %s)', (locale, alt, isFound = true) => {
  const found = findingsOf(demo, altTextRule, [locale, 'A.'], card({ alt }));
  expect(found.map(({ severity }) => severity)).toEqual(isFound ? ['hint'] : []);
});

test('in English it can be taken out without asking', () => {
  const [finding] = findingsOf(demo, altTextRule, ['en', 'A.'], card({ alt: 'Image of a bell' }));
  expect([finding?.edit?.spot.words, finding?.edit?.to]).toEqual(['Image of a', 'A']);
});

test.each(['de', 'en'])('a picture within a text has words as well (%s)', (locale) => {
  const text = '![](https://www.brandt-soehne.example/a.png) ![Glocke](https://www.brandt-soehne.example/a.png)';
  const found = findingsOf(demo, altTextRule, [locale, text], { kind: 'blog-post', channel: null });
  expect(wordsOf(found)).toEqual(['error: ![](https://www.brandt-soehne.example/a.png)']);
});
