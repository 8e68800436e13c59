import { beforeAll, expect, test } from 'vitest';
import { absolutesRule } from '../../../../src/drafts/lint/rules/11-absolutes.ts';
import { type DemoLint, demoLint } from '../../../support/lint-demo.ts';
import { findingsOf, wordsOf } from '../../../support/lint-words.ts';

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

test.each([
  ['de', 'Wir verlassen X für immer.', 'für immer'],
  ['de', 'Wir kommen nie zurück.', 'nie'],
  ['de', 'Sie erreichen uns jederzeit.', 'jederzeit'],
  ['de', 'Wir beantworten alle Nachrichten.', 'alle Nachrichten'],
  ['en', 'We are leaving X for ever.', 'for ever'],
  ['en', 'We will never come back.', 'never'],
  ['en', 'We answer all your messages.', 'all your messages'],
  ['fr', 'Nous quittons X pour toujours.', 'pour toujours'],
  ['es', 'Dejamos X para siempre.', 'para siempre'],
  ['it', 'Lasciamo X per sempre.', 'per sempre'],
  ['nl', 'We verlaten X voorgoed.', 'voorgoed'],
  ['pl', 'Opuszczamy X na zawsze.', 'na zawsze'],
  ['pt', 'Deixamos o X para sempre.', 'para sempre'],
  ['tr', "X'ten sonsuza dek ayrılıyoruz.", 'sonsuza dek'],
  ['ar', 'نغادر إكس إلى الأبد.', 'إلى الأبد'],
])('a word without an end is found where it is about what will be (%s: %s)', (locale, text, word) => {
  expect(wordsOf(findingsOf(demo, absolutesRule, [locale, text]))).toEqual([`warning: ${word}`]);
});

test.each([
  [
    'de',
    'Listen unserer Follower haben wir nie geführt. Danke für die Fotos, die wir immer gern angesehen haben. Den Newsletter können Sie jederzeit abbestellen. Ein Abschied ist nicht für immer. Gehen Sie für immer?',
  ],
  [
    'en',
    'We have never kept lists of our followers. You can unsubscribe at any time. This is not for ever. Are you leaving for good? Thank you for all the pictures.',
  ],
  ['fr', 'Nous n’avons jamais tenu de listes.'],
  ['nl', 'We hebben nooit lijsten bijgehouden.'],
  ['ar', 'لم نحتفظ بقوائم نهائيًا.'],
])('history, rights and questions are left alone (%s)', (locale, text) => {
  expect(wordsOf(findingsOf(demo, absolutesRule, [locale, text]))).toEqual([]);
});
