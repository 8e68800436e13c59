import { describe, expect, it } from 'vitest';
import { explained } from '../../support/told-run.ts';

describe('the explanation of a run that is at its point of no return', () => {
  it('names the gate that is shut, what opens it, and how two people go through it', () => {
    expect(explained('gate shut')).toBe(`
Leave X · run r7f3 · Thu 26 Nov 2026, 15:00 (Europe/Berlin)

THE WAY IS NOT FREE YET
Jana Öztürk (brand) cannot begin "Deactivate the account" (deactivate), which
cannot be undone, as long as this is not in order:
  - The archive of x has 2 gaps that nobody accepted.

What to do
Accept them by name: lastpost channel accept x.
If it has to go on all the same, two people may say so, for ever on record:
    lastpost run override r7f3 deactivate --because 'WHY' --as PERSON

What comes next   "Wait until X deletes it".
When it ends      Nobody can tell: it depends on people, and on no date that is
                  known.
Can it be undone  Yes, as far as the playbook knows, until "Deactivate the
                  account" begins.
`);
  });

  it('has what cannot be undone typed back first', () => {
    expect(explained('before the release')).toBe(`
Leave X · run r7f3 · Thu 26 Nov 2026, 15:00 (Europe/Berlin)

WAITING FOR THE STEP WITHOUT A WAY BACK
Jana Öztürk (brand) has to do what cannot be undone: "Deactivate the account"
(deactivate). It has waited since Mon 23 Nov 2026, 09:00 (3 days).

What to do
First ask for the go-ahead, by typing back what is to be ended. Do not press
anything before:
    lastpost run confirm r7f3 deactivate --typed brandt --as jana
Only then do it, and come straight back to say how it ended.

What comes next   "Wait until X deletes it".
When it ends      Nobody can tell: it depends on people, and on no date that is
                  known.
Can it be undone  Yes, as far as the playbook knows, until "Deactivate the
                  account" begins.
`);
  });

  it('says how long the go-ahead holds, and how to say how it ended', () => {
    expect(explained('released')).toBe(`
Leave X · run r7f3 · Thu 26 Nov 2026, 15:00 (Europe/Berlin)

THE GO-AHEAD IS GIVEN
Jana Öztürk may now do what cannot be undone: "Deactivate the account"
(deactivate). The go-ahead holds until Fri 27 Nov 2026, 14:30, 23 hours from
now. After that it counts as unknown whether it was done.

What to do
Keep as proof screenshot (a file). As soon as it is done, type:
    lastpost run confirm r7f3 deactivate --evidence screenshot=FILE --as jana
If it did not work, do not try twice: when the go-ahead has run out, two people
say what became of it.

What comes next   "Wait until X deletes it".
When it ends      Nobody can tell: it depends on people, and on no date that is
                  known.
Can it be undone  No: "Deactivate the account" began on Sat 14 Nov 2026, 10:00.
                  The run can be stopped, but not taken back.
`);
  });

  it('says it aloud when the go-ahead runs out soon', () => {
    expect(explained('release runs out')).toBe(`
Leave X · run r7f3 · Thu 26 Nov 2026, 15:00 (Europe/Berlin)

THE GO-AHEAD RUNS OUT SOON
Jana Öztürk may now do what cannot be undone: "Deactivate the account"
(deactivate). The go-ahead holds until Thu 26 Nov 2026, 15:40, 40 minutes from
now. After that it counts as unknown whether it was done.

What to do
Keep as proof screenshot (a file). As soon as it is done, type:
    lastpost run confirm r7f3 deactivate --evidence screenshot=FILE --as jana
If it did not work, do not try twice: when the go-ahead has run out, two people
say what became of it.

What comes next   "Wait until X deletes it".
When it ends      Nobody can tell: it depends on people, and on no date that is
                  known.
Can it be undone  No: "Deactivate the account" began on Sat 14 Nov 2026, 10:00.
                  The run can be stopped, but not taken back.
`);
  });

  it('says that the go-ahead is over, and that nothing should be done now', () => {
    expect(explained('release ran out')).toBe(`
Leave X · run r7f3 · Thu 26 Nov 2026, 15:00 (Europe/Berlin)

THE GO-AHEAD HAS RUN OUT
Jana Öztürk had the go-ahead for what cannot be undone: "Deactivate the account"
(deactivate). It ran out on Thu 26 Nov 2026, 12:30, 2 hours ago, and nobody has
said how it ended.

What to do
Do not do it now. Have it looked at, and see then what is to be said:
    lastpost run next r7f3
    lastpost run explain r7f3

What comes next   "Wait until X deletes it".
When it ends      Nobody can tell: it depends on people, and on no date that is
                  known.
Can it be undone  No: "Deactivate the account" began on Sat 14 Nov 2026, 10:00.
                  The run can be stopped, but not taken back.
`);
  });

  it('asks for a go-ahead where the machine will do it', () => {
    expect(explained('automatic go-ahead')).toBe(`
Leave X · run r7f3 · Thu 26 Nov 2026, 15:00 (Europe/Berlin)

WAITING FOR A GO-AHEAD
Jana Öztürk (brand) has to say that "Deactivate the account" (deactivate) may go
ahead. It goes by itself then, and cannot be undone. It has waited since Mon 23
Nov 2026, 09:00 (3 days).
The clock jumped from 2026-11-26 to 2027-01-05.

What to do
Look whether it should still be done. If so, type back what is to be ended:
    lastpost run confirm r7f3 deactivate --typed brandt --as jana
It is begun by the next:
    lastpost run next r7f3

What comes next   "Wait until X deletes it".
When it ends      Nobody can tell: it depends on people, and on no date that is
                  known.
Can it be undone  Yes, as far as the playbook knows, until "Deactivate the
                  account" begins.
`);
  });

  it('tells one person to look, and what to type for either answer', () => {
    expect(explained('in doubt')).toBe(`
Leave X · run r7f3 · Thu 26 Nov 2026, 15:00 (Europe/Berlin)

NOBODY KNOWS WHETHER THIS WAS DONE
"Deactivate the account" (deactivate) was begun, and nothing says how it ended.
The page could not be looked at. Open since Mon 23 Nov 2026, 09:00 (3 days). It
cannot be undone, so it is not tried again by itself. It waits for Jana Öztürk
(brand) or Tom Weber (legal).

What to do
Look before you do anything: open the page, log in, ask. Do not do it again.
If it was done, type:
    lastpost run resolve r7f3 deactivate --done --because 'HOW YOU KNOW' \\
      --evidence screenshot=FILE --as PERSON
If it was not done, type this; a second person then has to agree:
    lastpost run resolve r7f3 deactivate --not-done --because 'HOW YOU KNOW' \\
      --as PERSON

What comes next   "Wait until X deletes it".
When it ends      Nobody can tell: it depends on people, and on no date that is
                  known.
Can it be undone  No: "Deactivate the account" began on Sat 14 Nov 2026, 10:00.
                  The run can be stopped, but not taken back.
`);
  });

  it('tells a second person what the first one said', () => {
    expect(explained('second person')).toBe(`
Leave X · run r7f3 · Thu 26 Nov 2026, 15:00 (Europe/Berlin)

A SECOND PERSON HAS TO LOOK
"Deactivate the account" (deactivate) was begun, and nothing says how it ended.
jana said on Thu 26 Nov 2026, 10:00 that it was not done: "I could log in".
Before it may be done again, another person has to see the same; jana cannot
agree with themselves. It waits for Tom Weber (legal).

What to do
Look for yourself. If it was not done, type:
    lastpost run resolve r7f3 deactivate --not-done --because 'HOW YOU KNOW' \\
      --as tom
If it was done after all, type:
    lastpost run resolve r7f3 deactivate --done --because 'HOW YOU KNOW' \\
      --evidence screenshot=FILE --as tom

What comes next   "Wait until X deletes it".
When it ends      Nobody can tell: it depends on people, and on no date that is
                  known.
Can it be undone  No: "Deactivate the account" began on Sat 14 Nov 2026, 10:00.
                  The run can be stopped, but not taken back.
`);
  });

  it('keeps saying which gates two people overrode', () => {
    expect(explained('overridden and in doubt')).toBe(`
Leave X · run r7f3 · Thu 26 Nov 2026, 15:00 (Europe/Berlin)

NOBODY KNOWS WHETHER THIS WAS DONE
"Deactivate the account" (deactivate) was begun, and nothing says how it ended.
The page could not be looked at. Open since Mon 23 Nov 2026, 09:00 (3 days). It
cannot be undone, so it is not tried again by itself. It waits for Jana Öztürk
(brand) or Tom Weber (legal).

What to do
Look before you do anything: open the page, log in, ask. Do not do it again.
If it was done, type:
    lastpost run resolve r7f3 deactivate --done --because 'HOW YOU KNOW' \\
      --evidence screenshot=FILE --as PERSON
If it was not done, type this; a second person then has to agree:
    lastpost run resolve r7f3 deactivate --not-done --because 'HOW YOU KNOW' \\
      --as PERSON

What comes next   "Wait until X deletes it".
When it ends      Nobody can tell: it depends on people, and on no date that is
                  known.
Can it be undone  No: "Deactivate the account" began on Sat 14 Nov 2026, 10:00.
                  The run can be stopped, but not taken back.
Overridden        archive-complete before "deactivate": jana and tom, because
                  "The court wants it gone".
`);
  });
});
