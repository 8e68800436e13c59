import { beforeAll, expect, test } from 'vitest';
import { imprintRule } from '../../../../src/drafts/lint/rules/27-imprint.ts';
import { briefly, type DemoLint, demoLint, edit } from '../../../support/lint-demo.ts';
import { pageByHand, wrongDraft } from '../../../support/wrong-draft.ts';

const rules = [imprintRule];

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

test('the kit of the demo says nothing wrong', () => {
  expect(demo.check({}, { rules }).findings).toEqual([]);
});

test.each([
  ['de', '/de/impressum/', '/de/impresum/'],
  ['en', '/de/datenschutz/', '/de/datenshutz/'],
])('a link with a letter wrong is found, and once (%s)', (locale, from, to) => {
  const { findings } = demo.check({ [`${locale}/landing-page`]: edit(from, to) }, { rules });
  expect(findings).toMatchObject([{ severity: 'error', clash: { kind: 'draft' } }]);
  expect(findings[0]?.edit?.to).toContain(from);
});

test.each([
  ['de', /\n\[Impressum\].*\n/u],
  ['en', /\n\[Legal notice\].*\n/u],
])('a page without both links is found (%s)', (locale, line) => {
  const report = demo.check({ [`${locale}/landing-page`]: (file) => file.replace(line, '') }, { rules });
  expect(briefly(report)).toHaveLength(2);
  expect(report.findings).toMatchObject([{ clash: { key: 'imprint_url' } }, { clash: { key: 'privacy_url' } }]);
});

test.each(['de', 'en'])('a newsletter may have them in its fields alone (%s)', (locale) => {
  const cut = (file: string) => file.replace(/\n\[[^\n]*impressum[^\n]*\n$/u, '\n');
  expect(demo.check({ [`${locale}/newsletter`]: cut }, { rules }).findings).toEqual([]);
});

test.each([
  ['de', 'Sie können den Newsletter abbestellen.'],
  ['en', 'You can unsubscribe at any time.'],
  ['fr', 'Vous pouvez vous désinscrire ou se désabonner.'],
  ['es', 'Puede darse de baja.'],
  ['tr', 'Abonelikten çıkabilirsiniz.'],
])('a way out of the newsletter with nothing to press is shown (%s)', (locale, sentence) => {
  const links =
    '[1](https://www.brandt-soehne.example/de/impressum/) [2](https://www.brandt-soehne.example/de/datenschutz/)';
  const of = (text: string) =>
    demo.check({ [`${locale}/newsletter-9`]: pageByHand(`${text}\n\n${links}`, 'newsletter') }, { rules });
  expect(of(sentence).findings).toMatchObject([{ severity: 'warning', spot: { words: sentence } }]);
  expect(of(`${sentence.replace('.', '')}: <{{unsubscribe}}>`).findings).toEqual([]);
});

test('nothing asks for a link to unsubscribe: the mail tool adds it', () => {
  expect(demo.check({ 'de/newsletter': edit('Guten Tag,', 'Hallo,') }, { rules }).findings).toEqual([]);
});

test.each([
  ['de', 'landing-page'],
  ['en', 'gone-page'],
])('the wrong draft of the corpus is found (%s/%s)', (locale, id) => {
  const report = demo.check(wrongDraft(locale, 'imprint', id), { rules });
  expect(report.findings.map(({ spot }) => spot?.draft)).toContain(`${locale}/${id}`);
});
