import { beforeAll, expect, test } from 'vitest';
import { firstLinesRule } from '../../../../src/drafts/lint/rules/25-first-lines.ts';
import { type DemoLint, demoLint } from '../../../support/lint-demo.ts';
import { findingsOf, wordsOf } from '../../../support/lint-words.ts';

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

const place = (channel: string) => ({ kind: 'announcement', channel });
const idle = {
  de: 'Glocken sind unser Leben, seit vielen Jahren schon, und wer uns liest, der weiß, wie gern wir davon erzählen und mit wie viel Freude wir jeden Tag in der Werkstatt stehen.',
  en: 'Bells are our life and have been for many years, and whoever reads us knows how much we like to talk about them and with how much joy we walk into the workshop.',
} as const;

test.each([
  ['de', 'Am 31. Dezember endet unsere Zeit auf X, hier geht es weiter.', ['der Tag', 'was endet', 'wo es weitergeht']],
  ['en', 'Our time on X ends on 31 December; here, we carry on.', ['the day', 'what is ending', 'where it goes on']],
] as const)('news behind the fold of LinkedIn is found (%s)', (locale, news, missing) => {
  const [finding] = findingsOf(demo, firstLinesRule, [locale, `${idle[locale]}\n\n${news}`], place('linkedin'));
  for (const one of missing) expect(finding?.message[locale]).toContain(one);
  expect(finding?.message.en).toContain('140 characters');
  expect(findingsOf(demo, firstLinesRule, [locale, `${news} ${idle[locale]}`], place('linkedin'))).toEqual([]);
});

test.each(['de', 'en'] as const)(
  'a text that is not folded is left alone, and so is one where nothing folds (%s)',
  (locale) => {
    expect(findingsOf(demo, firstLinesRule, [locale, 'A.'], place('linkedin'))).toEqual([]);
    expect(wordsOf(findingsOf(demo, firstLinesRule, [locale, idle[locale].repeat(2)], place('fediverse')))).toEqual([]);
  },
);

test.each([
  ['fr', 'Nous quittons X le 31 décembre 2026. Nous sommes ici.'],
  ['es', 'Dejamos X el 31 de diciembre de 2026. Seguimos aquí.'],
  ['it', 'Lasciamo X il 31 dicembre 2026. Siamo qui.'],
  ['nl', 'We verlaten X op 31 december 2026. Hier gaan we door.'],
  ['pl', 'Opuszczamy X 31 grudnia 2026. Jesteśmy tutaj.'],
  ['pt', 'Deixamos o X a 31 de dezembro de 2026. Continuamos aqui.'],
  ['tr', 'X’ten 31 Aralık 2026’da ayrılıyoruz. Burada devam ediyoruz.'],
  ['ar', 'نغادر X في 31 ديسمبر 2026. نواصل هنا.'],
])('what, when and where are known in %s', (locale, news) => {
  expect(findingsOf(demo, firstLinesRule, [locale, `${news} ${idle.en}`], place('linkedin'))).toEqual([]);
  expect(findingsOf(demo, firstLinesRule, [locale, `${idle.en} ${news}`], place('linkedin'))).toHaveLength(1);
});
