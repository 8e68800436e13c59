import { describe, expect, it } from 'vitest';
import { schedulePosts } from '../../../src/drafts/export/schedule-posts.ts';
import { schedulers } from '../../../src/drafts/export/schedulers/schedulers.ts';
import { writeSchedule } from '../../../src/drafts/export/write-schedule.ts';
import { NEXT_POST } from '../../../src/model/farewell/draft.ts';
import { type PublishingTool, publishingTools } from '../../../src/model/farewell/exit-facts.ts';
import { readCsv } from '../../posts/exports/read-csv.ts';
import { HARD, MADE_AT, page, post } from './kit.ts';

const place = { timezone: 'Europe/Berlin', now: new Date(MADE_AT) };

function scheduled(tool: PublishingTool, drafts: Parameters<typeof schedulePosts>[0], now = place.now) {
  const { posts, leftOut } = schedulePosts(drafts, schedulers[tool], { ...place, now });
  const files = writeSchedule(posts, schedulers[tool]).map(({ text, ...file }) => ({
    ...file,
    rows: readCsv(text, ','),
  }));
  return { files, reasons: leftOut.map(({ exported, reason }) => `${exported.draft.id} ${reason}`), leftOut };
}

describe('the file of a scheduler', () => {
  const drafts = [post(), post({ kind: 'last-post', publishAt: '2027-03-29T18:05', text: '+49 511 1234\r\nEnde' })];

  it.each([
    [
      'sprout',
      ['date', 'time_24hr', 'message_text'],
      ['29/01/2027', '10:00', HARD],
      ['29/03/2027', '18:05', '+49 511 1234\r\nEnde'],
    ],
    ['hootsuite', undefined, ['29/01/2027 10:00', HARD, ''], ['29/03/2027 18:05', '+49 511 1234\r\nEnde', '']],
    [
      'socialbee',
      ['text', 'link', 'imageUrls', 'gifUrls', 'videoUrls', 'postAtSpecificTime'],
      [HARD, '', '', '', '', '2027-01-29 10:00'],
      ['+49 511 1234\r\nEnde', '', '', '', '', '2027-03-29 18:05'],
    ],
    [
      'ayrshare',
      ['post', 'platforms', 'mediaUrls', 'scheduleDate'],
      [HARD, 'twitter', '', '2027-01-29T09:00:00Z'],
      // After the clocks were set forward.
      ['+49 511 1234\r\nEnde', 'twitter', '', '2027-03-29T16:05:00Z'],
    ],
    [
      'buffer',
      ['Text', 'Image URL', 'Tags', 'Posting Time'],
      [HARD, '', '', '2027-01-29 10:00'],
      ['+49 511 1234\r\nEnde', '', '', '2027-03-29 18:05'],
    ],
  ] as const)('for %s has its columns, its moments, and every sign of the texts', (tool, heading, first, second) => {
    const { files, reasons } = scheduled(tool, drafts);
    expect(reasons).toEqual([]);
    expect(files.map(({ rows }) => rows)).toEqual([[...(heading === undefined ? [] : [heading]), first, second]]);
  });

  it('for Publer has all its twelve columns', () => {
    const [file] = scheduled('publer', drafts).files;
    const [heading = [], first = []] = file?.rows ?? [];
    expect(heading.slice(0, 2)).toEqual(['Date - Intl. format or prompt', 'Text']);
    expect([heading.length, first.length]).toEqual([12, 12]);
    expect(first.slice(0, 3)).toEqual(['2027/01/29 10:00', HARD, '']);
  });

  it('is one for each account, and for Ayrshare one in which a row names several', () => {
    const three = [post(), post({ channel: 'sky' }), post({ channel: 'insta', text: 'anders' })];
    expect(scheduled('sprout', three).files.map(({ channel, drafts: count }) => [channel, count])).toEqual([
      ['x', 1],
      ['sky', 1],
      ['insta', 1],
    ]);
    const [file, ...others] = scheduled('ayrshare', three).files;
    expect(others).toEqual([]);
    expect([file?.channel, file?.drafts]).toEqual([null, 3]);
    expect(file?.rows.slice(1).map((row) => row[1])).toEqual(['twitter, bluesky', 'instagram']);
  });

  it('is a second one where there are more posts than a tool takes', () => {
    const many = Array.from({ length: 351 }, (_, at) => {
      const moment = new Date(Date.UTC(2027, 0, 3) + at * 600_000).toISOString().slice(0, 16);
      return post({ id: `announcement-${at}`, publishAt: moment, text: `Nr. ${at}` });
    });
    const { files, reasons } = scheduled('sprout', many);
    expect(reasons).toEqual([]);
    expect(files.map(({ number, drafts: count, rows }) => [number, count, rows.length - 1])).toEqual([
      [1, 350, 350],
      [2, 1, 1],
    ]);
    expect(files[1]?.rows[1]?.[2]).toBe('Nr. 350');
  });
});

describe('what a scheduler cannot take', () => {
  it('is left out with its reason, and nothing is moved', () => {
    const drafts = [
      post({ id: 'fine' }),
      post({ id: 'close', publishAt: '2027-01-29T10:09' }),
      post({ id: 'far-enough', publishAt: '2027-01-29T10:10' }),
      post({ id: 'elsewhere', channel: 'sky', publishAt: '2027-01-29T10:09' }),
      post({ id: 'thread', text: `eins\n\n${NEXT_POST}\n\nzwei` }),
      post({ id: 'past', publishAt: '2027-01-02T11:00' }),
      post({ id: 'soon', publishAt: '2027-01-02T11:09' }),
      post({ id: 'gap', publishAt: '2027-03-28T02:30' }),
      post({ id: 'twice', publishAt: '2027-10-31T02:30' }),
      post({ id: 'whenever', publishAt: null }),
      post({ id: 'sms', channel: 'sms' }),
      post({ id: 'no-channel', channel: 'gone' }),
      post({ id: 'pinned', kind: 'pinned-post' }),
      page(),
    ];
    const { files, reasons, leftOut } = scheduled('sprout', drafts);
    expect(reasons.sort()).toEqual([
      'close too-close',
      'gap no-such-time',
      'newsletter no-post',
      'no-channel no-platform',
      'past past',
      'pinned no-post',
      'sms no-platform',
      'soon too-soon',
      'thread thread',
      'twice shown-twice',
      'whenever no-time',
    ]);
    expect(files.map(({ channel, rows }) => [channel, ...rows.slice(1).map((row) => row[1])])).toEqual([
      ['x', '10:00', '10:10'],
      ['sky', '10:09'],
    ]);
    expect(leftOut.find(({ reason }) => reason === 'too-close')?.message).toBe(
      'Sprout Social wants 10 minutes between two posts of a profile, and de/fine is closer.',
    );
  });

  it('follows the tool: odd minutes, networks that it does not have, the same words again', () => {
    expect(scheduled('hootsuite', [post({ publishAt: '2027-01-29T10:03' })]).reasons).toEqual([
      'announcement-x odd-minute',
    ]);
    const fedi = [post({ channel: 'fedi' })];
    expect(scheduled('ayrshare', fedi).reasons).toEqual(['announcement-fedi no-platform']);
    expect(scheduled('publer', fedi).reasons).toEqual([]);
    const again = [post(), post({ kind: 'reminder-1', publishAt: '2027-01-31T10:00' })];
    expect(scheduled('ayrshare', again).reasons).toEqual(['reminder-1-x twice']);
    expect(scheduled('publer', again).reasons).toEqual([]);
    // A moment that the clocks show twice is one moment in UTC.
    expect(scheduled('ayrshare', [post({ publishAt: '2027-10-31T02:30' })]).files[0]?.rows[1]?.[3]).toBe(
      '2027-10-31T00:30:00Z',
    );
  });
});

describe('what is known of a scheduler', () => {
  it.each(publishingTools)(
    '%s: has a source, a day and how sure it is; what is unknown says where it was looked for',
    (tool) => {
      const { columns, moment, clock, rows, apart, ahead, step, sameTextHours, networks, row } = schedulers[tool];
      for (const fact of [columns, moment, clock, rows, apart, ahead, step, sameTextHours, networks]) {
        expect(fact.source).toMatch(/^https:\/\/|^not confirmed: /);
        expect(fact.checkedOn).toMatch(/^20\d\d-\d\d-\d\d$/);
        expect(fact.certainty === 'unknown').toBe(fact.value === undefined);
        if (!fact.source.startsWith('https://')) expect(fact.certainty).toBe('low');
      }
      const cells = row({ text: 'x', local: '2027-01-29T10:00', utc: '2027-01-29T09:00:00Z', networks: ['x'] });
      expect(cells).toHaveLength(columns.value.length);
    },
  );
});
