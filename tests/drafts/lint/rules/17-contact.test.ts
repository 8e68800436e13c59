import { beforeAll, expect, test } from 'vitest';
import { contactRule } from '../../../../src/drafts/lint/rules/17-contact.ts';
import { briefly, type DemoLint, demoLint, edit } from '../../../support/lint-demo.ts';
import { byHand, pageByHand, wrongDraft } from '../../../support/wrong-draft.ts';

const rules = [contactRule];

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

test('the kit of the demo says nothing wrong', () => {
  expect(demo.check({}, { rules }).findings).toEqual([]);
});

test.each([
  ['de', 'landing-page', 'läuten@', 'laeuten@'],
  ['en', 'landing-page', '+49 30 23125 024', '+49 30 23125 042'],
  ['de', 'press-release', 'henrike@', 'heinrike@'],
  ['en', 'crisis-journalist', 'henrike@', 'hendrike@'],
])('a letter or a figure of our contact is found (%s/%s)', (locale, id, from, to) => {
  const { findings } = demo.check({ [`${locale}/${id}`]: edit(from, to) }, { rules });
  expect(findings).toMatchObject([{ severity: 'error', clash: { kind: 'draft' } }]);
  expect(findings[0]?.edit?.to).toContain(from);
});

test.each(['de', 'en', 'fr', 'ar'])('a page without our contact is found (%s)', (locale) => {
  const report = demo.check({ [`${locale}/blog-post-9`]: pageByHand('https://www.brandt-soehne.example/') }, { rules });
  expect(briefly(report)).toEqual([`contact ${locale}/blog-post-9 7`]);
  expect(report.findings[0]?.clash).toMatchObject({ key: 'contact', says: 'läuten@brandt-soehne.example' });
});

test.each([
  ['de', 'Wir gehen. Danke fürs Lesen.'],
  ['en', 'We are leaving. Thank you for reading.'],
])('a post without any way to us is found (%s)', (locale, text) => {
  const report = demo.check({ [`${locale}/reminder-9-x`]: byHand(text) }, { rules });
  expect(briefly(report)).toEqual([`contact ${locale}/reminder-9-x 8`]);
});

test.each([
  ['de', 'Wir gehen. Alles Weitere: www.brandt-soehne.example/abschied-von-x'],
  ['en', 'We are leaving. Write to läuten@brandt-soehne.example.'],
])('a post with a link or an address is left alone (%s)', (locale, text) => {
  expect(demo.check({ [`${locale}/reminder-9-x`]: byHand(text) }, { rules }).findings).toEqual([]);
});

test.each([
  ['de', 'auto-reply-x'],
  ['en', 'gone-page'],
])('the wrong draft of the corpus is found (%s/%s)', (locale, id) => {
  const report = demo.check(wrongDraft(locale, 'contact', id), { rules });
  expect(report.findings.map(({ spot }) => spot?.draft)).toContain(`${locale}/${id}`);
});
