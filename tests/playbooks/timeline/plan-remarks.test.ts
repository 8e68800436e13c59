import { describe, expect, it } from 'vitest';
import type { Timeline } from '../../../src/model/playbook/timeline.ts';
import { person, timelineText } from './plan-text.ts';

const about = ({ remarks }: Timeline, code: string) =>
  remarks.filter((remark) => remark.code === code).map(({ steps, message }) => ({ steps, says: message.en }));

describe('the remarks of a plan', () => {
  it('name all that goes out within an hour, on one channel and on several', async () => {
    const steps = `  - {id: a, type: publish, due: 2027-02-01T10:00, with: {channel: x}}
  - {id: b, type: publish, due: 2027-02-01T10:59, with: {channel: mastodon}}
  - {id: c, type: publish, due: 2027-02-01T11:59, with: {channel: x}}
  - {id: d, type: publish, due: 2027-02-03, with: {channel: x}}
  - {id: e, type: publish, due: 2027-02-03, with: {channel: x}}`;
    expect(about(await timelineText(steps), 'collision')).toEqual([
      {
        steps: ['a', 'b'],
        says: 'Within one hour on different channels: “a” and “b” (from Mon, 1 February 2027, 10:00 (Berlin)).',
      },
      { steps: ['d', 'e'], says: 'Within one hour on the same channel: “d” and “e” (from Wed, 3 February 2027).' },
    ]);
  });

  it('name roles that nobody has, days on which all are away, and approvals with too few people', async () => {
    const steps = `  - {id: memo, type: manual, assignee: brand, due: 2027-02-01}
  - {id: phones, type: manual, assignee: service}
  - {id: yes, type: approval, approvers: [brand, legal], min_approvals: 2, due: 2027-02-10}
  - {id: fine, type: manual, assignee: legal, due: 2027-02-01}`;
    const away = (delegate: string | null) => [{ from: '2027-02-01', until: '2027-02-12', delegate }];
    const lena = person('lena', ['legal']);
    const alone = { people: [person('anna', ['brand'], away(null)), lena] };
    expect(about(await timelineText(steps, {}, alone), 'nobody')).toEqual([
      { steps: ['phones'], says: 'Nobody has the role “service”: “phones”.' },
      { steps: ['memo'], says: '“memo” (Mon, 1 February 2027): anna is away then, and nobody stands in.' },
      {
        steps: ['yes'],
        says: '“yes” (Wed, 10 February 2027): it needs 2 approvals, and only one person can approve then.',
      },
    ]);
    const helped = { people: [person('anna', ['brand'], away('omar')), lena, person('omar', ['service'])] };
    expect(about(await timelineText(steps, {}, helped), 'nobody')).toEqual([]);
    expect(about(await timelineText(steps, {}, { people: [] }), 'nobody')).toHaveLength(1);
    expect(about(await timelineText(steps, {}, { people: null }), 'nobody')).toEqual([]);
  });

  it('name days on which a role has more work than its people have hours', async () => {
    const steps = `  - {id: a, type: manual, assignee: brand, effort: 5h, due: 2027-02-01}
  - {id: b, type: manual, assignee: brand, effort: 12h, takes: 2d, due: 2027-02-03}
  - {id: c, type: manual, assignee: brand, effort: 4h, due: 2027-02-01}`;
    const crowded = await timelineText(steps);
    expect(about(crowded, 'too-much')).toEqual([
      {
        steps: expect.arrayContaining(['a', 'b', 'c']),
        says: expect.stringMatching(/^“brand” has 17 h of work on Mon, 1 February 2027, for one person: /),
      },
    ]);
    const people = ['anna', 'jo', 'kim'].map((id) => person(id, ['brand']));
    expect(about(await timelineText(steps, {}, { people }), 'too-much')).toEqual([]);
  });

  it('say that nobody knows how long something takes', async () => {
    const timeline = await timelineText(
      `  - {id: off, type: manual, assignee: brand}
  - {id: gone, type: wait, condition: inputs.note, needs: off}`,
    );
    expect(about(timeline, 'unknown-wait').map(({ steps }) => steps)).toEqual([['gone']]);
    expect(about(timeline, 'unknown-effort').map(({ steps }) => steps)).toEqual([['off']]);
  });
});
