// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of playbooks are written so
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { KnownError } from '../../../src/base/known-error.ts';
import { makeTimeline } from '../../../src/playbooks/timeline/make-timeline.ts';
import { monday, planText, playbookText, stepOf, timelineOf, timelineText } from './plan-text.ts';

function thrown(run: () => unknown): KnownError {
  try {
    run();
  } catch (error) {
    if (error instanceof KnownError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('a timeline', () => {
  it('puts work into working hours, one thing after the other, over a weekend', async () => {
    const timeline = await timelineText(
      `  - {id: a, type: manual, effort: 6h}
  - {id: b, type: manual, effort: 4h, needs: a}
  - {id: c, type: manual, effort: 4d, needs: b}
  - {id: d, type: verify, with: {channel: x}, needs: a}`,
    );
    const times = timeline.steps.map(({ id, startsAt, endsAt }) => [id, startsAt.slice(5, 16), endsAt.slice(5, 16)]);
    expect(times).toEqual([
      ['a', '01-04T08:00', '01-04T14:00'],
      ['b', '01-04T14:00', '01-05T10:00'],
      ['d', '01-04T14:00', '01-04T14:00'],
      // Wednesday is Epiphany in Bavaria, and then comes a weekend.
      ['c', '01-05T10:00', '01-12T10:00'],
    ]);
  });

  it('reckons work in months as a rehearsal does', async () => {
    const timeline = await timelineText('  - {id: a, type: manual, effort: 1mo}');
    expect(stepOf(timeline, 'a').effortMinutes).toBe(21 * 480);
  });

  it('plans what has a date on its date, and before a day off the working day before it', async () => {
    const timeline = await timelineText(
      `  - {id: memo, type: manual, due: last_day - 31d}
  - {id: sunday, type: manual, due: last_day - 3d}
  - {id: next, type: manual, needs: memo}`,
      { last_day: '2027-03-31' },
    );
    expect(stepOf(timeline, 'memo')).toMatchObject({ startsAt: '2027-02-26T08:00:00.000Z', isWholeDay: true });
    expect(stepOf(timeline, 'memo').dueAt).toBe('2027-02-28T23:00:00.000Z');
    // 28 March is the Sunday on which the clocks are set forward, Good Friday is the 26th.
    expect(stepOf(timeline, 'sunday').startsAt).toBe('2027-03-25T08:00:00.000Z');
    expect(stepOf(timeline, 'next').startsAt).toBe('2027-02-26T08:00:00.000Z');
    expect(timeline.remarks.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('plans a step sooner than its date where something after it has an earlier one', async () => {
    const timeline = await timelineText(
      `  - {id: text, type: manual, effort: 2h, due: 2027-02-10}
  - {id: post, type: publish, needs: text, due: 2027-02-01T10:00, effort: 30m}`,
    );
    expect(stepOf(timeline, 'post')).toMatchObject({ startsAt: '2027-02-01T08:30:00.000Z', isLate: false });
    expect(Date.parse(stepOf(timeline, 'text').endsAt)).toBeLessThanOrEqual(Date.parse('2027-02-01T08:30:00Z'));
  });

  it('is held back by a wait until a moment, and publishes at that moment on a Sunday too', async () => {
    const timeline = await timelineText(
      `  - {id: memo, type: manual, due: last_day - 31d}
  - {id: moment, type: wait, until: last_day - 30d + 10h, needs: memo}
  - {id: announce, type: publish, needs: moment}
  - {id: answers, type: manual, needs: announce}`,
      { last_day: '2027-05-30' },
    );
    expect(stepOf(timeline, 'moment').endsAt).toBe('2027-04-30T08:00:00.000Z');
    expect(stepOf(timeline, 'announce')).toMatchObject({ startsAt: '2027-04-30T08:00:00.000Z', isWholeDay: false });
    expect(timeline.criticalPath).toEqual(['moment', 'announce', 'answers']);
    const moved = await timelineText(
      `  - {id: moment, type: wait, until: last_day - 28d + 10h}
  - {id: announce, type: publish, needs: moment}
  - {id: answers, type: manual, needs: announce}`,
      { last_day: '2027-05-30' },
    );
    expect(stepOf(moved, 'announce').startsAt).toBe('2027-05-02T08:00:00.000Z');
    expect(stepOf(moved, 'answers').startsAt).toBe('2027-05-03T07:00:00.000Z');
    expect(moved.remarks).toContainEqual(expect.objectContaining({ code: 'weekend', steps: ['announce'] }));
  });

  it('reckons from the planned end of a step, also through the input of a used playbook', async () => {
    const inner = `apiVersion: playbook/v1
name: inner
title: Inner
mode: freeze
inputs: {from: {type: string}}
steps:
  - {id: check, type: manual, due: "\${{ inputs.from }} + 30d"}
`;
    const plan = await planText(
      playbookText(`  - {id: off, type: manual, effort: 1h}
  - {id: grace, type: wait, until: "\${{ steps.off.at }} + 30d", needs: off}
  - {id: rest, uses: inner, needs: grace, with: {from: "\${{ steps.off.at }}"}}
  - {id: end, type: certificate, needs: rest}`),
      {},
      { inner },
    );
    const timeline = timelineOf(plan);
    expect(stepOf(timeline, 'grace').endsAt).toBe('2027-02-03T09:00:00.000Z');
    expect(stepOf(timeline, 'rest/check')).toMatchObject({ needs: ['grace'], dueAt: '2027-02-03T09:00:00.000Z' });
    expect(stepOf(timeline, 'end').needs).toEqual(['rest/check']);
    expect(timeline.steps.map(({ id }) => id)).not.toContain('rest');
    expect(timeline.criticalPath).toEqual(['off', 'grace', 'rest/check', 'end']);
  });

  it('keeps the hour of a long wait when the clocks are set forward', async () => {
    const timeline = await timelineText(
      `  - {id: off, type: manual, due: 2027-03-12}
  - {id: grace, type: wait, duration: 30d, needs: off}
  - {id: look, type: manual, needs: grace}`,
    );
    expect(stepOf(timeline, 'off').startsAt).toBe('2027-03-12T08:00:00.000Z');
    expect(stepOf(timeline, 'grace').endsAt).toBe('2027-04-11T07:00:00.000Z');
    // The 11th is a Sunday.
    expect(stepOf(timeline, 'look').startsAt).toBe('2027-04-12T07:00:00.000Z');
  });

  it('knows the days off around Christmas, of the place that was asked for', async () => {
    const plan = await planText(
      playbookText(`  - {id: first, type: manual, effort: 8h, due: 2027-12-23}
  - {id: then, type: manual, effort: 3d, needs: first}`),
    );
    // 24 and 31 December are working days by the law of Bavaria; 25 and 26 December are a weekend in 2027.
    const day = (timeline: ReturnType<typeof timelineOf>) => stepOf(timeline, 'then').endsAt.slice(0, 16);
    expect(day(timelineOf(plan))).toBe('2027-12-28T16:00');
    const late = await planText(
      playbookText(`  - {id: first, type: manual, effort: 8h, due: 2026-12-24}
  - {id: then, type: manual, effort: 5d, needs: first}`),
    );
    const now = new Date('2026-12-24T07:00:00Z');
    // Christmas Day on Friday, New Year on Friday, Epiphany on Wednesday.
    expect(day(timelineOf(late, { now }))).toBe('2027-01-04T16:00');
    expect(day(timelineOf({ ...late, holidays: null }, { now }))).toBe('2026-12-31T16:00');
  });

  it('leaves out what inputs rule out, and what needs it goes on without it', async () => {
    const timeline = await timelineText(
      `  - {id: a, type: manual, effort: 1h}
  - {id: b, type: manual, if: inputs.note, needs: a, effort: 5h}
  - {id: c, type: manual, needs: b}
  - {id: d, type: manual, if: steps.b.state == 'succeeded', needs: b}
  - {id: e, type: manual, if: steps.a.outputs.pages > 3, needs: a}`,
    );
    expect(timeline.steps.map(({ id }) => id)).toEqual(['a', 'c', 'e']);
    expect(stepOf(timeline, 'c')).toMatchObject({ needs: ['a'], startsAt: '2027-01-04T09:00:00.000Z' });
    expect(timeline.skipped).toEqual([
      { id: 'b', because: 'inputs.note' },
      { id: 'd', because: "steps.b.state == 'succeeded'" },
    ]);
    expect(timeline.remarks).toContainEqual(expect.objectContaining({ code: 'assumed', steps: ['e'] }));
  });

  it('says where there is no way back, and until when one can still say no', async () => {
    const timeline = await timelineText(
      `  - {id: yes, type: approval, approvers: [brand, legal], min_approvals: 2, due: 2027-02-01, effort: 30m}
  - {id: day, type: wait, until: 2027-03-01, needs: yes}
  - {id: off, type: manual, irreversible: true, confirm: x, needs: day}`,
    );
    expect(timeline.pointOfNoReturn).toEqual({ step: 'off', at: '2027-03-01T08:00:00.000Z' });
    expect(timeline.lastMomentToStop).toEqual({ step: 'yes', at: '2027-02-01T08:30:00.000Z' });
  });

  it('adds the work up by role, with what it costs', async () => {
    const rates = { currency: 'EUR', centsPerHour: { brand: 8500 } };
    const timeline = await timelineText(
      `  - {id: a, type: manual, assignee: brand, effort: 90m}
  - {id: b, type: manual, assignee: brand}
  - {id: yes, type: approval, approvers: [brand, legal], min_approvals: 3, effort: 20m, needs: a}
  - {id: v, type: verify, with: {channel: x}}`,
      {},
      { rates },
    );
    expect(timeline.currency).toBe('EUR');
    expect(timeline.effort).toEqual([
      { role: 'brand', people: [], steps: 3, minutes: 110, unknown: 1, costCents: 15583 },
      { role: 'legal', people: [], steps: 1, minutes: 40, unknown: 0, costCents: null },
    ]);
  });
});

describe('a plan that does not fit', () => {
  const steps = `  - {id: export, type: manual, takes: 10d}
  - {id: memo, type: manual, effort: 1h, due: last_day - 31d, needs: export}
  - {id: moment, type: wait, until: last_day - 30d + 10h, needs: memo}
  - {id: announce, type: publish, needs: moment}`;

  it('says what is late and by how much, and finds the first last day that works', async () => {
    const timeline = await timelineText(steps, { last_day: '2027-02-10' });
    const late = timeline.remarks.filter(({ code }) => code === 'late');
    expect(late.map(({ steps: ids }) => ids)).toEqual([['memo'], ['moment']]);
    expect(late[0]?.message.en).toBe(
      '“memo” is due Sun, 10 January 2027, and would be done Thu, 14 January 2027, 10:00 (Berlin): 3 days too late.',
    );
    expect(late[0]?.message.de).toMatch(/^„memo“ soll bis So\., 10\. Januar 2027 fertig sein/);
    expect(timeline.earliest).toEqual({ input: 'last_day', day: '2027-02-14' });
    expect(timeline.criticalPath).toEqual(['export', 'memo']);
    const fits = (day: string) => timelineText(steps, { last_day: day }).then(({ earliest }) => earliest === null);
    expect(await Promise.all(['2027-02-13', '2027-02-14', '2027-02-15'].map(fits))).toEqual([false, true, true]);
  });

  it('finds no day where the date is not reckoned from an input', async () => {
    const timeline = await timelineText('  - {id: a, type: manual, takes: 9d, due: 2027-01-08}', {
      last_day: '2027-02-10',
    });
    expect(timeline.remarks.map(({ code }) => code)).toContain('late');
    expect(timeline.earliest).toBeNull();
  });

  it('refuses a last day in the past, and says which is the first that works', async () => {
    const plan = await planText(playbookText(steps), { last_day: '2027-01-03' });
    const error = thrown(() => timelineOf(plan));
    expect(error).toMatchObject({ code: 'plan.past', exitCode: 2 });
    expect(error.message).toBe('The input "last_day" is 2027-01-03, and the plan begins on 2027-01-04.');
    expect(error.hint).toBe('The first day that works: --input last_day=2027-02-14');
  });

  it('refuses holidays that nobody knows', async () => {
    const plan = await planText(playbookText(steps), { last_day: '2027-06-01' });
    const error = thrown(() => timelineOf({ ...plan, holidays: 'DE-XX' }));
    expect(error.code).toBe('holidays.unknown');
  });
});

describe('the beginning of a plan', () => {
  it('is now to the minute, a morning that was named, or now where that morning is over', async () => {
    const plan = await planText(playbookText('  - {id: a, type: verify, with: {channel: x}}'));
    const begin = (now: string, start: string | null) =>
      makeTimeline({ plan, people: null, now: new Date(now), start, rates: null }).startsAt;
    expect(begin('2027-01-04T07:00:30Z', null)).toBe('2027-01-04T07:01:00.000Z');
    expect(begin('2027-01-04T07:00:30Z', '2027-07-01')).toBe('2027-07-01T07:00:00.000Z');
    expect(begin('2027-01-04T10:00:00Z', '2027-01-04')).toBe('2027-01-04T10:00:00.000Z');
    expect(begin(monday.toISOString(), '2027-01-04')).toBe('2027-01-04T08:00:00.000Z');
  });

  it('plans the worked example of the playbooks without a remark but that its effort is unknown', async () => {
    const text = await readFile('tests/fixtures/playbooks/leave-x.yaml', 'utf8');
    const timeline = timelineOf(await planText(text, { account: 'aurora', last_day: '2027-03-31' }));
    expect(timeline.remarks.map(({ code }) => code)).toEqual(['unknown-effort']);
    expect(timeline.pointOfNoReturn?.step).toBe('deactivate');
    expect(timeline.endsAt).toBe('2027-03-28T07:00:00.000Z');
  });
});
