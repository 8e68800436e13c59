import { beforeAll, expect, test } from 'vitest';
import { signpostPagesRule } from '../../../../src/drafts/lint/rules/32-signpost-pages.ts';
import { briefly, type DemoLint, demoLint, edit } from '../../../support/lint-demo.ts';
import { pageByHand, wrongDraft } from '../../../support/wrong-draft.ts';

const rules = [signpostPagesRule];

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

test('the kit of the demo says nothing wrong', () => {
  expect(demo.check({}, { rules }).findings).toEqual([]);
});

test.each(['de', 'en'])('a status that is not of a page that is gone is found (%s)', (locale) => {
  const { findings } = demo.check({ [`${locale}/gone-page`]: edit('status: "410"', 'status: "200"') }, { rules });
  expect(findings).toMatchObject([{ severity: 'error', spot: { words: '200' }, edit: { to: '410' } }]);
});

test.each(['de', 'en'])('a page that is not among the drafts is found (%s)', (locale) => {
  const { findings } = demo.check({ [`${locale}/gone-page`]: null }, { rules });
  expect(findings).toMatchObject([{ severity: 'error', spot: null, clash: { key: 'leaves', says: 'delete' } }]);
  expect(findings[0]?.message.en).toContain(`${locale}/gone-page`);
});

test('a redirect page for which no template came along is a warning', () => {
  const { facts } = demo.kit;
  const redirects = { ...facts, leaves: [{ channel: 'x', mode: 'redirect' }] as const };
  expect(demo.check({}, { rules, facts: redirects }).findings).toMatchObject([{ severity: 'warning', spot: null }]);
});

test.each([
  ['de', 'Diese Seite gibt es nicht mehr.'],
  ['en', 'This page is gone.'],
  ['ar', 'هذه الصفحة لم تعد موجودة.'],
])('a page without status, day, successor and archive is found (%s)', (locale, text) => {
  const { facts } = demo.kit;
  const archiveUrl = 'https://archiv.brandt-soehne.example/';
  const around = { ...facts, fate: { ...facts.fate, archiveUrl } };
  const report = demo.check({ [`${locale}/gone-page-9`]: pageByHand(text, 'gone-page') }, { rules, facts: around });
  expect(briefly(report).filter((one) => one.includes('gone-page-9'))).toHaveLength(4);
});

test.each([
  ['de', 'Am 31. Dezember 2026 war Schluss. Neues: https://www.brandt-soehne.example/klingelpost/'],
  ['en', 'We left on 31 December 2026. News: https://www.brandt-soehne.example/klingelpost/'],
])('a redirect page with 308, day and successor is right (%s)', (locale, text) => {
  const file = pageByHand(text, 'redirect-page').replace('\n---\n', '\nfields:\n  status: "308"\n---\n');
  expect(demo.check({ [`${locale}/redirect-page`]: file }, { rules }).findings).toEqual([]);
});

test.each([
  ['de', 'gone-page'],
  ['en', 'gone-page'],
])('the wrong draft of the corpus is found (%s/%s)', (locale, id) => {
  const report = demo.check(wrongDraft(locale, 'signpost-pages', id), { rules });
  expect(report.findings.map(({ spot }) => spot?.draft)).toContain(`${locale}/${id}`);
});
