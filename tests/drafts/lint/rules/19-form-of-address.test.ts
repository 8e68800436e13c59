import { beforeAll, expect, test } from 'vitest';
import { formOfAddressRule } from '../../../../src/drafts/lint/rules/19-form-of-address.ts';
import { type DemoLint, demoLint } from '../../../support/lint-demo.ts';
import { findingsOf, wordsOf } from '../../../support/lint-words.ts';

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

test.each([
  ['de', 'Sie finden uns dort. Wenn du magst, schreib uns.', 'formal', ['du']],
  ['de', 'Bald finden euch unsere Klingeln. Habt ihr Fragen?', 'formal', ['euch', 'Habt ihr']],
  ['de', 'Folgt uns gern auf Mastodon.', 'formal', ['Folgt uns gern']],
  ['de', 'Dort findest du uns. Wenn Sie mögen, schreiben Sie uns.', 'informal', ['Sie']],
  ['de', 'Für Ihre Fragen sind wir da.', 'informal', ['Ihre']],
  ['fr', 'Merci à vous. Tu peux nous écrire.', 'formal', ['Tu']],
  ['es', 'Escríbanos. Gracias por tus fotos.', 'formal', ['tus']],
  ['es', 'Si usted quiere, escriba.', 'informal', ['usted']],
  ['it', 'Grazie per le tue foto.', 'formal', ['tue']],
  ['it', 'Se vuole, ringraziamo Lei.', 'informal', ['Lei']],
  ['nl', 'Hier vind je ons.', 'formal', ['je']],
  ['nl', 'Hier vindt u ons vanaf 15 u.', 'informal', ['u']],
  ['pl', 'Dziękujemy wam za zdjęcia.', 'formal', ['wam']],
  ['pl', 'Zapraszamy Państwa na stronę.', 'informal', ['Państwa']],
  ['pt', 'Obrigado pelas tuas fotografias.', 'formal', ['tuas']],
  ['pt', 'Se você quiser, escreva.', 'informal', ['você']],
  ['tr', 'Sana teşekkür ederiz.', 'formal', ['Sana']],
] as const)(
  'another form of address than the one of lastpost.yaml is found (%s: %s)',
  (locale, text, address, words) => {
    const facts = { ...demo.kit.facts, voice: { ...demo.kit.facts.voice, address: { [locale]: address } } };
    const found = findingsOf(demo, formOfAddressRule, [locale, text], { facts, address });
    expect(wordsOf(found)).toEqual(words.map((word) => `warning: ${word}`));
    expect(found[0]?.clash).toEqual({ kind: 'fact', key: 'voice.address', says: address });
  },
);

test.each([
  [
    'de',
    'Unsere Follower? Sie haben uns „du“ genannt: „Schreibt ihr noch?“ Das fragte ihr Vater ihr zuliebe. Ihr Anliegen nehmen wir mit.',
    'formal',
  ],
  ['de', 'Fragen dazu? Sie landen bei Wiebke. Ihr erreicht uns auch am Telefon, und ihr habt unser Wort.', 'informal'],
  ['de', '> Kannst du mir helfen?', 'formal'],
  ['en', 'You will find us there.', 'formal'],
  ['fr', 'Le ton change, et nous te(nons) parole.', 'informal'],
  ['nl', 'De winkel is open tot 15 u.', 'informal'],
  ['pl', 'Ci, którzy nas czytali, znajdą nas tutaj.', 'formal'],
  ['ar', 'شكرًا لكم.', 'formal'],
] as const)('what only looks like it is left alone (%s: %s)', (locale, text, address) => {
  const facts = { ...demo.kit.facts, voice: { ...demo.kit.facts.voice, address: { [locale]: address } } };
  expect(wordsOf(findingsOf(demo, formOfAddressRule, [locale, text], { facts, address }))).toEqual([]);
});

test('colleagues may be addressed otherwise than the public, as long as it is one way', () => {
  const memo = { kind: 'staff-memo', channel: null, audience: 'staff', address: 'informal' };
  expect(
    findingsOf(demo, formOfAddressRule, ['de', 'Ihr habt es zuerst erfahren. Sagt es bitte niemandem.'], memo),
  ).toEqual([]);
  expect(wordsOf(findingsOf(demo, formOfAddressRule, ['de', 'Ihr habt recht, und wir danken Ihnen.'], memo))).toEqual([
    'warning: Ihnen',
  ]);
  const post = findingsOf(demo, formOfAddressRule, ['de', 'Bis bald.'], { address: 'informal' });
  expect(post.map(({ message }) => message.de)).toEqual([
    'Die Datei ist auf „du“ eingestellt, lastpost.yaml auf „Sie“.',
  ]);
});

test.each([
  [
    'neutral',
    [
      'warning: Kund:innen',
      'warning: Leser*innen',
      'warning: KundInnen',
      'warning: Kundinnen und Kunden',
      'hint: Kunden',
    ],
  ],
  ['colon', ['warning: Leser*innen', 'warning: KundInnen', 'warning: Kundinnen und Kunden', 'hint: Kunden']],
  ['pair', ['warning: Kund:innen', 'warning: Leser*innen', 'warning: KundInnen', 'hint: Kunden']],
  ['star', ['warning: Kund:innen', 'warning: KundInnen', 'warning: Kundinnen und Kunden', 'hint: Kunden']],
  ['generic', ['warning: Kund:innen', 'warning: Leser*innen', 'warning: KundInnen', 'warning: Kundinnen und Kunden']],
] as const)('a German form of another style than “%s” is found', (gender, words) => {
  const text =
    'Kund:innen, Leser*innen, KundInnen, Kundinnen und Kunden sowie Kunden, auch auf LinkedIn und im Kundendienst.';
  const facts = { ...demo.kit.facts, voice: { ...demo.kit.facts.voice, gender } };
  const found = wordsOf(findingsOf(demo, formOfAddressRule, ['de', text], { facts }));
  expect([...found].sort()).toEqual([...words].sort());
});
