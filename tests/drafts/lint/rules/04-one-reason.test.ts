import { beforeAll, expect, test } from 'vitest';
import { oneReasonRule } from '../../../../src/drafts/lint/rules/04-one-reason.ts';
import { briefly, type DemoLint, demoLint, edit } from '../../../support/lint-demo.ts';
import { byHand, wrongDraft } from '../../../support/wrong-draft.ts';

const rules = [oneReasonRule];

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

test('the kit of the demo says nothing wrong', () => {
  expect(demo.check({}, { rules }).findings).toEqual([]);
});

test.each([
  ['de', '31 Leute', '13 Leute'],
  ['en', '31 of us', '13 of us'],
])('another figure in the reason is found (%s)', (locale, from, to) => {
  const { findings } = demo.check({ [`${locale}/blog-post`]: edit(from, to) }, { rules });
  expect(findings).toMatchObject([{ severity: 'error', edit: { to: '31' }, clash: { kind: 'draft' } }]);
});

test.each([
  ['de', 'Wir verlassen X, weil der Hass dort überhandnimmt.'],
  ['de', 'Aus Gründen des Datenschutzes verlassen wir X.'],
  ['de', 'Wegen der Fusion und des neuen Markenauftritts ziehen wir weg von X: Abschied ist das.'],
  ['en', 'We are leaving X because disinformation spreads there.'],
  ['en', 'Privacy is the reason we are leaving.'],
  ['en', 'We leave X due to the merger.'],
])('another reason in a sentence by hand is found (%s: %s)', (locale, sentence) => {
  const report = demo.check({ [`${locale}/reminder-9-x`]: byHand(sentence) }, { rules });
  expect(briefly(report)).toEqual([`one-reason ${locale}/reminder-9-x 8`]);
  expect(report.findings[0]?.clash).toMatchObject({ kind: 'fact', key: 'reason.sentence' });
});

test.each([
  ['de', 'Wir verlassen X, weil uns für sechs Apps die Leute fehlen.'],
  ['de', 'Nicht wegen des Datenschutzes verlassen wir X.'],
  ['de', 'Gehen Sie wegen des Datenschutzes?'],
  ['de', 'Unsere Werte bleiben. Deshalb gibt es die Klingelpost.'],
  ['en', 'Privacy is not the reason we are leaving.'],
  ['en', 'We are leaving because six apps are too many for us.'],
  ['en', 'Are you leaving because of hate speech?'],
  ['fr', 'Nous quittons X à cause de la haine.'],
])('the decided reason, what is no reason, and other languages are left alone (%s: %s)', (locale, sentence) => {
  expect(demo.check({ [`${locale}/reminder-9-x`]: byHand(sentence) }, { rules }).findings).toEqual([]);
});

test.each([
  ['de', 'Kritik an unserer Haltung ist der Grund für den Abschied.'],
  ['en', 'People say that hate is the reason we leave.'],
])('replies may name other reasons (%s)', (locale, sentence) => {
  const file = byHand(sentence, 'crisis-politics');
  expect(demo.check({ [`${locale}/crisis-politics-9`]: file }, { rules }).findings).toEqual([]);
});

test.each([
  [
    'de',
    '31 Leute bauen bei uns Fahrradglocken, und niemand von uns ist dafür da, sechs Apps zu bedienen.',
    'Uns fehlt die Zeit.',
  ],
  [
    'en',
    'There are 31 of us building bicycle bells, and not one of us was hired to run six apps.',
    'We lack the time.',
  ],
])('other words for the reason are a warning (%s)', (locale, from, to) => {
  const { findings } = demo.check({ [`${locale}/landing-page`]: edit(from, to) }, { rules });
  expect(findings).toMatchObject([{ severity: 'warning', clash: { key: 'reason.sentence', says: from } }]);
});

test.each([
  ['de', 'reminder-3-x'],
  ['en', 'newsletter'],
])('the wrong draft of the corpus is found (%s/%s)', (locale, id) => {
  const report = demo.check(wrongDraft(locale, 'one-reason', id), { rules });
  expect(briefly(report, 'error')[0]).toContain(`${locale}/${id}`);
});
