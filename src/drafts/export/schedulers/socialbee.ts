import { notSaid, type Scheduler, said } from './scheduler.ts';

const HELP = 'https://help.socialbee.com/article/80-how-do-i-import-content-via-csv';

export const socialbee: Scheduler = {
  tool: 'socialbee',
  name: 'SocialBee',
  columns: said(['text', 'link', 'imageUrls', 'gifUrls', 'videoUrls', 'postAtSpecificTime'], HELP),
  hasHeading: true,
  moment: said('yyyy-mm-dd HH:MM', HELP, 'low'),
  clock: notSaid(HELP),
  rows: notSaid(HELP),
  apart: notSaid(HELP),
  ahead: notSaid(HELP),
  step: notSaid(HELP),
  sameTextHours: notSaid(HELP),
  networks: notSaid(HELP),
  file: 'profile',
  row: ({ text, local }) => [text, '', '', '', '', local.replace('T', ' ')],
  notes: ['How it wants moments written is not certain: look at the times in its preview before you confirm.'],
};
