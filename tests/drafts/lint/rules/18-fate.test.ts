import { beforeAll, expect, test } from 'vitest';
import { fateRule } from '../../../../src/drafts/lint/rules/18-fate.ts';
import { type DemoLint, demoLint, edit } from '../../../support/lint-demo.ts';
import { byHand, wrongDraft } from '../../../support/wrong-draft.ts';

const rules = [fateRule];

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

test('the kit of the demo says nothing wrong', () => {
  expect(demo.check({}, { rules }).findings).toEqual([]);
});

test.each([
  ['de', '14. Januar', '15. Januar'],
  ['en', '14 January', '15 January'],
])('another day up to which messages are answered is found (%s)', (locale, from, to) => {
  const { findings } = demo.check({ [`${locale}/announcement-x`]: edit(from, to) }, { rules });
  expect(findings).toMatchObject([{ severity: 'error', edit: { to: from } }]);
});

test.each([
  ['de', 'blog-post', 'Auch die Kommentare unter unseren Beiträgen bewahren wir auf. ', 'den Kommentaren'],
  [
    'de',
    'newsletter',
    ' Private Nachrichten kommen nicht ins Archiv, und Listen unserer Follower haben wir nie geführt.',
    'Daten',
  ],
  ['en', 'blog-post', 'We are keeping the comments under our posts as well. ', 'den Kommentaren'],
  [
    'en',
    'landing-page',
    ' Private messages do not go into the archive, and we have never kept lists of our followers.',
    'Daten',
  ],
])('a long text without a fate is found (%s/%s)', (locale, id, words, what) => {
  const { findings } = demo.check({ [`${locale}/${id}`]: edit(words, '') }, { rules });
  expect(findings).toMatchObject([{ severity: 'error', spot: { words: '' } }]);
  expect(findings[0]?.message.de).toContain(what);
});

test.each(['de', 'en'])('prizes are asked for where there are some (%s)', (locale) => {
  const { facts } = demo.kit;
  const prizes = { de: 'Offene Gewinne lösen wir ein.', en: 'Open prizes still stand.' };
  const { findings } = demo.check({}, { rules, facts: { ...facts, fate: { ...facts.fate, prizes } } });
  const found = findings.filter(({ clash }) => clash?.kind === 'fact' && clash.key === 'fate.prizes');
  const drafts = found.map(({ spot }) => spot?.draft);
  expect(drafts).toContain(`${locale}/blog-post`);
  expect(drafts).not.toContain(`${locale}/banner`);
});

test.each([
  ['de', 'Nachrichten beantworten wir hier noch bis zum 20. Januar.'],
  ['en', 'We answer your messages until 20 January.'],
  ['fr', 'Nous répondons aux messages jusqu’au 20 janvier.'],
  ['es', 'Respondemos a los mensajes hasta el 20 de enero.'],
  ['it', 'Rispondiamo ai messaggi fino al 20 gennaio.'],
  ['nl', 'Berichten beantwoorden we tot 20 januari.'],
  ['pl', 'Na wiadomości odpowiadamy do 20 stycznia.'],
  ['pt', 'Respondemos às mensagens até 20 de janeiro.'],
  ['tr', 'Mesajları 20 Ocak tarihine kadar yanıtlıyoruz.'],
  ['ar', 'نرد على الرسائل حتى 20 يناير.'],
])('a sentence by hand with another day is found (%s: %s)', (locale, sentence) => {
  const { findings } = demo.check({ [`${locale}/reminder-9-x`]: byHand(sentence) }, { rules });
  expect(findings).toMatchObject([{ clash: { key: 'fate.messages.answered_until' } }]);
});

test.each([
  ['de', 'Nachrichten beantworten wir noch bis zum 14.01.2027. Bis zum 31. Dezember lesen wir mit.'],
  ['en', 'We answer messages until January 14th. You have until 31 December to look around.'],
])('the right day, or one of something else, is left alone (%s)', (locale, sentence) => {
  expect(demo.check({ [`${locale}/reminder-9-x`]: byHand(sentence) }, { rules }).findings).toEqual([]);
});

test.each([
  ['de', 'landing-page'],
  ['en', 'newsletter'],
])('the wrong draft of the corpus is found (%s/%s)', (locale, id) => {
  const report = demo.check(wrongDraft(locale, 'fate', id), { rules });
  expect(report.findings.map(({ spot }) => spot?.draft)).toContain(`${locale}/${id}`);
});
