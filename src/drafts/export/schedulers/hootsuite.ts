import { notSaid, partsOfLocal, type Scheduler, said } from './scheduler.ts';

const HELP = 'https://help.hootsuite.com/';
/** By somebody who used it; the help of the tool itself could not be read. */
const USED = 'https://kim-iverson-headlee.blogspot.com/2016/08/the-business-of-writing-using-hootsuite.html';
const SAMPLE = 'not confirmed: the sample file that its bulk composer offers';

export const hootsuite: Scheduler = {
  tool: 'hootsuite',
  name: 'Hootsuite',
  columns: said(['date and time', 'message', 'link'], USED, 'low'),
  hasHeading: false,
  moment: said('dd/mm/yyyy HH:MM', SAMPLE, 'low'),
  clock: notSaid(HELP),
  rows: said(350, USED, 'low'),
  apart: notSaid(HELP),
  ahead: said(10, SAMPLE, 'low'),
  step: said(5, SAMPLE, 'low'),
  sameTextHours: notSaid(HELP),
  networks: notSaid(HELP),
  file: 'profile',
  row: ({ text, local }) => {
    const { year, month, day, time } = partsOfLocal(local);
    return [`${day}/${month}/${year} ${time}`, text, ''];
  },
  notes: ['Compare the file with the sample that the tool offers, and choose dd/mm/yyyy hh:mm as its format of dates.'],
};
