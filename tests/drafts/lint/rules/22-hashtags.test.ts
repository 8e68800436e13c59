import { beforeAll, expect, test } from 'vitest';
import { hashtagsRule } from '../../../../src/drafts/lint/rules/22-hashtags.ts';
import { type DemoLint, demoLint } from '../../../support/lint-demo.ts';
import { findingsOf, wordsOf } from '../../../support/lint-words.ts';

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

const voice = (hashtags: readonly string[]) => ({
  facts: { ...demo.kit.facts, voice: { ...demo.kit.facts.voice, hashtags } },
});

test.each([
  ['de', 'Tschüss! #KlingelPost #TschüssX #Fahrrad #Abschied'],
  ['en', 'Goodbye! #KlingelPost #GoodbyeX #Bicycle #Farewell'],
  ['ar', 'وداعًا! #KlingelPost #وداعا #دراجة #جرس'],
])('more than three in one post are found (%s)', (locale, text) => {
  const tags = text.match(/#\S+/g) ?? [];
  const found = wordsOf(findingsOf(demo, hashtagsRule, [locale, text], voice(tags)));
  expect(found).toEqual([`warning: ${tags[3]}`]);
  const halves = text
    .replace(' #Fahrrad', '\n\n<!-- next post -->\n\n#Fahrrad')
    .replace(' #Bicycle', '\n\n<!-- next post -->\n\n#Bicycle');
  if (halves !== text) expect(findingsOf(demo, hashtagsRule, [locale, halves], voice(tags))).toEqual([]);
});

test.each(['de', 'en'])('one in small letters is put as lastpost.yaml has it (%s)', (locale) => {
  const [finding] = findingsOf(demo, hashtagsRule, [locale, 'A. #klingelpost'], voice(['#KlingelPost']));
  expect([finding?.severity, finding?.edit?.spot.words, finding?.edit?.to]).toEqual([
    'warning',
    '#klingelpost',
    '#KlingelPost',
  ]);
});

test.each(['de', 'en'])(
  'one that lastpost.yaml does not have is a hint, and one with a sign in it ends there (%s)',
  (locale) => {
    expect(wordsOf(findingsOf(demo, hashtagsRule, [locale, 'A. #Abschied'], voice(['#KlingelPost'])))).toEqual([
      'hint: #Abschied',
    ]);
    expect(wordsOf(findingsOf(demo, hashtagsRule, [locale, 'A. #Brandt&Söhne.'], voice([])))).toEqual([
      'warning: #Brandt&Söhne',
    ]);
  },
);

test.each(['de', 'en'])('headings, numbers, and parts of an address are none (%s)', (locale) => {
  const text = '## Abschied\n\nPlatz #1, https://www.brandt-soehne.example/#unten';
  expect(findingsOf(demo, hashtagsRule, [locale, text], { ...voice([]), kind: 'blog-post', channel: null })).toEqual(
    [],
  );
});
