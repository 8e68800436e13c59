import { describe, expect, it } from 'vitest';
import { runBoard } from '../../../src/cli/run-board.ts';
import { plainStyle } from '../../../src/cli/style.ts';
import { approvalBy, runAt } from '../../support/made-run-view.ts';
import { board } from '../../support/told-run.ts';

describe('the board of a run in its other states', () => {
  it('shows the error of a step that is stuck', () => {
    expect(board('blocked', 80)).toBe(`
Leave X (leave-x), run r7f3
NEEDS ATTENTION · 1 of 7 steps done · begun Tue 3 Nov 2026, 09:00 by jana
looked at Thu 26 Nov 2026, 15:00, on the clocks of Europe/Berlin

┃ STUCK: verified (verified)
┃ It failed, and nothing goes on without it.
┃   since Mon 23 Nov 2026, 09:00 (3 days)
┃   attempt 3 of 3
┃   x.com refused the connection.
┃   Look whether the network is there.
┃ What to type: lastpost run explain r7f3

✓ Keep a copy of everything (archive)               Tue 10 Nov 2026, 10:00  done
! verified                                                                 STUCK
    see above
○ Tell the staff first (memo)                                               next
· Sign-off (signoff)                                                       later
━━ POINT OF NO RETURN, not passed ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
· Deactivate the account (deactivate), cannot be undone                    later
· Wait until X deletes it (grace)                                          later
· certificate                                                              later

When it ends depends on people, and on no date that is known.
What to do now: lastpost run explain r7f3
`);
  });

  it('shows when a step is tried again', () => {
    expect(board('back-off', 80)).toBe(`
Leave X (leave-x), run r7f3
WAITING · 0 of 7 steps done · begun Tue 3 Nov 2026, 09:00 by jana
looked at Thu 26 Nov 2026, 15:00, on the clocks of Europe/Berlin

● Keep a copy of everything (archive)                                    waiting
    since Mon 23 Nov 2026, 09:00 (3 days)
    attempt 2 of 5
    is tried again Thu 26 Nov 2026, 15:20 (in 20 minutes)
    x.com refused the connection.
    Look whether the network is there.
○ verified                                                                  next
· Tell the staff first (memo)                                              later
· Sign-off (signoff)                                                       later
━━ POINT OF NO RETURN, not passed ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
· Deactivate the account (deactivate), cannot be undone                    later
· Wait until X deletes it (grace)                                          later
· certificate                                                              later

When it ends depends on people, and on no date that is known.
What to do now: lastpost run explain r7f3
`);
  });

  it('shows the date on which it goes on, and the point of no return as passed', () => {
    expect(board('timer', 80)).toBe(`
Leave X (leave-x), run r7f3
WAITING · 5 of 7 steps done · begun Tue 3 Nov 2026, 09:00 by jana
looked at Thu 26 Nov 2026, 15:00, on the clocks of Europe/Berlin

✓ Keep a copy of everything (archive)               Tue 10 Nov 2026, 10:00  done
✓ verified                                          Wed 11 Nov 2026, 10:00  done
✓ Tell the staff first (memo)                       Thu 12 Nov 2026, 10:00  done
✓ Sign-off (signoff)                                Fri 13 Nov 2026, 10:00  done
━━ POINT OF NO RETURN, passed Sat 14 Nov 2026, 10:00 ━━━━━━━━━━━━━━━━━━━━━━━━━━━
✓ Deactivate the account (deactivate)               Sat 14 Nov 2026, 10:00  done
● Wait until X deletes it (grace)                                        waiting
    since Mon 23 Nov 2026, 09:00 (3 days)
    goes on Fri 18 Dec 2026, 10:00 (in 21 days)
○ certificate                                                               next

It ends not before Fri 18 Dec 2026, 10:00 (in 21 days).
What to do now: lastpost run explain r7f3
`);
  });

  it('shows which run it waits for', () => {
    expect(board('locked', 80)).toBe(`
Leave X (leave-x), run r7f3
WAITING · 0 of 7 steps done · begun Tue 3 Nov 2026, 09:00 by jana
looked at Thu 26 Nov 2026, 15:00, on the clocks of Europe/Berlin
Another run, r2c1, is about the same account.

● Keep a copy of everything (archive)                                    waiting
    since Mon 23 Nov 2026, 09:00 (3 days)
    for the run r2c1
○ verified                                                                  next
· Tell the staff first (memo)                                              later
· Sign-off (signoff)                                                       later
━━ POINT OF NO RETURN, not passed ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
· Deactivate the account (deactivate), cannot be undone                    later
· Wait until X deletes it (grace)                                          later
· certificate                                                              later

When it ends depends on people, and on no date that is known.
What to do now: lastpost run explain r7f3
`);
  });

  it('shows that it is paused', () => {
    expect(board('paused', 80)).toBe(`
Leave X (leave-x), run r7f3
PAUSED · 2 of 7 steps done · begun Tue 3 Nov 2026, 09:00 by jana
looked at Thu 26 Nov 2026, 15:00, on the clocks of Europe/Berlin
Paused: nothing begins, and no date has an effect, until somebody lets it go on.

✓ Keep a copy of everything (archive)               Tue 10 Nov 2026, 10:00  done
✓ verified                                          Wed 11 Nov 2026, 10:00  done
● Tell the staff first (memo)                                            waiting
    on Jana Öztürk (brand) since Mon 23 Nov 2026, 09:00 (3 days)
    to do: Send the memo. Shop and phone staff confirm that they have read the
      card.
    evidence wanted: sent_mail
○ Sign-off (signoff)                                                        next
━━ POINT OF NO RETURN, not passed ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
· Deactivate the account (deactivate), cannot be undone                    later
· Wait until X deletes it (grace)                                          later
· certificate                                                              later

When it ends depends on people, and on no date that is known.
What to do now: lastpost run explain r7f3
`);
  });

  it('shows when each step was done', () => {
    expect(board('succeeded', 80)).toBe(`
Leave X (leave-x), run r7f3
DONE · 7 of 7 steps done · begun Tue 3 Nov 2026, 09:00 by jana
looked at Mon 21 Dec 2026, 10:00, on the clocks of Europe/Berlin
Ended Sun 20 Dec 2026, 10:00

✓ Keep a copy of everything (archive)               Sun 20 Dec 2026, 10:00  done
✓ verified                                          Sun 20 Dec 2026, 10:00  done
✓ Tell the staff first (memo)                       Sun 20 Dec 2026, 10:00  done
✓ Sign-off (signoff)                                Sun 20 Dec 2026, 10:00  done
━━ POINT OF NO RETURN, passed Sat 14 Nov 2026, 10:00 ━━━━━━━━━━━━━━━━━━━━━━━━━━━
✓ Deactivate the account (deactivate)               Sun 20 Dec 2026, 10:00  done
✓ Wait until X deletes it (grace)                   Sun 20 Dec 2026, 10:00  done
✓ certificate                                       Sun 20 Dec 2026, 10:00  done
`);
  });

  it('shows where it failed', () => {
    expect(board('failed', 80)).toBe(`
Leave X (leave-x), run r7f3
FAILED · 3 of 7 steps done · begun Tue 3 Nov 2026, 09:00 by jana
looked at Mon 21 Dec 2026, 10:00, on the clocks of Europe/Berlin
Ended Sun 20 Dec 2026, 10:00

✓ Keep a copy of everything (archive)               Tue 10 Nov 2026, 10:00  done
✓ verified                                          Wed 11 Nov 2026, 10:00  done
✓ Tell the staff first (memo)                       Thu 12 Nov 2026, 10:00  done
✗ Sign-off (signoff)                                                      failed
    since Mon 23 Nov 2026, 09:00 (28 days)
    0 of 2 approvals from brand and legal, one of each
    Nobody approved it in 14 days.
━━ POINT OF NO RETURN, not passed ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
- Deactivate the account (deactivate), cannot be undone                 not done
- Wait until X deletes it (grace)                                       not done
- certificate                                                           not done
`);
  });

  it('shows what was taken back and what was not done', () => {
    expect(board('rolled back', 80)).toBe(`
Leave X (leave-x), run r7f3
TAKEN BACK · 1 of 7 steps done · begun Tue 3 Nov 2026, 09:00 by jana
looked at Mon 21 Dec 2026, 10:00, on the clocks of Europe/Berlin
Cancelled by jana, Wed 25 Nov 2026, 10:00: "We stay after all"
Ended Wed 25 Nov 2026, 10:00

↶ Keep a copy of everything (archive)         Tue 10 Nov 2026, 10:00  taken back
✓ verified                                          Wed 11 Nov 2026, 10:00  done
- Tell the staff first (memo)                                           not done
- Sign-off (signoff)                                                    not done
━━ POINT OF NO RETURN, not passed ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
- Deactivate the account (deactivate), cannot be undone                 not done
- Wait until X deletes it (grace)                                       not done
- certificate                                                           not done
`);
  });

  it('names those on whose approval a step was done, and nobody whose approval is void', () => {
    const at = '2026-11-24T09:00:00.000Z';
    const given = [approvalBy('tom', at, { isVoid: true }), approvalBy('jana', at), approvalBy('omar', at)];
    const approval = { given, needed: 2, roles: ['brand', 'legal'], eachRole: true, bound: {} };
    const view = runAt('signoff', { state: 'succeeded', since: at, approval });
    const lines = runBoard(view, { style: plainStyle, width: 80 }).split('\n');
    const signoff = lines.findIndex((line) => line.includes('(signoff)'));
    expect(lines[signoff + 1]).toBe('    approved by jana and omar');
  });
});
