import { notSaid, partsOfLocal, type Scheduler, said } from './scheduler.ts';

const HELP = 'https://publer.com/help/en/article/how-to-use-a-csv-file-18qhxcq';
const BLOG = 'https://publer.com/blog/ultimate-csv-bulk-scheduler-social-media/';

const columns = [
  'Date - Intl. format or prompt',
  'Text',
  'Link(s) - Separated by comma for FB carousels',
  'Media URL(s) - Separated by comma',
  'Title - For the video, pin, PDF ..',
  'Label(s) - Separated by comma',
  'Alt text(s) - Separated by ||',
  'Comment(s) - Separated by ||',
  'Pin board, FB album, or Google category',
  'Post subtype - I.e. story, reel, PDF ..',
  'CTA - For Facebook links or Google',
  'Reminder - For stories, reels, shorts, and TikToks',
] as const;

const names = {
  x: 'X',
  facebook: 'Facebook',
  instagram: 'Instagram',
  threads: 'Threads',
  linkedin: 'LinkedIn',
  mastodon: 'Mastodon',
  bluesky: 'Bluesky',
  telegram: 'Telegram',
  pinterest: 'Pinterest',
  'google-business': 'Google Business',
} as const;

export const publer: Scheduler = {
  tool: 'publer',
  name: 'Publer',
  columns: said(columns, BLOG, 'medium'),
  hasHeading: true,
  moment: said('yyyy/mm/dd HH:MM', HELP),
  clock: notSaid(HELP),
  rows: notSaid(HELP),
  apart: notSaid(HELP),
  ahead: notSaid(HELP),
  step: notSaid(HELP),
  sameTextHours: notSaid(HELP),
  networks: said({ names, isClosed: false }, BLOG),
  file: 'profile',
  row: ({ text, local }) => {
    const { year, month, day, time } = partsOfLocal(local);
    return [`${year}/${month}/${day} ${time}`, text, ...columns.slice(2).map(() => '')];
  },
  notes: [],
};
