import { describe, expect, it } from 'vitest';
import { explained } from '../../support/told-run.ts';

describe('the explanation of a run that needs no person', () => {
  it('says that it can go on when a step needs nobody', () => {
    expect(explained('ready')).toBe(`
Leave X · run r7f3 · Thu 26 Nov 2026, 15:00 (Europe/Berlin)

IT CAN GO ON
"Keep a copy of everything" (archive) needs nobody and can begin. It has waited
since Thu 26 Nov 2026, 14:00 (1 hour).

What to do
To let it go on, type:
    lastpost run next r7f3

What comes next   "verified", by itself.
When it ends      Nobody can tell: it depends on people, and on no date that is
                  known.
Can it be undone  Yes, as far as the playbook knows, until "Deactivate the
                  account" begins.
`);
  });

  it('says what is being done, and by which runner', () => {
    expect(explained('at work')).toBe(`
Leave X · run r7f3 · Thu 26 Nov 2026, 15:00 (Europe/Berlin)

AT WORK
"Keep a copy of everything" (archive) has been at work since Thu 26 Nov 2026,
14:00 (1 hour), on studio/4711.

What to do
Nobody has to do anything.

What comes next   "verified", by itself.
When it ends      Nobody can tell: it depends on people, and on no date that is
                  known.
Can it be undone  Yes, as far as the playbook knows, until "Deactivate the
                  account" begins.
`);
  });

  it('says how to go on where no runner is at it any more', () => {
    expect(explained('left by its runner')).toBe(`
Leave X · run r7f3 · Thu 26 Nov 2026, 15:00 (Europe/Berlin)

AT WORK
"Keep a copy of everything" (archive) has been at work since Thu 26 Nov 2026,
14:00 (1 hour).

What to do
Nobody is at it at this moment. To go on, type:
    lastpost run next r7f3

What comes next   "verified", by itself.
When it ends      Nobody can tell: it depends on people, and on no date that is
                  known.
Can it be undone  Yes, as far as the playbook knows, until "Deactivate the
                  account" begins.
`);
  });

  it('says what failed, what may help, and both ways on', () => {
    expect(explained('blocked')).toBe(`
Leave X · run r7f3 · Thu 26 Nov 2026, 15:00 (Europe/Berlin)

STUCK: A STEP FAILED
"verified" failed on Mon 23 Nov 2026, 09:00, at the last of 3 attempts. x.com
refused the connection.
What may help: Look whether the network is there.
Nothing goes on without it.

What to do
Mend what is wrong, and have it tried again:
    lastpost run resolve r7f3 verified --again --because 'WHAT IS MENDED' \\
      --as PERSON
Or end the run:
    lastpost run cancel r7f3 --roll-back --because 'WHY' --as PERSON

What comes next   "Tell the staff first", done by brand.
When it ends      Nobody can tell: it depends on people, and on no date that is
                  known.
Can it be undone  Yes, as far as the playbook knows, until "Deactivate the
                  account" begins.
`);
  });

  it('says when it is tried again, and why', () => {
    expect(explained('back-off')).toBe(`
Leave X · run r7f3 · Thu 26 Nov 2026, 15:00 (Europe/Berlin)

WAITING TO TRY AGAIN
"Keep a copy of everything" (archive) did not work at attempt 2 of 5, and is
tried again on Thu 26 Nov 2026, 15:20 (in 20 minutes). x.com refused the
connection.
What may help: Look whether the network is there.

What to do
Nobody has to do anything. When the time has come, or by cron:
    lastpost run next r7f3

What comes next   "verified", by itself.
When it ends      Nobody can tell: it depends on people, and on no date that is
                  known.
Can it be undone  Yes, as far as the playbook knows, until "Deactivate the
                  account" begins.
`);
  });

  it('says on which date it goes on, in the zone of the run', () => {
    expect(explained('timer')).toBe(`
Leave X · run r7f3 · Thu 26 Nov 2026, 15:00 (Europe/Berlin)

WAITING FOR A DATE
"Wait until X deletes it" (grace) goes on by itself on Fri 18 Dec 2026, 10:00
(in 21 days). It has waited since Mon 23 Nov 2026, 09:00 (3 days).

What to do
Nobody has to do anything until then. When it has come, or by cron:
    lastpost run next r7f3

What comes next   "certificate", by itself.
When it ends      Not before Fri 18 Dec 2026, 10:00 (in 21 days), as far as
                  dates are known.
Can it be undone  No: "Deactivate the account" began on Sat 14 Nov 2026, 10:00.
                  The run can be stopped, but not taken back.
`);
  });

  it('says what it waits for where no date is known', () => {
    expect(explained('condition')).toBe(`
Leave X · run r7f3 · Thu 26 Nov 2026, 15:00 (Europe/Berlin)

WAITING UNTIL SOMETHING IS SO
"Wait until X deletes it" (grace) goes on as soon as what it waits for is so.
The page still answers with 200. It has waited since Mon 23 Nov 2026, 09:00 (3
days).

What to do
Nobody has to do anything until then. When it has come, or by cron:
    lastpost run next r7f3

What comes next   "certificate", by itself.
When it ends      Nobody can tell: it depends on people, and on no date that is
                  known.
Can it be undone  No: "Deactivate the account" began on Sat 14 Nov 2026, 10:00.
                  The run can be stopped, but not taken back.
`);
  });

  it('says what a step waits for that only looks, and asks nobody to confirm it', () => {
    expect(explained('looking')).toBe(`
Leave X · run r7f3 · Thu 26 Nov 2026, 15:00 (Europe/Berlin)

WAITING UNTIL SOMETHING IS SO
"verified" goes on as soon as what it looks at is so. It has waited since Mon 23
Nov 2026, 09:00 (3 days).
x has 2 gaps that nobody accepted.

What to do
See to what is missing. It is looked at again by cron, or when you type:
    lastpost run next r7f3

What comes next   "Tell the staff first", done by brand.
When it ends      Nobody can tell: it depends on people, and on no date that is
                  known.
Can it be undone  Yes, as far as the playbook knows, until "Deactivate the
                  account" begins.
`);
  });

  it('leads to the other run that is about the same account', () => {
    expect(explained('locked')).toBe(`
Leave X · run r7f3 · Thu 26 Nov 2026, 15:00 (Europe/Berlin)

WAITING FOR ANOTHER RUN
"Keep a copy of everything" (archive) cannot begin while another run, r2c1, is
about the same account: one goes after the other. It has waited since Mon 23 Nov
2026, 09:00 (3 days).

What to do
Nobody has to do anything here. What the other run waits for, this tells:
    lastpost run explain r2c1

What comes next   "verified", by itself.
When it ends      Nobody can tell: it depends on people, and on no date that is
                  known.
Can it be undone  Yes, as far as the playbook knows, until "Deactivate the
                  account" begins.
`);
  });
});
