import { beforeAll, expect, test } from 'vitest';
import { deadHandleRule } from '../../../../src/drafts/lint/rules/16-dead-handle.ts';
import { briefly, type DemoLint, demoLint } from '../../../support/lint-demo.ts';
import { byHand, pageByHand, wrongDraft } from '../../../support/wrong-draft.ts';

const rules = [deadHandleRule];

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

test('the kit of the demo says nothing wrong', () => {
  expect(demo.check({}, { rules }).findings).toEqual([]);
});

test.each([
  ['de', 'Folgen Sie uns auf @brandtsoehne.'],
  ['de', 'Sie erreichen uns weiterhin unter https://x.com/brandtsoehne.'],
  ['en', 'Follow us at @brandtsoehne.'],
  ['en', 'You can still reach us here:\n\n- X: @brandtsoehne'],
  ['fr', 'Suivez-nous sur @brandtsoehne.'],
  ['es', 'Síganos en @brandtsoehne.'],
  ['it', 'Seguiteci su @brandtsoehne.'],
  ['nl', 'Volg ons via @brandtsoehne.'],
  ['pl', 'Obserwujcie nas: @brandtsoehne.'],
  ['pt', 'Siga-nos em @brandtsoehne.'],
  ['tr', 'Bizi takip edin: @brandtsoehne.'],
  ['ar', 'تابعونا على @brandtsoehne.'],
])('a page does not send people to an account that is deleted (%s: %s)', (locale, text) => {
  const { findings } = demo.check({ [`${locale}/landing-page-9`]: pageByHand(text, 'landing-page') }, { rules });
  expect(findings).toMatchObject([{ severity: 'warning', spot: { draft: `${locale}/landing-page-9` } }]);
});

test.each([
  ['de', 'Unser Konto auf X hieß @brandtsoehne; dort erscheint nichts Neues mehr.'],
  ['de', 'Bitte folgen Sie @brandtsoehne nicht mehr.'],
  ['de', 'Folgen Sie uns auf @brandtsoehne@klingelnetz.example.'],
  ['en', 'Our account on X was @brandtsoehne.'],
  ['en', 'Please do not write to @brandtsoehne any more.'],
])('the name of the account that is left may be told (%s: %s)', (locale, text) => {
  const file = pageByHand(text, 'landing-page');
  expect(demo.check({ [`${locale}/landing-page-9`]: file }, { rules }).findings).toEqual([]);
});

test.each([
  ['de', 'Folgen Sie uns auf @brandtsoehne.'],
  ['en', 'Follow us at @brandtsoehne.'],
])('before the last day it is right, from then on it is not (%s)', (locale, text) => {
  const of = (at: string) =>
    demo.check({ [`${locale}/reminder-9-x`]: byHand(text, 'last-post', 'public', at) }, { rules });
  expect(briefly(of('2026-12-24T10:00'))).toEqual([]);
  expect(briefly(of('2026-12-31T15:00'))).toEqual([`dead-handle ${locale}/reminder-9-x 8`]);
});

test('an account that is only frozen keeps its name', () => {
  const facts = { ...demo.kit.facts, leaves: [{ channel: 'x', mode: 'freeze' }] as const };
  const file = pageByHand('Follow us at @brandtsoehne.', 'landing-page');
  expect(demo.check({ 'en/landing-page-9': file }, { rules, facts }).findings).toEqual([]);
});

test.each([
  ['de', 'landing-page'],
  ['en', 'gone-page'],
])('the wrong draft of the corpus is found (%s/%s)', (locale, id) => {
  const report = demo.check(wrongDraft(locale, 'dead-handle', id), { rules });
  expect(report.findings.map(({ spot }) => spot?.draft)).toContain(`${locale}/${id}`);
});
