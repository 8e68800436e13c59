import { notSaid, partsOfLocal, type Scheduler, said } from './scheduler.ts';

const HELP = 'https://support.sproutsocial.com/hc/en-us/articles/115005864203-How-do-I-use-bulk-scheduling';

export const sprout: Scheduler = {
  tool: 'sprout',
  name: 'Sprout Social',
  columns: said(['date', 'time_24hr', 'message_text'], HELP),
  hasHeading: true,
  moment: said('dd/mm/yyyy and HH:MM', HELP),
  clock: notSaid(HELP),
  rows: said(350, HELP),
  apart: said(10, HELP),
  ahead: said(10, HELP),
  step: notSaid(HELP),
  sameTextHours: notSaid(HELP),
  networks: notSaid(HELP),
  file: 'profile',
  row: ({ text, local }) => {
    const { year, month, day, time } = partsOfLocal(local);
    return [`${day}/${month}/${year}`, time, text];
  },
  notes: ['Choose dd/mm/yyyy as the format of dates when you import the file.'],
};
