import { beforeAll, expect, test } from 'vitest';
import { deletedOrFrozenRule } from '../../../../src/drafts/lint/rules/10-deleted-or-frozen.ts';
import type { ExitPlan } from '../../../../src/model/farewell/lint/exit-plan.ts';
import { briefly, type DemoLint, demoLint } from '../../../support/lint-demo.ts';
import { byHand, wrongDraft } from '../../../support/wrong-draft.ts';

const rules = [deletedOrFrozenRule];

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

test('the kit of the demo says nothing wrong', () => {
  expect(demo.check({}, { rules }).findings).toEqual([]);
});

const ofMode = (mode: 'freeze' | 'redirect' | 'delete') => ({
  ...demo.kit.facts,
  leaves: [{ channel: 'x', mode }] as const,
});

test.each([
  ['de', 'Unser Konto löschen wir danach.'],
  ['en', 'After that, we are deleting our account.'],
  ['fr', 'Ensuite, nous supprimerons notre compte.'],
  ['es', 'Después eliminaremos nuestra cuenta.'],
  ['it', 'Poi cancelliamo il nostro profilo.'],
  ['nl', 'Daarna verwijderen we ons profiel.'],
  ['pl', 'Potem usuniemy nasz profil.'],
  ['pt', 'Depois disso, apagamos a nossa conta.'],
  ['tr', 'Ardından hesabımızı siliyoruz.'],
  ['ar', 'وبعد ذلك نحذف الحساب.'],
])('an account that is to be frozen is not said to be deleted (%s: %s)', (locale, sentence) => {
  const changes = { [`${locale}/reminder-9-x`]: byHand(sentence) };
  const frozen = demo.check(changes, { rules, facts: ofMode('freeze') }).findings;
  expect(frozen.filter(({ spot }) => spot?.draft === `${locale}/reminder-9-x`)).toMatchObject([
    { severity: 'error', clash: { key: 'mode', says: 'freeze' } },
  ]);
  expect(demo.check(changes, { rules }).findings).toEqual([]);
});

test.each([
  ['de', 'Unser Profil behalten wir als Wegweiser.'],
  ['en', 'We are keeping our account as a signpost.'],
  ['fr', 'Nous gardons le compte.'],
  ['es', 'Conservamos la cuenta.'],
  ['it', 'Il profilo resta.'],
  ['nl', 'Het profiel houden we.'],
  ['pl', 'Profil zachowujemy.'],
  ['pt', 'Mantemos a conta.'],
  ['tr', 'Hesabımız duruyor.'],
  ['ar', 'الحساب باقٍ.'],
])('an account that is to be deleted is not said to stay (%s: %s)', (locale, sentence) => {
  const report = demo.check({ [`${locale}/reminder-9-x`]: byHand(sentence) }, { rules });
  expect(briefly(report)).toEqual([`deleted-or-frozen ${locale}/reminder-9-x 8`]);
});

test.each([
  ['de', 'Nachrichten beantworten wir bis zum 14. Januar; danach löschen wir sie.'],
  ['en', 'We answer messages until 14 January; then we delete them.'],
])('messages have a fate of their own (%s)', (locale, sentence) => {
  const { facts } = demo.kit;
  // biome-ignore lint/suspicious/noThenProperty: what becomes of the inbox then; nobody awaits it.
  const messages = { ...facts.fate.messages, then: 'close' } as const;
  const around = { rules, facts: { ...facts, fate: { ...facts.fate, messages } } };
  const { findings } = demo.check({ [`${locale}/reminder-9-x`]: byHand(sentence) }, around);
  const own = findings.filter(({ spot }) => spot?.draft === `${locale}/reminder-9-x`);
  expect(own).toMatchObject([{ clash: { kind: 'fact', key: 'fate.messages.then' } }]);
});

test.each([
  ['de', 'Löschen Sie Ihr Konto, wenn Sie möchten. Ältere Beiträge müssen Sie nicht löschen.'],
  ['de', 'Das Konto bleibt noch bis zum 31. Dezember offen. Private Konten bleiben.'],
  ['en', 'You do not have to delete your account. Please keep comments friendly.'],
  ['en', 'Our account stays open until 31 December.'],
])('what others do, what is not done, and what holds up to a day is left alone (%s: %s)', (locale, sentence) => {
  expect(demo.check({ [`${locale}/reminder-9-x`]: byHand(sentence) }, { rules }).findings).toEqual([]);
});

test.each(['de', 'en'])('a playbook that freezes is at odds with the drafts of an exit that deletes (%s)', (locale) => {
  const plan: ExitPlan = { kind: 'playbook', name: 'leave-x', mode: 'freeze', holidays: null, steps: [] };
  const { findings } = demo.check({}, { rules, plan });
  const drafts = findings.map(({ spot }) => spot?.draft);
  expect(drafts).toContain(`${locale}/landing-page`);
  expect(findings[0]?.clash).toEqual({ kind: 'step', step: 'leave-x', says: 'freeze' });
});

test.each([
  ['de', 'landing-page'],
  ['en', 'blog-post'],
])('the wrong draft of the corpus is found (%s/%s)', (locale, id) => {
  const report = demo.check(wrongDraft(locale, 'deleted-or-frozen', id), { rules });
  expect(report.findings.map(({ spot }) => spot?.draft)).toContain(`${locale}/${id}`);
});
