import type { MishapReport } from './debrief.ts';
import type { DebriefWords } from './debrief-words.ts';

const days = (count: string): string => (count === '1' ? '1 day' : `${count} days`);

export const inEnglish: DebriefWords = {
  locale: 'en-GB',
  title: (what) => `Rehearsal: ${what}`,
  notReal: 'Nothing of this has happened: no mail was sent, no server was asked, no file was written.',
  fromTo: (from, to, zone) => `From ${from} to ${to} (${zone}).`,
  succeeded: 'The run came to its end: everything was done.',
  endedAs: (state, reason) => `The run ended without success (${state})${reason === null ? '.' : `: ${reason}`}`,
  stuck: 'The run did not come to its end. What it waits for stands below.',
  standIn: (role, names) => `Nobody has the role ${role}. It was played by stand-ins: ${names}.`,
  heads: {
    late: 'What was late',
    waited: 'Whom everybody waited for',
    noReturn: 'The point of no return',
    mishaps: 'What went wrong, and what it cost',
    open: 'What it waits for',
    missing: 'What would have failed for want of settings',
    advice: 'What to do about it',
  },
  inTime: 'Nothing: every date was kept.',
  noDates: 'Nothing: no step has a date.',
  late: (title, due, done, by) => `${title}: due ${due}, ${done === null ? 'still open' : `done ${done}`}, ${by} late`,
  waited: (role, names, steps, count) =>
    `${role} (${names}): ${steps === 1 ? '1 step' : `${steps} steps`}, ${count === '1' ? '1 working day' : `${count} working days`}`,
  noReturn: (title, at) => (at === null ? `${title}: it was not reached.` : `${title}: ${at}.`),
  noNoReturn: 'There is none: everything can be taken back.',
  allBefore: 'Everything that has to be before it was before it:',
  notAllBefore: 'Not everything that has to be before it was there:',
  before: {
    archive: 'archive verified',
    complete: 'completeness stated',
    staff: 'staff told',
    approval: 'approved',
  },
  notYet: 'not done',
  open: (title, people, reason) => `${title}: waits for ${people}${reason}`,
  nobody: 'nobody who is there',
  aDate: 'a date that is more than five years off',
  missing: {
    'mail-server': (steps) =>
      `${steps}: nobody would have been told. lastpost.yaml names no mail server; write it there under mail.`,
    address: (steps, who) =>
      `${steps}: there is no e-mail address for ${who}, and nobody would have been told. Write it into lastpost.yaml.`,
    secret: (steps, reference) => `${steps}: ${reference} is not set here. Set it where the run will go.`,
  },
  mishaps: {
    'export-late': ({ title }) => `The official export came 12 days late (${title?.en ?? ''}).`,
    'approver-ill': ({ who, end, instead }) => `${who} fell ill for ten days when asked. ${illEnd(end, instead)}`,
    'account-locked': ({ who, end }) =>
      `${who ?? 'Lastpost'} could not log in and was let in three working days later. ${
        end === 'release-over'
          ? 'Meanwhile the go-ahead ran out: two people had to say that nothing had been done, before it was given again.'
          : 'Everything after it waited.'
      }`,
    'press-call': (mishap, at) =>
      `A journalist called on ${at(mishap.at ?? '')} and cost four hours. ${knewText(mishap, at)}`,
    'probe-says-alive': ({ title }) =>
      `After ${title?.en ?? 'it'} the page was still there. Two people looked, said so, and it was done once more.`,
  },
  nothingToHit: {
    'export-late': 'It found nothing to hit: no step done by hand is called “export”.',
    'approver-ill': 'It found nothing to hit: nobody was asked to approve before a point of no return.',
    'account-locked': 'It found nothing to hit: nobody was about to log in anywhere.',
    'press-call': 'It found nothing to hit: there is neither a staff memo nor an announcement with a date.',
    'probe-says-alive': 'It found nothing to hit: no irreversible step that came up has a probe.',
  },
  cost: ({ endDays, endsWith, moved }) => {
    const end = endsWith === 'certificate' ? 'The certificate' : 'The end';
    const count = moved.length === 1 ? '1 step moved' : `${moved.length} steps moved`;
    if (endDays === null) return 'With it, or without it, the run did not come to its end.';
    if (moved.length === 0) return 'It cost nothing: there was room for it.';
    if (Math.abs(endDays) < 0.1)
      return `${end} ${endsWith === 'certificate' ? 'came on the same day' : 'stayed where it was'}; ${count}.`;
    return `${end} came ${days(String(endDays))} ${endDays > 0 ? 'later' : 'earlier'}; ${count}.`;
  },
  slipped: (title, count) => `Would have slipped: ${title}, by ${days(count)}`,
  days,
  hours: (count) => (count === 1 ? '1 hour' : `${count} hours`),
};

function illEnd(end: MishapReport['end'], instead: string | null): string {
  if (end === 'delegate') return `${instead} approved as their delegate.`;
  if (end === 'other') return `${instead ?? 'Somebody else'} has the role as well and approved.`;
  return end === 'waited' ? 'Nobody could take over: the run waited until they were back.' : 'Nobody took over.';
}

function knewText({ knew }: MishapReport, at: (iso: string) => string): string {
  if (knew.length === 0) return 'The playbook tells nobody beforehand: the staff would have heard of it from outside.';
  const list = knew.map(({ step, since }) => `${step} (${since === null ? 'not yet' : at(since)})`).join(', ');
  const staff = knew.filter(({ who }) => who === 'staff');
  const isTold = staff.length > 0 && staff.every(({ since }) => since !== null);
  const open = knew.filter(({ since }) => since === null).map(({ who }) => who);
  if (!isTold) return `Who knew: ${list}. The staff would have heard of it from outside.`;
  const worth = open.includes('service')
    ? 'but whoever answers the phone had nothing in hand yet.'
    : open.length > 0
      ? 'but the partners did not yet.'
      : 'and could answer: that is what the order was worth.';
  return `Who knew: ${list}. The staff knew before anybody asked, ${worth}`;
}
