import { beforeAll, expect, test } from 'vitest';
import { calendarRule } from '../../../../src/drafts/lint/rules/28-calendar.ts';
import { briefly, type DemoLint, type DemoMore, demoLint, edit } from '../../../support/lint-demo.ts';

let demo: DemoLint;
beforeAll(async () => {
  demo = await demoLint();
});

const check = (changes: Parameters<DemoLint['check']>[0], more: DemoMore = {}) =>
  demo.check(changes, { rules: [calendarRule], ...more });
const moved = (from: string, to: string) => edit(`publish_at: ${from}`, `publish_at: ${to}`);
/** Somebody is there on every day, all day. */
const watched = () => ({
  ...demo.kit.facts,
  duty: [{ person: 'jonas', from: '2026-11-01T00:00', until: '2027-02-01T00:00' }],
});

test('the demo has people on duty for the announcement, and for nothing after it', () => {
  const { findings } = check({});
  expect(findings.map(({ severity, message }) => [severity, message.en])).toEqual([
    [
      'warning',
      'Nobody is on duty for the four hours after Thursday, 31 December 2026, at 3 pm, when “de/last-post-x” goes out.',
    ],
    [
      'hint',
      'Nobody is on duty for the four hours after these reminders: 17 December, 10 am; 24 December, 10 am; 29 December, 10 am.',
    ],
  ]);
  expect(briefly(check({}, { facts: watched() }))).toEqual([]);
});

test.each(['de', 'en'])('an announcement on a Sunday is found (%s)', (locale) => {
  const changes = { [`${locale}/announcement-x`]: moved('2026-11-30T10:00', '2026-12-06T10:00') };
  const { findings } = check(changes, { facts: watched() });
  expect(findings.map(({ spot, severity }) => [spot?.draft, spot?.line, severity])).toEqual([
    [`${locale}/announcement-x`, 7, 'warning'],
  ]);
  expect(findings[0]?.message.de).toBe(
    `„${locale}/announcement-x“ geht hinaus: am Sonntag, 6. Dezember 2026, 10 Uhr, am Wochenende.`,
  );
  expect(findings[0]?.fix.en).toContain('such as Monday, 7 December 2026,');
});

test.each(['de', 'en'])('a reminder at night is found (%s)', (locale) => {
  const changes = { [`${locale}/reminder-1-x`]: moved('2026-12-17T10:00', '2026-12-17T23:30') };
  const { findings } = check(changes, { facts: watched() });
  expect(findings.map(({ message }) => message.en)).toEqual([
    `“${locale}/reminder-1-x” goes out on Thursday, 17 December 2026, at 11:30 pm, at night.`,
  ]);
});

const holiday = (day: string) =>
  ({ '2026-12-24': 'Christmas Eve', '2026-12-25': 'Christmas', '2027-01-01': 'New Year’s Day' })[day] ?? null;

test('holidays are those of the calendar; drafts of one moment are told of together, and a long weekend is a hint', () => {
  const { findings } = check({}, { facts: watched(), holiday });
  expect(findings.map(({ severity, spot, message }) => [severity, spot?.draft, message.en])).toEqual([
    [
      'warning',
      'de/reminder-2-x',
      '“de/reminder-2-x” and 1 more go out on Thursday, 24 December 2026, at 10 am, a holiday (Christmas Eve).',
    ],
    ['hint', 'de/last-post-x', 'After the last day, Thursday, 31 December 2026, come 3 days on which nobody works.'],
  ]);
  expect(findings[0]?.fix.en).toContain('Monday, 28 December 2026');
});

test('a duty that ends too soon is told of, and one shift may follow another', () => {
  const { facts } = demo.kit;
  const short = { ...facts, duty: [{ person: 'wiebke', from: '2026-11-30T09:00', until: '2026-11-30T12:30' }] };
  const [first] = check({}, { facts: short }).findings;
  expect(first?.message.en).toBe(
    'Somebody is on duty for 2 of the four hours after Monday, 30 November 2026, at 10 am, and then nobody is.',
  );
  const shifts = {
    ...facts,
    duty: [...short.duty, { person: 'jonas', from: '2026-11-30T12:00', until: '2026-11-30T14:00' }],
  };
  expect(
    check({}, { facts: shifts })
      .findings.map(({ message }) => message.en)
      .join(),
  ).not.toContain('30 November');
});

test('a landing page may go out at night', () => {
  const changes = { 'de/landing-page': moved('2026-11-30T10:00', '2026-11-30T23:00') };
  expect(briefly(check(changes, { facts: watched() }))).toEqual([]);
});
