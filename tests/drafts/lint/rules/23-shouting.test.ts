import { beforeAll, expect, test } from 'vitest';
import { shoutingRule } from '../../../../src/drafts/lint/rules/23-shouting.ts';
import { type DemoLint, demoLint } from '../../../support/lint-demo.ts';
import { findingsOf, wordsOf } from '../../../support/lint-words.ts';

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

test.each([
  ['de', 'Wir sagen JETZT Tschüss.', ['JETZT']],
  ['de', 'Der ABSCHIED naht!!', ['ABSCHIED', '!!']],
  ['en', 'This is our FINAL post???', ['FINAL', '???']],
  ['en', 'GOODBYE, and THANK YOU.', ['GOODBYE', 'THANK', 'YOU']],
  ['fr', 'MERCI à tous.', ['MERCI']],
  ['es', 'HOY nos despedimos.', ['HOY']],
  ['it', 'GRAZIE a tutti.', ['GRAZIE']],
  ['nl', 'BEDANKT allemaal.', ['BEDANKT']],
  ['pl', 'DZIĘKUJEMY za wszystko.', ['DZIĘKUJEMY']],
  ['pt', 'OBRIGADO a todos.', ['OBRIGADO']],
  ['tr', 'TEŞEKKÜRLER hepinize.', ['TEŞEKKÜRLER']],
  ['ar', 'وداعًا!!!', ['!!!']],
])('what is shouted is found (%s: %s)', (locale, text, words) => {
  expect(wordsOf(findingsOf(demo, shoutingRule, [locale, text]))).toEqual(words.map((word) => `warning: ${word}`));
});

test.each([
  ['de', '𝗔𝗯𝘀𝗰𝗵𝗶𝗲𝗱 von X', '𝗔𝗯𝘀𝗰𝗵𝗶𝗲𝗱', 'Abschied'],
  ['en', 'Leaving Ｘ ｎｏｗ.', 'Ｘ ｎｏｗ', 'X now'],
  ['en', '𝘓𝘢𝘴𝘵 𝘱𝘰𝘴𝘵', '𝘓𝘢𝘴𝘵 𝘱𝘰𝘴𝘵', 'Last post'],
])('letters that only look like some are put right (%s: %s)', (locale, text, said, right) => {
  const [finding, ...others] = findingsOf(demo, shoutingRule, [locale, text]);
  expect(others).toEqual([]);
  expect([finding?.edit?.spot.words, finding?.edit?.to]).toEqual([said, right]);
});

test.each(['de', 'en'])('the fourth emoji of a post is found, however many signs each is made of (%s)', (locale) => {
  expect(wordsOf(findingsOf(demo, shoutingRule, [locale, '🔔👨‍👩‍👧‍👦🚲👋🏽']))).toEqual(['warning: 👋🏽']);
  expect(findingsOf(demo, shoutingRule, [locale, '🔔🚲👋🏽\n\n<!-- next post -->\n\n🔔🚲👋🏽'])).toEqual([]);
});

test.each([
  ['de', 'DSGVO, UNESCO, USB, MEZ und ARD: Was nun? Danke! https://www.brandt-soehne.example/ABSCHIED'],
  ['en', 'CET, NASA and UNICEF. Really?! Yes.'],
])('short forms, addresses and single signs are left alone (%s)', (locale, text) => {
  expect(wordsOf(findingsOf(demo, shoutingRule, [locale, text]))).toEqual([]);
});

test('a brand in capitals is a name', () => {
  expect(findingsOf(demo, shoutingRule, ['en', 'GLOCKENWERK leaves X.'], { brand: 'GLOCKENWERK' })).toEqual([]);
});
