import { beforeAll, expect, test } from 'vitest';
import { thanksRule } from '../../../../src/drafts/lint/rules/26-thanks.ts';
import { briefly, type DemoLint, demoLint, edit } from '../../../support/lint-demo.ts';
import { findingsOf, wordsOf } from '../../../support/lint-words.ts';

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

test.each(['de', 'en'] as const)('the thanks that somebody took out are missed (%s)', (locale) => {
  const thanks = demo.kit.facts.thanks?.[locale] ?? '';
  for (const id of ['announcement-x', 'last-post-x', 'newsletter', 'blog-post', 'landing-page']) {
    const report = demo.check({ [`${locale}/${id}`]: edit(thanks, '') }, { rules: [thanksRule] });
    expect(briefly(report).map((one) => one.replace(/ \d+$/, ''))).toEqual([`thanks ${locale}/${id}`]);
    expect(report.findings[0]?.clash).toMatchObject({ kind: 'fact', key: 'thanks' });
  }
});

test.each([
  ['de', 'Danke für acht Jahre!', 'Am 31. Dezember endet unsere Zeit hier.'],
  ['en', 'Thank you for eight years!', 'Our time here ends on 31 December.'],
  ['fr', 'Merci pour tout !', 'Nous quittons X.'],
  ['es', '¡Gracias por todo!', 'Dejamos X.'],
  ['it', 'Grazie di tutto!', 'Lasciamo X.'],
  ['nl', 'Bedankt voor alles!', 'We verlaten X.'],
  ['pl', 'Dziękujemy za wszystko!', 'Opuszczamy X.'],
  ['pt', 'Obrigado por tudo!', 'Deixamos o X.'],
  ['tr', 'Her şey için teşekkürler!', "X'ten ayrılıyoruz."],
  ['ar', 'شكرًا لكم!', 'نغادر إكس.'],
])('thanks before the news are found, and after it not (%s)', (locale, thanks, news) => {
  expect(wordsOf(findingsOf(demo, thanksRule, [locale, `${thanks} ${news}`]))).toEqual([`warning: ${thanks}`]);
  expect(findingsOf(demo, thanksRule, [locale, `${news} ${thanks}`])).toEqual([]);
});

test('thanks with the news in them, in a reply, or behind a greeting are no trick', () => {
  expect(findingsOf(demo, thanksRule, ['de', 'Danke, und: Am 31. Dezember verlassen wir X.'])).toEqual([]);
  expect(
    findingsOf(demo, thanksRule, ['en', 'Thank you for telling us.'], { kind: 'crisis-fake-account', channel: null }),
  ).toEqual([]);
  expect(findingsOf(demo, thanksRule, ['de', 'Liebe Leserschaft,\n\nam 31. Dezember verlassen wir X. Danke!'])).toEqual(
    [],
  );
});
