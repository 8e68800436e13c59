import type { RunCertificate } from '../../../model/run/certificate.ts';
import type { CertificateWords } from './words.ts';

function verdict({ standing, ended }: RunCertificate): string {
  if (standing === 'interim') return 'Interim certificate: the run has not ended';
  if (standing === 'last-step') return 'All steps are done';
  const ends: Readonly<Record<string, string>> = {
    succeeded: 'Carried out to the end',
    failed: 'Failed',
    cancelled: 'Cancelled',
    rolled_back: 'Rolled back',
  };
  return ends[ended?.state ?? ''] ?? 'Ended';
}

function because({ standing, closed, waitsFor, ended }: RunCertificate): string {
  const done = closed.filter(({ result }) => result === 'done').length;
  const open = closed.length - done;
  const parts = [
    done === 0 ? 'Nothing irreversible was completed.' : `${count(done, 'irreversible step')} completed.`,
    open === 0 ? '' : `${count(open, 'irreversible step')} begun and not completed.`,
    standing === 'interim' ? waiting(waitsFor.length) : '',
    standing === 'last-step' ? 'Only the filing of this certificate is left; the run’s end is recorded after it.' : '',
    ended?.reason ?? '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function count(n: number, what: string): string {
  return n === 1 ? `One ${what} was` : `${n} ${what}s were`;
}

function waiting(n: number): string {
  if (n === 0) return 'The run is at work.';
  return n === 1 ? 'It waits for one step, named below.' : `It waits for ${n} steps, named below.`;
}

export const wordsInEnglish: CertificateWords = {
  title: { final: 'Certificate of exit', 'last-step': 'Certificate of exit', interim: 'Interim certificate of exit' },
  playbook: (name, version) => `Playbook ${name}, version ${version}`,
  run: (id) => `Run ${id}`,
  modes: {
    freeze: 'freeze: keep the account, post no more',
    redirect: 'redirect: move away and leave a signpost',
    delete: 'delete the account',
  },
  verdict,
  underOverride: ', under an emergency override',
  because,
  statedAt: (at) => `As of ${at}`,
  mode: 'Kind of exit',
  started: 'Begun',
  ended: 'Ended',
  cancelled: 'Cancelled',
  noReturn: 'Point of no return',
  nothingIrreversible: 'not reached; nothing irreversible was begun',
  notEnded: 'not yet',
  by: 'by',
  byItself: 'Lastpost',
  insteadOf: (name) => `on behalf of ${name}`,
  waitsFor: 'What the run waits for',
  since: (at) => `since ${at}`,
  until: (at) => `next date ${at}`,
  roles: (roles) => `for ${roles}`,
  overrides: 'Emergency override',
  overridesMean:
    'Conditions that protect against loss were not met, and two people decided to go ahead on their own responsibility. This stays on every certificate of this run.',
  overridesAsked: 'Emergency override asked for, and not agreed to',
  overridesRefused:
    'Somebody asked to go ahead although conditions that protect against loss were not met. It takes a second person, and none agreed.',
  gates: 'Conditions not met',
  asked: 'Asked by',
  agreed: 'Agreed by',
  notAgreed: 'Nobody agreed: the conditions stayed in force.',
  usedBy: (n) => {
    if (n === 0) return 'It was not made use of.';
    return n === 1 ? 'One go-ahead was given under it.' : `${n} go-aheads were given under it.`;
  },
  gateNames: {
    'archive-complete': 'archive complete, or its gaps accepted',
    'archive-verified': 'archive verified',
    'staff-told': 'staff told before the public',
    'drafts-approved': 'drafts approved as they are',
    approved: 'approved',
  },
  closed: 'What was closed',
  nothingClosed: 'Nothing: no irreversible step was begun.',
  results: {
    done: 'done',
    failed: 'failed',
    cancelled: 'cancelled',
    doubtful: 'in doubt: nobody knows what became of it',
    'not-done': 'not done, as two people say',
    open: 'go-ahead given, outcome not yet reported',
  },
  channel: 'Channel',
  target: 'Subject',
  outcome: 'Done',
  via: {
    effect: 'done by Lastpost',
    probe: 'found by looking',
    person: 'confirmed by hand',
    timer: 'its time ran out',
  },
  released: 'Go-ahead',
  letGo: 'Let go on after the clock jumped',
  approvedBy: 'Approved by',
  noApproval: 'no approval was recorded for it',
  gatesPassed: 'Overridden',
  evidence: 'Evidence',
  noEvidence: 'none was filed',
  note: 'Remark',
  restsOn: 'What the closing rests on',
  nothingArchived: 'No step of this run took or checked a snapshot.',
  snapshot: 'Snapshot taken',
  verified: 'Snapshot verified',
  verdictOf: 'Completeness',
  verdicts: {
    complete: 'complete',
    'complete-with-named-gaps': 'complete, with named gaps',
    incomplete: 'incomplete',
    'cannot-tell': 'cannot tell',
  },
  acceptedGap: (gap, by, at, why) => `Gap ${gap} accepted by ${by} on ${at}: ${why}`,
  acceptedBy: (who) => `Gaps accepted by ${who}`,
  openGaps: (gaps) => `Open gaps: ${gaps}`,
  noGaps: 'No gap.',
  scores: 'What was answered',
  scoresMean: 'People’s own account, counted by the playbook’s rule; nobody has checked it.',
  scored: (points, of, percent) => `${points} of ${of} points (${percent}%)`,
  enough: 'which is enough',
  notEnough: (pass) => `which is not enough: ${pass} are asked for`,
  answer: 'Answer',
  answers: { yes: 'Yes', partly: 'Partly', no: 'No' },
  unanswered: 'not answered',
  todo: 'What is left to do',
  approvals: 'Approvals',
  given: 'approved',
  rejected: 'refused',
  voided: (at, changed) => `void since ${at}, because this changed: ${changed}`,
  signed: {
    valid: (key) => `signed with their own key ${key}`,
    'other-key': (key) => `signed with key ${key}, which is not the one on file for this person`,
    unchecked: (key) => `carries a signature of key ${key}, which was not checked here`,
    forged: (key) => `the signature of key ${key} does not match`,
  },
  bound: 'Approved was',
  events: 'What did not go as planned',
  noEvents: 'Nothing was skipped, amended, in doubt or overridden, and the clock was steady.',
  doubt: (step) => `In doubt: ${step}`,
  probe: {
    'cannot-tell': 'The check could not tell.',
    'not-done': 'The check says it was not done.',
    none: 'There is no check for it.',
  },
  decisions: {
    done: 'says it was done',
    'not-done': 'says it was not done',
    'agreed-not-done': 'agrees that it was not done',
  },
  settled: { done: 'Settled as done', 'not-done': 'Settled as not done', failed: 'Settled as failed' },
  unsettled: 'Not settled.',
  skipped: 'Skipped',
  conditionShut: (condition) => `Its condition was not met: ${condition}`,
  failed: 'Failed, and the run went on',
  jump: (from, to) => `The clock jumped from ${from} to ${to}.`,
  clock: 'Clock',
  amendment: 'Amended',
  moreLines: (n) => `… ${n} more lines; all of them are in the certificate’s JSON.`,
  paused: 'Paused',
  resumed: 'Resumed',
  reopened: 'Tried again by order',
  steps: 'All steps',
  step: 'Step',
  kind: 'Type',
  state: 'State',
  at: 'When',
  when: 'Since',
  who: 'By',
  irreversible: 'irreversible',
  attempts: (n) => `${n} attempts`,
  states: {
    pending: 'not begun',
    ready: 'can begin',
    waiting: 'waits',
    running: 'at work',
    skipped: 'skipped',
    succeeded: 'done',
    failed: 'failed',
    blocked: 'blocked',
    in_doubt: 'in doubt',
    cancelled: 'cancelled',
    compensating: 'being undone',
    compensated: 'undone',
  },
  waits: {
    input: 'for a person',
    approval: 'for approval',
    timer: 'for a date',
    lock: 'for another run',
    'back-off': 'before another attempt',
    'second-person': 'for a second person',
  },
  inputs: 'Inputs',
  yes: 'yes',
  no: 'no',
  origin: 'Where this comes from',
  sources: 'Playbook as the run began',
  head: 'Head of the journal',
  headMeans: (entries) =>
    `The journal has ${entries} entries; each vouches for all before it, and all were checked for this certificate.`,
  zone: (zone) =>
    zone === 'UTC' ? 'All times are UTC.' : `Times are those of ${zone}; UTC stands beside them where it matters.`,
  madeWith: (software) => `Made with ${software}.`,
  check:
    'This page is signed. “lastpost channel check-statement FILE” tells whether a single letter of it was changed; a printed copy is checked by the PDF or HTML file that it was printed from.',
  provesNot:
    'It says what the journal says: not that a person told the truth, nor that the computer’s clock was right. No outside authority has stamped the time.',
  key: 'Signing key (SHA-256)',
  name: 'Name',
  date: 'Date',
  signature: 'Signature',
};
