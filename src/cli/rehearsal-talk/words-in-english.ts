import type { TalkWords } from './words.ts';

const later = { key: 'later', says: 'not yet; you say how much later' };

export const talkInEnglish: TalkWords = {
  intro: [
    'This is a rehearsal. You answer for everybody who takes part; nothing of it is sent, asked or recorded.',
    'The clock is simulated, and goes on to whatever comes next.',
    'Ctrl-D: all the rest goes well by itself, and the debrief follows. Ctrl-C: stop, without a debrief.',
  ],
  where: (done, all, moment) => `${done} of ${all} steps done · simulated ${moment}`,
  who: {
    do: (name) => `${name} would have it done by now.`,
    release: (name) => `${name} is about to do it.`,
    approve: (name) => `${name} is asked to approve it.`,
  },
  due: (moment) => `Due ${moment}.`,
  noWayBack: 'No way back from here: it cannot be undone.',
  goesWrong: 'What goes wrong most often: ',
  evidence: 'Wanted as evidence: ',
  questions: {
    do: {
      asks: 'Is it done?',
      choices: {
        done: { key: 'done', says: 'yes' },
        later,
        cannot: { key: 'cannot', says: 'no, and it never will be; you say why, and whatever needs it waits' },
      },
    },
    release: {
      asks: 'Do they go through with it?',
      choices: {
        done: { key: 'done', says: 'yes, now' },
        later,
        cannot: { key: 'cannot', says: 'no, never; you say why, and whatever needs it waits' },
      },
    },
    approve: {
      asks: 'Do they approve it?',
      choices: {
        done: { key: 'approve', says: 'yes' },
        later,
        cannot: { key: 'reject', says: 'no; you say why, and whatever needs it waits' },
      },
    },
  },
  alsoTyped: { done: ['yes'], later: [], cannot: ['no'] },
  oneOf: (keys) => `Type one of: ${keys}.`,
  howMuchLater: 'How many days later? ',
  noDuration: 'Type a number of days, such as 3, or 5wd for working days.',
  why: 'Why? Enter for no reason: ',
  byItself: 'All the rest is answered by itself.',
  left: 'The rehearsal was left. Nothing of it is kept.',
  leftHint: 'Ctrl-D instead lets all the rest go well, and shows the debrief.',
};
