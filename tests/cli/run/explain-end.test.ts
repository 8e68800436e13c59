import { describe, expect, it } from 'vitest';
import { explained } from '../../support/told-run.ts';

describe('the explanation of a run that is held or has ended', () => {
  it('says how a paused run goes on, and what is open meanwhile', () => {
    expect(explained('paused')).toBe(`
Leave X · run r7f3 · Thu 26 Nov 2026, 15:00 (Europe/Berlin)

PAUSED
Somebody has stopped it for now: nothing begins, and no date has an effect,
until somebody lets it go on.

What to do
To let it go on, type:
    lastpost run resume r7f3 --because 'WHY' --as PERSON

Also open         "Tell the staff first" waits for Jana Öztürk (brand).
What comes next   "Sign-off", approved by brand and legal.
When it ends      Nobody can tell: it depends on people, and on no date that is
                  known.
Can it be undone  Yes, as far as the playbook knows, until "Deactivate the
                  account" begins.
`);
  });

  it('says who undoes what was done, and how they say so', () => {
    expect(explained('taking back')).toBe(`
Leave X · run r7f3 · Thu 26 Nov 2026, 15:00 (Europe/Berlin)

TAKING BACK WHAT WAS DONE
jana has cancelled the run: "We stay after all".
"Tell the staff first" (memo) is to be undone. If a person has to do it, it
waits for Jana Öztürk (brand). It has waited since Wed 25 Nov 2026, 10:00 (29
hours).

What to do
Go on with what this program can undo by itself:
    lastpost run next r7f3
What you undid by hand, say so when it is undone:
    lastpost run confirm r7f3 memo --as jana

What comes next   Nothing: with this it is at its end.
When it ends      Nobody can tell: it depends on people, and on no date that is
                  known.
Can it be undone  Yes, as far as the playbook knows: no step without a way back
                  was begun.
`);
  });

  it('says that everything is done', () => {
    expect(explained('succeeded')).toBe(`
Leave X · run r7f3 · Mon 21 Dec 2026, 10:00 (Europe/Berlin)

DONE
Every step is done, the last on Sun 20 Dec 2026, 10:00.

What to do
What was done, by whom and when, as a page for the files:
    lastpost run certificate r7f3

Can it be undone  No: "Deactivate the account" began on Sat 14 Nov 2026, 10:00.
`);
  });

  it('says which step failed the run', () => {
    expect(explained('failed')).toBe(`
Leave X · run r7f3 · Mon 21 Dec 2026, 10:00 (Europe/Berlin)

FAILED
It ended on Sun 20 Dec 2026, 10:00 without having come to its end.
The step that failed is "signoff": Nobody approved it in 14 days.

What to do
What was done, by whom and when, as a page for the files:
    lastpost run certificate r7f3

Can it be undone  Yes, as far as the playbook knows: no step without a way back
                  was begun.
`);
  });

  it('says who cancelled it, when and why', () => {
    expect(explained('cancelled')).toBe(`
Leave X · run r7f3 · Mon 21 Dec 2026, 10:00 (Europe/Berlin)

CANCELLED
It was stopped for good on Wed 25 Nov 2026, 10:00.
jana cancelled it on Wed 25 Nov 2026, 10:00: "We stay after all".

What to do
What was done, by whom and when, as a page for the files:
    lastpost run certificate r7f3

Can it be undone  Yes, as far as the playbook knows: no step without a way back
                  was begun.
`);
  });

  it('says that what was done was taken back', () => {
    expect(explained('rolled back')).toBe(`
Leave X · run r7f3 · Mon 21 Dec 2026, 10:00 (Europe/Berlin)

TAKEN BACK
It was stopped on Wed 25 Nov 2026, 10:00, and what had been done was undone
where that is possible.
jana cancelled it on Wed 25 Nov 2026, 10:00: "We stay after all".

What to do
What was done, by whom and when, as a page for the files:
    lastpost run certificate r7f3

Can it be undone  Yes, as far as the playbook knows: no step without a way back
                  was begun.
`);
  });
});
