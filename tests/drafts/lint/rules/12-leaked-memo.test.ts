import { beforeAll, expect, test } from 'vitest';
import { leakedMemoRule } from '../../../../src/drafts/lint/rules/12-leaked-memo.ts';
import { briefly, type DemoLint, demoLint } from '../../../support/lint-demo.ts';
import { byHand, pageByHand, wrongDraft } from '../../../support/wrong-draft.ts';

const rules = [leakedMemoRule];

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

test('the kit of the demo says nothing wrong', () => {
  expect(demo.check({}, { rules }).findings).toEqual([]);
});

test.each([
  ['de', 'Wer angegriffen wird, antwortet bitte nicht selbst, sondern gibt es an uns weiter.', 'staff-memo'],
  ['de', 'Keine anderen Gründe. Nichts gegen X. Keine Zusagen für später.', 'service-card'],
  ['de', '– keine Zusagen, was in einem oder in fünf Jahren sein wird', 'staff-memo'],
  ['en', 'If you come under attack, please do not reply yourself; pass it on to us.', 'staff-memo'],
  ['en', 'No other reasons. Nothing against X. No promises for later.', 'service-card'],
  [
    'en',
    'You are hearing this before the public does, so that there is time to sort out whatever concerns us both.',
    'partner-notice',
  ],
])('a sentence of a paper that is not public is found (%s: %s)', (locale, sentence, source) => {
  const report = demo.check({ [`${locale}/reminder-9-x`]: byHand(sentence) }, { rules });
  expect(briefly(report)).toEqual([`leaked-memo ${locale}/reminder-9-x 8`]);
  expect(report.findings[0]?.message.en).toContain(`${locale}/${source}`);
});

test.each([
  ['de', 'Sperrfrist: Montag, 10 Uhr.'],
  ['de', 'Bis dahin bleibt das bitte unter uns.'],
  ['en', 'Embargo: Monday, 10 am.'],
  ['en', 'Please do not share this before Monday.'],
  ['fr', 'Document à usage interne.'],
  ['es', 'Documento de uso interno.'],
  ['it', 'Solo per uso interno.'],
  ['nl', 'Alleen voor intern gebruik.'],
  ['pl', 'Tylko do użytku wewnętrznego.'],
  ['pt', 'Apenas para uso interno.'],
  ['tr', 'Bu aramızda kalsın.'],
  ['ar', 'للاستخدام الداخلي فقط.'],
])('words of such papers are found (%s: %s)', (locale, sentence) => {
  const report = demo.check({ [`${locale}/reminder-9-x`]: byHand(sentence) }, { rules });
  expect(briefly(report)).toEqual([`leaked-memo ${locale}/reminder-9-x 8`]);
});

test.each([
  ['de', 'Am 31. Dezember endet unsere Zeit auf X.'],
  ['de', 'Danke für Ihre Hilfe. Das Internet ist groß, und wir blieben gern unter Freunden.'],
  ['en', 'We are leaving X on 31 December.'],
  ['en', 'Please do not share your password with anybody. Kind regards'],
])('what may be said, and what is said to everybody, is left alone (%s: %s)', (locale, sentence) => {
  expect(demo.check({ [`${locale}/reminder-9-x`]: byHand(sentence) }, { rules }).findings).toEqual([]);
});

test.each([
  ['de', 'Sperrfrist: Montag, 10 Uhr.'],
  ['en', 'Embargo: Monday, 10 am.'],
])('a press release may have an embargo, and a memo may be internal (%s)', (locale, sentence) => {
  const changes = {
    [`${locale}/press-release-9`]: pageByHand(sentence, 'press-release'),
    [`${locale}/staff-memo-9`]: pageByHand(sentence, 'staff-memo', 'staff'),
  };
  expect(demo.check(changes, { rules }).findings).toEqual([]);
});

test.each([
  ['de', 'blog-post'],
  ['en', 'announcement-linkedin'],
])('the wrong draft of the corpus is found (%s/%s)', (locale, id) => {
  const report = demo.check(wrongDraft(locale, 'leaked-memo', id), { rules });
  expect(report.findings.map(({ spot }) => spot?.draft)).toContain(`${locale}/${id}`);
});
