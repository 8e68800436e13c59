import { beforeAll, expect, test } from 'vitest';
import { lastDayRule } from '../../../../src/drafts/lint/rules/01-last-day.ts';
import { briefly, type DemoLint, demoLint, edit } from '../../../support/lint-demo.ts';

const rules = [lastDayRule];

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

test('the kit of the demo says nothing wrong', () => {
  expect(demo.check().findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test.each([
  ['de', '31. Dezember 2026', '30. Dezember 2026', 'Am Donnerstag, 30. Dezember 2026'],
  ['en', '31 December 2026', '30 December 2026', 'Thursday, 30 December 2026'],
])('one digit of the last day is found, with both sentences (%s)', (locale, from, to, sentence) => {
  const report = demo.check({ [`${locale}/announcement-x`]: edit(from, to) }, { rules });
  expect(briefly(report)).toEqual([`last-day ${locale}/announcement-x 12`]);
  const [finding] = report.findings;
  expect(finding?.spot?.sentence).toContain(sentence);
  expect(finding?.clash).toMatchObject({ kind: 'draft' });
  const clash = finding?.clash?.kind === 'draft' ? finding.clash.spot : null;
  expect(clash?.sentence).toContain(from.split(' ').slice(0, 2).join(' '));
  expect(clash?.draft.slice(0, 3)).toBe(`${locale}/`);
  expect(finding?.edit?.to).toContain(from);
});

test.each([
  ['de', 'Donnerstag, 31.', 'Freitag, 31.'],
  ['en', 'Thursday, 31', 'Friday, 31'],
])('a wrong weekday is found (%s)', (locale, from, to) => {
  const report = demo.check({ [`${locale}/landing-page`]: edit(from, to) }, { rules });
  expect(briefly(report)).toHaveLength(1);
  expect(briefly(report)[0]).toContain(`last-day ${locale}/landing-page`);
});

test.each([
  ['de', 'Nicht vergessen: Am 30. Dezember verlassen wir X.'],
  ['de', 'Unser letzter Beitrag kommt am Mittwoch, dem 30.12.2026.'],
  ['en', 'Do not forget: we are leaving X on December 30th.'],
  ['fr', 'Nous quittons X le 30 décembre 2026.'],
  ['es', 'Dejamos X el miércoles, 30 de diciembre de 2026.'],
  ['it', 'Lasciamo X il 30 dicembre 2026.'],
  ['nl', 'We verlaten X op 30 december 2026.'],
  ['pl', 'Opuszczamy X 30 grudnia 2026.'],
  ['pt', 'Deixamos o X a 30 de dezembro de 2026.'],
  ['tr', "X'ten ayrılıyoruz: 30 Aralık 2026 Çarşamba. Ayrılıyoruz 30 Aralık 2026."],
  ['ar', 'نغادر إكس في 30 ديسمبر 2026.'],
])('a sentence by hand with another last day is found (%s: %s)', (locale, sentence) => {
  const file = `---\nkind: reminder-1\nchannel: x\naudience: public\n---\n\n${sentence}\n`;
  const report = demo.check({ [`${locale}/reminder-9-x`]: file }, { rules });
  expect(briefly(report)).toContain(`last-day ${locale}/reminder-9-x 7`);
});

test.each([
  ['de', 'Seit dem 12. März 2024 sind wir schon auf Mastodon. Am 31.12. verlassen wir X.'],
  ['en', 'Messages are answered until 14 January. Our last post is on 31 December.'],
])('days that are right, or of something else, are left alone (%s: %s)', (locale, sentence) => {
  const file = `---\nkind: reminder-1\nchannel: x\naudience: public\n---\n\n${sentence}\n`;
  expect(briefly(demo.check({ [`${locale}/reminder-9-x`]: file }, { rules }))).toEqual([]);
});

test.each([
  ['de', 'Wir treffen uns am 31. November.'],
  ['en', 'We meet on 31 November.'],
])('a day that no calendar has is found (%s)', (locale, sentence) => {
  const file = `---\nkind: reminder-1\nchannel: x\naudience: public\n---\n\n${sentence}\n`;
  expect(briefly(demo.check({ [`${locale}/reminder-9-x`]: file }, { rules }))).toEqual([
    `last-day ${locale}/reminder-9-x 7`,
  ]);
});
