import { beforeAll, expect, test } from 'vitest';
import { cardFirstRule } from '../../../../src/drafts/lint/rules/06-card-first.ts';
import { briefly, type DemoLint, demoLint, edit } from '../../../support/lint-demo.ts';

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

const check = (changes: Parameters<DemoLint['check']>[0]) => demo.check(changes, { rules: [cardFirstRule] });
const moved = (from: string, to: string) => edit(`publish_at: ${from}`, `publish_at: ${to}`);

test('the kit of the demo says nothing wrong', () => {
  expect(briefly(check({}))).toEqual([]);
});

test.each([
  ['de', 'service-card', 'Es gibt keine Karte für Laden und Telefon (de/service-card), und'],
  ['de', 'faq', 'Es gibt keine Sammlung von Fragen und Antworten (de/faq), und'],
  ['en', 'service-card', 'Es gibt keine Karte für Laden und Telefon (en/service-card), und'],
])('a card that is not there is found (%s/%s)', (locale, id, message) => {
  const { findings } = check({ [`${locale}/${id}`]: null });
  expect(findings.map(({ spot, severity }) => [spot, severity])).toEqual([[null, 'error']]);
  expect(findings[0]?.message.de).toContain(message);
  expect(findings[0]?.fix.en).toContain(`lastpost draft write ${locale}/${id} --take new`);
});

test.each(['de', 'en'])(
  'a card that comes with the announcement is too late, and the announcement is shown (%s)',
  (locale) => {
    const { findings } = check({ [`${locale}/service-card`]: moved('2026-11-23T10:00', '2026-11-30T10:00') });
    expect(briefly(check({ [`${locale}/service-card`]: moved('2026-11-23T10:00', '2026-11-30T10:00') }))).toEqual([
      `card-first ${locale}/service-card 6`,
    ]);
    expect(findings[0]?.clash).toMatchObject({ kind: 'draft', spot: { words: '2026-11-30T10:00' } });
    expect(findings[0]?.fix.en).toBe('Let it go out before that: publish_at: 2026-11-23T10:00.');
  },
);

test('a card that has no moment, or is for the public, is found', () => {
  expect(briefly(check({ 'de/faq': edit('publish_at: 2026-11-23T10:00\n', '') }))).toEqual(['card-first de/faq 1']);
  expect(briefly(check({ 'en/faq': edit('audience: leads', 'audience: public') }))).toEqual(['card-first en/faq 5']);
});

test.each([
  [
    'de',
    '## Nicht sagen\nKeine anderen Gründe. Nichts gegen X. Keine Zusagen für später.\n',
    '',
    'steht nicht, was man besser nicht sagt',
  ],
  ['de', 'Donnerstag, 31. Dezember 2026', 'bald', 'fehlt der Tag des letzten Beitrags'],
  [
    'de',
    ' 31 Leute bauen bei uns Fahrradglocken, und niemand von uns ist dafür da, sechs Apps zu bedienen.',
    '',
    'fehlt der Grund',
  ],
  [
    'de',
    'Hier geht es weiter: unsere Klingelpost und unsere Website. www.brandt-soehne.example/abschied-von-x',
    'Das klärt sich.',
    'fehlt der Weg danach',
  ],
])('a card that lacks something is found (%s: %s)', (locale, from, to, message) => {
  const { findings } = check({ [`${locale}/service-card`]: edit(from, to) });
  expect(findings.map(({ message: { de } }) => de)).toEqual([expect.stringContaining(message)]);
});

test.each([
  ['## Do not say\nNo other reasons. Nothing against X. No promises for later.\n', '', 'what not to say'],
  ['Thursday, 31 December 2026', 'soon', 'the day of the last post'],
])('an English one as well (%s)', (from, to, message) => {
  const { findings } = check({ 'en/service-card': edit(from, to) });
  expect(findings.map(({ message: { en } }) => en)).toEqual([
    `The card for shop and telephone does not say ${message}.`,
  ]);
});

test('a card in words of somebody’s own is left alone where everything is there', () => {
  const card = `---
kind: service-card
audience: leads
publish_at: 2026-11-23T10:00
---

Am 31.12. ist auf X Schluss. Warum: 31 Leute bauen bei uns Fahrradglocken, und niemand von uns ist dafür da, sechs Apps zu bedienen.
Fragen Sie zurück, ob jemand unsere Klingelpost kennt. Was wir nicht sagen: dass X schuld ist.
`;
  expect(briefly(check({ 'de/service-card': card }))).toEqual([]);
});
