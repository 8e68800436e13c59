import { beforeAll, expect, test } from 'vitest';
import { sameFactsRule } from '../../../../src/drafts/lint/rules/31-same-facts.ts';
import { noFigures } from '../../../../src/model/farewell/figures.ts';
import { briefly, type DemoLint, demoLint } from '../../../support/lint-demo.ts';
import { byHand, wrongDraft } from '../../../support/wrong-draft.ts';

const rules = [sameFactsRule];

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

test('the kit of the demo says nothing wrong', () => {
  expect(demo.check({}, { rules }).findings).toEqual([]);
});

test.each([
  ['de', 'staff-memo', '30. November 2026, um 10', '23. November 2026, um 10', '30. November 2026'],
  ['en', 'partner-notice', '30 November 2026, 10', '30 November 2026, 11', '10'],
  ['de', 'service-card', 'bis 18', 'bis 17', '18'],
  ['en', 'landing-page', 'since 1949', 'since 1948', '1949'],
  ['de', 'newsletter', '212 Fotos', '221 Fotos', '212'],
  ['en', 'crisis-fake-account', '@brandtsoehne', '@brandtsohne', '@brandtsoehne'],
])('another figure of the facts is found (%s/%s: %s)', (locale, id, from, to, right) => {
  const spaced = (text: string) => (file: string) => file.replaceAll('\u00a0', ' ').replace(from, text);
  const { findings } = demo.check({ [`${locale}/${id}`]: spaced(to) }, { rules });
  expect(findings).toMatchObject([{ severity: 'error' }]);
  expect(findings[0]?.edit?.to).toContain(right);
});

test.each([
  ['de', 'en', 'banner', 'Am Donnerstag, 31. Dezember 2026 endet', 'Bald endet', 'last_day'],
  ['en', 'de', 'banner', 'ends on Thursday, 31 December 2026', 'ends soon', 'last_day'],
  [
    'de',
    'en',
    'comeback',
    'läuten@brandt-soehne.example oder +49 30 23125 024 (montags bis freitags von 8 bis 15 Uhr)',
    'im Laden',
    'contact',
  ],
  ['en', 'de', 'last-post-x', 'https://www.brandt-soehne.example/en/leaving-x/', 'See you.', 'page'],
])('what one language has and this one lacks is found (%s, not %s: %s)', (locale, other, id, from, to, key) => {
  const spaced = (file: string) => file.replaceAll('\u00a0', ' ').replace(from, to);
  const { findings } = demo.check({ [`${locale}/${id}`]: spaced }, { rules });
  const errors = findings.filter(({ severity }) => severity === 'error');
  expect(errors).toMatchObject([{ spot: { draft: `${locale}/${id}` }, clash: { spot: { draft: `${other}/${id}` } } }]);
  expect(errors[0]?.fix.en).toContain(key);
});

test('a form that had no room for it is as it should be', () => {
  // The German pinned post came along without the reason that the English one has, and without a contact.
  const contact = (file: string) => `${file}\nläuten@brandt-soehne.example\n`;
  const { findings } = demo.check({ 'en/pinned-post-x': contact }, { rules });
  expect(findings).toEqual([]);
});

test.each([
  ['de', 'Letzter Beitrag: 31. Dezember 2026, 16 Uhr.'],
  ['en', 'Last post: 31 December 2026, 4 pm.'],
  ['fr', 'Dernière publication : 31 décembre 2026, à 16 h.'],
])('another hour right beside the last day is found (%s)', (locale, sentence) => {
  const { findings } = demo.check({ [`${locale}/reminder-9-x`]: byHand(sentence) }, { rules });
  expect(findings).toMatchObject([{ severity: 'error', clash: { key: 'last_time' } }]);
});

test.each([
  ['de', 'Am 12. Dezember sind wir auf dem Markt.', '12. Dezember'],
  ['de', 'Fragen an post@brandt-soehne.example.', 'post@brandt-soehne.example'],
  ['de', 'Mehr unter https://www.brandt-soehne.example/umzug.', 'https://www.brandt-soehne.example/umzug'],
  ['en', 'Call +49 30 555 1234.', '+49 30 555 1234'],
  ['en', 'On 12 December we are at the market.', '12 December'],
  ['en', 'See www.example.org/bells for more.', 'www.example.org/bells'],
  ['pl', 'Spotkamy się 12 grudnia 2026.', '12 grudnia 2026'],
])('what no fact knows is shown (%s: %s)', (locale, sentence, words) => {
  const { findings } = demo.check({ [`${locale}/reminder-9-x`]: byHand(sentence) }, { rules });
  expect(findings).toMatchObject([{ severity: 'warning', spot: { words } }]);
});

test.each([
  ['de', 'Seit dem 12. März 2024 sind wir auf Mastodon. Am 31.12. ist Schluss.'],
  ['de', 'Unser erster Beitrag kam am 12. März 2012.'],
  ['en', 'We have been here since 12 March 2012. Write to läuten@brandt-soehne.example.'],
  ['en', 'Our first post went out on 12 March 2012.'],
  ['it', 'Siamo qui dal 12 dicembre 2026.'],
])('days of long ago and addresses of ours are left alone (%s: %s)', (locale, sentence) => {
  expect(demo.check({ [`${locale}/reminder-9-x`]: byHand(sentence) }, { rules }).findings).toEqual([]);
});

const archive = (posts: number) => ({ figures: { ...noFigures, posts: { value: posts, snapshots: ['s'] as const } } });

test.each([
  ['de', 'Wir haben hier 1.241 Beiträge geschrieben.', '1.241'],
  ['de', 'Hier stehen über 1.300 Posts.', '1.300'],
  ['de', 'Es waren fast 1.200 Beiträge.', '1.200'],
  ['de', 'Was steht dem gegenüber 1.200 Beiträgen?', '1.200'],
  ['en', 'We wrote 1,241 posts here.', '1,241'],
  ['en', 'There are about 2,000 tweets.', '2,000'],
  ['fr', 'Nous avons écrit 1 241 publications.', '1 241'],
  ['es', 'Hemos escrito 1.241 publicaciones.', '1.241'],
  ['it', 'Abbiamo scritto 1.241 post.', '1.241'],
  ['nl', 'We schreven 1.241 berichten.', '1.241'],
  ['pl', 'Mamy tu 1 241 wpisów.', '1 241'],
  ['pt', 'Escrevemos 1.241 publicações.', '1.241'],
  ['tr', 'Burada 1.241 paylaşım var.', '1.241'],
  ['ar', 'كتبنا هنا 1,241 منشورًا.', '1,241'],
])('as many posts as the archive does not have are told (%s: %s)', (locale, sentence, words) => {
  const { findings } = demo.check({ [`${locale}/reminder-9-x`]: byHand(sentence) }, { rules, ...archive(1214) });
  expect(findings).toMatchObject([{ severity: 'warning', spot: { words } }]);
});

test.each([
  ['de', 'Wir haben hier 1.214 Beiträge geschrieben, über 1.200 Posts, fast 1.300 Beiträge.'],
  ['de', 'Unsere 30 besten Beiträge, zwei Posts in der Woche und 1.241 Glocken.'],
  ['en', 'About 1,100 posts. 1,214 posts. More than 1,200 of our posts.'],
])('the right number, a round one and one of other things are left alone (%s: %s)', (locale, sentence) => {
  const { findings } = demo.check({ [`${locale}/reminder-9-x`]: byHand(sentence) }, { rules, ...archive(1214) });
  expect(findings).toEqual([]);
});

test('where several channels are left, a smaller number may be that of one', () => {
  const { facts } = demo.kit;
  const two = { ...facts, leaves: [...facts.leaves, { channel: 'fediverse', mode: 'freeze' }] as typeof facts.leaves };
  const more = { rules, facts: two, ...archive(1214) };
  const wordsIn = (sentence: string) =>
    demo.check({ 'de/reminder-9-x': byHand(sentence) }, more).findings.map(({ spot }) => spot?.words);
  expect(wordsIn('Wir haben hier 900 Beiträge geschrieben.')).toEqual([]);
  expect(wordsIn('Wir haben hier 1.300 Beiträge geschrieben.')).toEqual(['1.300']);
});

test('a number of posts that nothing bears out is a hint', () => {
  const { findings } = demo.check(
    { 'de/reminder-9-x': byHand('Wir haben hier 1.214 Beiträge geschrieben.') },
    { rules },
  );
  expect(findings.map(({ severity, message }) => `${severity} ${message.de}`)).toEqual([
    'hint „1.214“ Beiträge: Im Archiv ist dafür kein Beleg, weil noch kein Kanal gesichert ist, den Sie verlassen.',
  ]);
});

test.each([
  ['de', 'crisis-fake-account'],
  ['en', 'staff-memo'],
])('the wrong draft of the corpus is found (%s/%s)', (locale, id) => {
  const report = demo.check(wrongDraft(locale, 'same-facts', id), { rules });
  expect(briefly(report, 'error')[0]).toContain(`${locale}/${id}`);
});
