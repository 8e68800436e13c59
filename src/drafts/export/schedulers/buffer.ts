import { notSaid, type Scheduler, said } from './scheduler.ts';

const HELP = 'https://support.buffer.com/';
const ZONES =
  'https://support.buffer.com/hc/en-us/articles/360036232053-Setting-up-your-timezones-and-Posting-Schedules';
const SAMPLE = 'not confirmed: the sample file that its bulk upload offers';

export const buffer: Scheduler = {
  tool: 'buffer',
  name: 'Buffer',
  columns: said(['Text', 'Image URL', 'Tags', 'Posting Time'], SAMPLE, 'low'),
  hasHeading: true,
  moment: said('yyyy-mm-dd HH:MM', SAMPLE, 'low'),
  clock: said('of the tool', ZONES, 'medium'),
  rows: notSaid(HELP),
  apart: notSaid(HELP),
  ahead: notSaid(HELP),
  step: notSaid(HELP),
  sameTextHours: notSaid(HELP),
  networks: notSaid(HELP),
  file: 'profile',
  row: ({ text, local }) => [text, '', '', local.replace('T', ' ')],
  notes: [
    'Its columns and its format of moments are not confirmed: compare the file with the sample that the tool offers.',
    'Each of its channels has a time zone of its own.',
  ],
};
