import { describe, expect, it } from 'vitest';
import { board } from '../../support/told-run.ts';

describe('the board of a run that waits for people', () => {
  it('shows whom an overdue step waits for, since when, and what is to be done', () => {
    expect(board('overdue', 80)).toBe(`
Leave X (leave-x), run r7f3
WAITING · 2 of 7 steps done · begun Tue 3 Nov 2026, 09:00 by jana
looked at Thu 26 Nov 2026, 15:00, on the clocks of Europe/Berlin

✓ Keep a copy of everything (archive)               Tue 10 Nov 2026, 10:00  done
✓ verified                                          Wed 11 Nov 2026, 10:00  done
● Tell the staff first (memo)                                            OVERDUE
    on Jana Öztürk (brand) since Mon 23 Nov 2026, 09:00 (3 days)
    was due Tue 24 Nov 2026: overdue by 39 hours
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

  it('shows that nobody has the role', () => {
    expect(board('nobody has the role', 80)).toBe(`
Leave X (leave-x), run r7f3
WAITING · 2 of 7 steps done · begun Tue 3 Nov 2026, 09:00 by jana
looked at Thu 26 Nov 2026, 15:00, on the clocks of Europe/Berlin

✓ Keep a copy of everything (archive)               Tue 10 Nov 2026, 10:00  done
✓ verified                                          Wed 11 Nov 2026, 10:00  done
● Tell the staff first (memo)                                            OVERDUE
    nobody is brand, or all who are, are away; since Mon 23 Nov 2026, 09:00 (3
      days)
    was due Tue 24 Nov 2026: overdue by 39 hours
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

  it('shows which approvals are there, and what is approved', () => {
    expect(board('approval', 80)).toBe(`
Leave X (leave-x), run r7f3
WAITING · 3 of 7 steps done · begun Tue 3 Nov 2026, 09:00 by jana
looked at Thu 26 Nov 2026, 15:00, on the clocks of Europe/Berlin

✓ Keep a copy of everything (archive)               Tue 10 Nov 2026, 10:00  done
✓ verified                                          Wed 11 Nov 2026, 10:00  done
✓ Tell the staff first (memo)                       Thu 12 Nov 2026, 10:00  done
● Sign-off (signoff)                                              to be approved
    on Jana Öztürk (brand) since Mon 23 Nov 2026, 09:00 (3 days)
    1 of 2 approvals from brand and legal, one of each
    tom: approved, Tue 24 Nov 2026, 10:00
    approved is: verified.manifest_sha256
      sha256:cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc
━━ POINT OF NO RETURN, not passed ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
○ Deactivate the account (deactivate), cannot be undone                     next
· Wait until X deletes it (grace)                                          later
· certificate                                                              later

When it ends depends on people, and on no date that is known.
What to do now: lastpost run explain r7f3
`);
  });

  it('shows that an approval is void', () => {
    expect(board('approval void', 72)).toBe(`
Leave X (leave-x), run r7f3
WAITING · 3 of 7 steps done · begun Tue 3 Nov 2026, 09:00 by jana
looked at Thu 26 Nov 2026, 15:00, on the clocks of Europe/Berlin

✓ Keep a copy of everything (archive)       Tue 10 Nov 2026, 10:00  done
✓ verified                                  Wed 11 Nov 2026, 10:00  done
✓ Tell the staff first (memo)               Thu 12 Nov 2026, 10:00  done
● Sign-off (signoff)                                      to be approved
    on Jana Öztürk (brand) or Tom Weber (legal) since Mon 23 Nov 2026,
      09:00 (3 days)
    0 of 2 approvals from brand and legal, one of each
    tom: void, what it was about has changed, Tue 24 Nov 2026, 10:00
━━ POINT OF NO RETURN, not passed ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
○ Deactivate the account (deactivate), cannot be undone             next
· Wait until X deletes it (grace)                                  later
· certificate                                                      later

When it ends depends on people, and on no date that is known.
What to do now: lastpost run explain r7f3
`);
  });

  it('shows the gate that is shut below the line, and what opens it', () => {
    expect(board('gate shut', 80)).toBe(`
Leave X (leave-x), run r7f3
WAITING · 4 of 7 steps done · begun Tue 3 Nov 2026, 09:00 by jana
looked at Thu 26 Nov 2026, 15:00, on the clocks of Europe/Berlin

✓ Keep a copy of everything (archive)               Tue 10 Nov 2026, 10:00  done
✓ verified                                          Wed 11 Nov 2026, 10:00  done
✓ Tell the staff first (memo)                       Thu 12 Nov 2026, 10:00  done
✓ Sign-off (signoff)                                Fri 13 Nov 2026, 10:00  done
━━ POINT OF NO RETURN, not passed ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
● Deactivate the account (deactivate), cannot be undone                  waiting
    on Jana Öztürk (brand) since Mon 23 Nov 2026, 09:00 (3 days)
    SHUT: The archive of x has 2 gaps that nobody accepted.
    opens it: Accept them by name: lastpost channel accept x.
    evidence wanted: screenshot
○ Wait until X deletes it (grace)                                           next
· certificate                                                              later

When it ends depends on people, and on no date that is known.
What to do now: lastpost run explain r7f3
`);
  });

  it('shows in 60 columns who has the go-ahead and until when', () => {
    expect(board('release runs out', 60)).toBe(`
Leave X (leave-x), run r7f3
WAITING · 4 of 7 steps done · begun Tue 3 Nov 2026, 09:00 by
jana
looked at Thu 26 Nov 2026, 15:00, on the clocks of
Europe/Berlin

✓ Keep a copy of everything     Tue 10 Nov 2026, 10:00  done
  (archive)
✓ verified                      Wed 11 Nov 2026, 10:00  done
✓ Tell the staff first (memo)   Thu 12 Nov 2026, 10:00  done
✓ Sign-off (signoff)            Fri 13 Nov 2026, 10:00  done
━━ POINT OF NO RETURN, passed Sat 14 Nov 2026, 10:00 ━━━━━━━
● Deactivate the account (deactivate)         go-ahead given
    jana has the go-ahead until Thu 26 Nov 2026, 15:40 (in
      40 minutes) and has to say how it ended
    evidence wanted: screenshot
○ Wait until X deletes it (grace)                       next
· certificate                                          later

When it ends depends on people, and on no date that is
known.
What to do now: lastpost run explain r7f3
`);
  });

  it('shows that a go-ahead has run out', () => {
    expect(board('release ran out', 80)).toBe(`
Leave X (leave-x), run r7f3
WAITING · 4 of 7 steps done · begun Tue 3 Nov 2026, 09:00 by jana
looked at Thu 26 Nov 2026, 15:00, on the clocks of Europe/Berlin

✓ Keep a copy of everything (archive)               Tue 10 Nov 2026, 10:00  done
✓ verified                                          Wed 11 Nov 2026, 10:00  done
✓ Tell the staff first (memo)                       Thu 12 Nov 2026, 10:00  done
✓ Sign-off (signoff)                                Fri 13 Nov 2026, 10:00  done
━━ POINT OF NO RETURN, passed Sat 14 Nov 2026, 10:00 ━━━━━━━━━━━━━━━━━━━━━━━━━━━
● Deactivate the account (deactivate)                              GO-AHEAD OVER
    the go-ahead of jana ran out Thu 26 Nov 2026, 12:30 (2 hours ago)
    evidence wanted: screenshot
○ Wait until X deletes it (grace)                                           next
· certificate                                                              later

When it ends depends on people, and on no date that is known.
What to do now: lastpost run explain r7f3
`);
  });

  it('puts what is in doubt before everything else, and overrides below', () => {
    expect(board('overridden and in doubt', 80)).toBe(`
Leave X (leave-x), run r7f3
NEEDS ATTENTION · 4 of 7 steps done · begun Tue 3 Nov 2026, 09:00 by jana
looked at Thu 26 Nov 2026, 15:00, on the clocks of Europe/Berlin

┃ IN DOUBT: Deactivate the account (deactivate)
┃ It was begun, and nobody knows how it ended. Look before you do anything.
┃   on Jana Öztürk (brand) or Tom Weber (legal) since Mon 23 Nov 2026, 09:00 (3
┃   days)
┃   The page could not be looked at.
┃   evidence wanted: screenshot
┃ What to type: lastpost run explain r7f3

✓ Keep a copy of everything (archive)               Tue 10 Nov 2026, 10:00  done
✓ verified                                          Wed 11 Nov 2026, 10:00  done
✓ Tell the staff first (memo)                       Thu 12 Nov 2026, 10:00  done
✓ Sign-off (signoff)                                Fri 13 Nov 2026, 10:00  done
━━ POINT OF NO RETURN, passed Sat 14 Nov 2026, 10:00 ━━━━━━━━━━━━━━━━━━━━━━━━━━━
? Deactivate the account (deactivate)                                   IN DOUBT
    see above
○ Wait until X deletes it (grace)                                           next
· certificate                                                              later

Gates that people went through all the same
  archive-complete before deactivate: asked by jana, Mon 23 Nov 2026, 09:00,
  and agreed by tom, Mon 23 Nov 2026, 09:00: "The court wants it gone";
  "Agreed"

When it ends depends on people, and on no date that is known.
What to do now: lastpost run explain r7f3
`);
  });

  it('shows what the first person said', () => {
    expect(board('second person', 100)).toBe(`
Leave X (leave-x), run r7f3
NEEDS ATTENTION · 4 of 7 steps done · begun Tue 3 Nov 2026, 09:00 by jana
looked at Thu 26 Nov 2026, 15:00, on the clocks of Europe/Berlin

┃ IN DOUBT: Deactivate the account (deactivate)
┃ It was begun, and nobody knows how it ended. Look before you do anything.
┃   on Tom Weber (legal) since Mon 23 Nov 2026, 09:00 (3 days)
┃   The page could not be looked at.
┃   jana says, Thu 26 Nov 2026, 10:00: it was not done, because "I could log in"
┃   evidence wanted: screenshot
┃ What to type: lastpost run explain r7f3

✓ Keep a copy of everything (archive)                                   Tue 10 Nov 2026, 10:00  done
✓ verified                                                              Wed 11 Nov 2026, 10:00  done
✓ Tell the staff first (memo)                                           Thu 12 Nov 2026, 10:00  done
✓ Sign-off (signoff)                                                    Fri 13 Nov 2026, 10:00  done
━━ POINT OF NO RETURN, passed Sat 14 Nov 2026, 10:00 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
? Deactivate the account (deactivate)                                                       IN DOUBT
    see above
○ Wait until X deletes it (grace)                                                               next
· certificate                                                                                  later

When it ends depends on people, and on no date that is known.
What to do now: lastpost run explain r7f3
`);
  });
});
