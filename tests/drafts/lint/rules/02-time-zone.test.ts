import { beforeAll, expect, test } from 'vitest';
import { timeZoneRule } from '../../../../src/drafts/lint/rules/02-time-zone.ts';
import { briefly, type DemoLint, demoLint, edit } from '../../../support/lint-demo.ts';
import { byHand, wrongDraft } from '../../../support/wrong-draft.ts';

const rules = [timeZoneRule];

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

test('the kit of the demo says nothing wrong', () => {
  expect(demo.check({}, { rules }).findings).toEqual([]);
});

test.each([
  ['de', '(MEZ)', '(MESZ)'],
  ['en', '(CET)', '(GMT)'],
])('another zone is found, with what it should be (%s)', (locale, from, to) => {
  const { findings } = demo.check({ [`${locale}/landing-page`]: edit(from, to) }, { rules });
  expect(findings).toMatchObject([{ severity: 'error', edit: { to: from.slice(1, -1) }, clash: { kind: 'draft' } }]);
});

test.each([
  ['de', ' (MEZ)'],
  ['en', ' (CET)'],
])('an hour without its zone is found (%s)', (locale, zone) => {
  const report = demo.check({ [`${locale}/announcement-x`]: edit(zone, '') }, { rules });
  expect(briefly(report)).toEqual([`time-zone ${locale}/announcement-x 12`]);
});

test.each([
  ['de', 'Am 31. Dezember um 15 Uhr erscheint unser letzter Beitrag.'],
  ['de', 'Unser letzter Beitrag erscheint um 15 Uhr (MESZ).'],
  ['en', 'Our last post goes out at 3 pm.'],
  ['en', 'Our last post goes out at 3 pm EST.'],
  ['fr', 'Notre dernière publication paraîtra à 15 h.'],
  ['es', 'Nuestra última publicación saldrá a las 15:00.'],
  ['it', 'L’ultimo post uscirà alle 15:00.'],
  ['nl', 'Ons laatste bericht verschijnt om 15.00 uur.'],
  ['pl', 'Ostatni wpis ukaże się o 15:00.'],
  ['pt', 'A última publicação sai às 15h00.'],
  ['tr', 'Son gönderi 31 Aralık 2026, saat 15:00.'],
  ['ar', 'آخر منشور الساعة 15:00.'],
])('a sentence by hand without the right zone is found (%s: %s)', (locale, sentence) => {
  const report = demo.check({ [`${locale}/reminder-9-x`]: byHand(sentence) }, { rules });
  expect(briefly(report, 'error')).toEqual([`time-zone ${locale}/reminder-9-x 8`]);
});

test.each([
  ['de', 'Unser letzter Beitrag erscheint um 15 Uhr deutscher Zeit.'],
  ['de', 'Unser letzter Beitrag erscheint um 15 Uhr (UTC+1).'],
  ['de', 'Ab 15 Uhr ist niemand mehr am Telefon.'],
  ['en', 'Our last post goes out at 3 pm (CET), which is 2 pm GMT. After 3 pm it gets quiet.'],
  ['fr', 'Notre dernière publication paraîtra à 15 h, heure de Paris.'],
  ['tr', 'Son gönderi 31 Aralık 2026, saat 15:00 (UTC+1).'],
])('another name of the same zone, or another hour, is left alone (%s: %s)', (locale, sentence) => {
  expect(demo.check({ [`${locale}/reminder-9-x`]: byHand(sentence) }, { rules }).findings).toEqual([]);
});

test('papers for the staff may leave the zone out', () => {
  const file = byHand('Our last post goes out at 3 pm.').replace('audience: public', 'audience: staff');
  expect(demo.check({ 'en/reminder-9-x': file }, { rules }).findings).toEqual([]);
});

test.each([
  ['de', 'press-release'],
  ['en', 'pinned-post-x'],
])('the wrong draft of the corpus is found (%s/%s)', (locale, id) => {
  const report = demo.check(wrongDraft(locale, 'time-zone', id), { rules });
  expect(report.findings.map(({ spot }) => spot?.draft)).toContain(`${locale}/${id}`);
});
