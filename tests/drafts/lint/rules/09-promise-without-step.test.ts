import { beforeAll, expect, test } from 'vitest';
import { promiseWithoutStepRule } from '../../../../src/drafts/lint/rules/09-promise-without-step.ts';
import { demoPlan } from '../../../support/demo-plan.ts';
import { briefly, type DemoLint, type DemoMore, demoLint, edit } from '../../../support/lint-demo.ts';

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

const check = (changes: Parameters<DemoLint['check']>[0], more: DemoMore = {}) =>
  demo.check(changes, { rules: [promiseWithoutStepRule], plan: demoPlan, ...more });
const byHand = (sentence: string) => `---\nkind: reminder-1\nchannel: x\naudience: public\n---\n\n${sentence}\n`;

test('the kit of the demo promises nothing that the plan does not do', () => {
  expect(briefly(check({}))).toEqual([]);
});

test('without a plan it cannot be looked at, and says what is needed', () => {
  const { findings, unchecked } = check({}, { plan: null });
  expect(findings).toEqual([]);
  expect(unchecked).toEqual([
    {
      rule: 'promise-without-step',
      because: expect.objectContaining({ en: expect.stringContaining('--playbook NAME') }),
    },
  ]);
});

test.each([
  ['de', 'Ihre Daten löschen wir nach 90 Tagen.', 'dass Daten von Menschen gelöscht werden'],
  ['de', 'Die Kommentare bleiben dort lesbar.', 'dass die Kommentare stehen bleiben'],
  ['de', 'Der Name bleibt bei uns.', 'dass der Name unserer bleibt'],
  ['de', 'Unser Newsletter geht weiter.', 'dass der Newsletter weitergeht'],
  ['de', 'Die Domain bleibt, wie sie ist.', 'dass die Domain bleibt'],
  ['de', 'Was wir hier veröffentlicht haben, bleibt stehen.', 'dass die Beiträge stehen bleiben'],
  ['de', 'Alte Links führen weiterhin zu uns.', 'dass alte Links weiterführen'],
])('a promise that no step keeps is found (%s: %s)', (locale, sentence, what) => {
  const { findings } = check({ [`${locale}/reminder-9-x`]: byHand(sentence) });
  expect(findings.map(({ spot, severity }) => [spot?.draft, spot?.line, severity])).toEqual([
    [`${locale}/reminder-9-x`, 7, 'error'],
  ]);
  expect(findings[0]?.message.de).toContain(what);
});

test.each([
  ['We delete your data by 30 March.', 'that data of people are deleted, and no step of leave-x does that.'],
  ['The comments stay readable there.', 'that the comments stay there'],
  ['The handle stays ours.', 'that the name stays ours'],
  ['Our newsletter goes on as before.', 'that the newsletter goes on'],
  ['The domain stays.', 'that the domain stays'],
  ['We are keeping this account; it just goes quiet.', 'that the account stays'],
  ['This page stays online for a year.', 'that the page stays online'],
])('and in English (%s)', (sentence, what) => {
  const { findings } = check({ 'en/reminder-9-x': byHand(sentence) });
  expect(findings.map(({ message }) => message.en)).toEqual([expect.stringContaining(what)]);
});

test.each([
  ['fr', 'Ce que nous avons publié ici reste en ligne.'],
  ['es', 'Lo que hemos publicado aquí se queda donde está.'],
  ['it', 'Ciò che abbiamo pubblicato qui resta dov’è.'],
  ['nl', 'Wat we hier hebben gepost, blijft staan.'],
  ['pl', 'To, co opublikowaliśmy tutaj, zostaje na swoim miejscu.'],
  ['pt', 'O que publicámos aqui fica onde está.'],
  ['tr', 'Burada paylaştıklarımız yerinde kalıyor.'],
  ['ar', 'يبقى ما نشرناه هنا في مكانه.'],
])('and in the words of the templates elsewhere (%s)', (locale, sentence) => {
  expect(briefly(check({ [`${locale}/reminder-9-x`]: byHand(sentence) }))).toEqual([
    `promise-without-step ${locale}/reminder-9-x 7`,
  ]);
});

test.each([
  [
    'de',
    'Wir beantworten Nachrichten hier bis zum 14. Januar und schließen dann das Postfach. Wir sagen Ihnen rechtzeitig Bescheid, bevor es so weit ist.',
  ],
  ['de', 'Über Ihre Daten sprechen wir nicht. Ihren Newsletter bekommen Sie, wo Sie wollen. Wir löschen keine Daten.'],
  [
    'en',
    'We answer messages here until 14 January; then we close the inbox. We will let you know when the last post is out.',
  ],
  [
    'en',
    'We never delete your data. Our name is Brandt. There is no need to delete older posts. What was promised still stands.',
  ],
])('what the plan does, and what is no promise, is left alone (%s: %s)', (locale, sentence) => {
  expect(briefly(check({ [`${locale}/reminder-9-x`]: byHand(sentence) }))).toEqual([]);
});

test('a plan that freezes does not delete what the texts say it does', () => {
  const frozen = {
    ...demoPlan,
    mode: 'freeze' as const,
    steps: demoPlan.steps.filter(({ id }) => id !== 'close/deactivate'),
  };
  const { findings } = check({}, { plan: frozen });
  expect(new Set(findings.map(({ message }) => message.en.replace(/^“.*” /, '')))).toEqual(
    new Set([
      'promises that messages are deleted, and no step of leave-x does that.',
      'promises that the account is deleted, and no step of leave-x does that.',
    ]),
  );
});

test('what a step about another channel does keeps no promise', () => {
  const elsewhere = { ...demoPlan, steps: demoPlan.steps.map((step) => ({ ...step, channel: 'fediverse' })) };
  expect(briefly(check({}, { plan: elsewhere })).length).toBeGreaterThan(10);
});

test('a promise in a sentence of the kit is found where it was edited', () => {
  const { findings } = check({
    'de/landing-page': edit(
      'und Listen unserer Follower haben wir nie geführt.',
      'und Ihre Daten löschen wir bis zum 31. März.',
    ),
  });
  expect(findings.map(({ spot }) => [spot?.draft, spot?.words])).toEqual([['de/landing-page', 'Daten löschen wir']]);
});
