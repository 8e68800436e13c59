import { describe, expect, it } from 'vitest';
import { explained } from '../../support/told-run.ts';

describe('the explanation of a run that waits for people', () => {
  it('says who has to do what by hand, and what to type', () => {
    expect(explained('by hand')).toBe(`
Leave X · run r7f3 · Thu 26 Nov 2026, 15:00 (Europe/Berlin)

WAITING FOR A PERSON
Jana Öztürk (brand) has to do this by hand: "Tell the staff first" (memo). It
has waited since Mon 23 Nov 2026, 09:00 (3 days).

What to do
Send the memo. Shop and phone staff confirm that they have read the card.
Keep as proof sent_mail (a file). When it is done, type:
    lastpost run confirm r7f3 memo --evidence sent_mail=FILE --as jana

What comes next   "Sign-off", approved by brand and legal.
When it ends      Nobody can tell: it depends on people, and on no date that is
                  known.
Can it be undone  Yes, as far as the playbook knows, until "Deactivate the
                  account" begins.
`);
  });

  it('says by when it is due: midnight is the end of the day before', () => {
    expect(explained('due')).toBe(`
Leave X · run r7f3 · Thu 26 Nov 2026, 15:00 (Europe/Berlin)

WAITING FOR A PERSON
Jana Öztürk (brand) has to do this by hand: "Tell the staff first" (memo). It
has waited since Mon 23 Nov 2026, 09:00 (3 days). It is due on Mon 30 Nov 2026,
in 4 days.

What to do
Send the memo. Shop and phone staff confirm that they have read the card.
Keep as proof sent_mail (a file). When it is done, type:
    lastpost run confirm r7f3 memo --evidence sent_mail=FILE --as jana

What comes next   "Sign-off", approved by brand and legal.
When it ends      Nobody can tell: it depends on people, and on no date that is
                  known.
Can it be undone  Yes, as far as the playbook knows, until "Deactivate the
                  account" begins.
`);
  });

  it('says by how much it is overdue', () => {
    expect(explained('overdue')).toBe(`
Leave X · run r7f3 · Thu 26 Nov 2026, 15:00 (Europe/Berlin)

WAITING FOR A PERSON
Jana Öztürk (brand) has to do this by hand: "Tell the staff first" (memo). It
has waited since Mon 23 Nov 2026, 09:00 (3 days). It was due on Tue 24 Nov 2026:
it is overdue by 39 hours.

What to do
Send the memo. Shop and phone staff confirm that they have read the card.
Keep as proof sent_mail (a file). When it is done, type:
    lastpost run confirm r7f3 memo --evidence sent_mail=FILE --as jana

What comes next   "Sign-off", approved by brand and legal.
When it ends      Nobody can tell: it depends on people, and on no date that is
                  known.
Can it be undone  Yes, as far as the playbook knows, until "Deactivate the
                  account" begins.
`);
  });

  it('asks anybody where no role is named', () => {
    expect(explained('for anybody')).toBe(`
Leave X · run r7f3 · Thu 26 Nov 2026, 15:00 (Europe/Berlin)

WAITING FOR A PERSON
Anybody who takes part has to do this by hand: "Tell the staff first" (memo). It
has waited since Mon 23 Nov 2026, 09:00 (3 days).

What to do
Send the memo. Shop and phone staff confirm that they have read the card.
Keep as proof sent_mail (a file). When it is done, type:
    lastpost run confirm r7f3 memo --evidence sent_mail=FILE --as PERSON

What comes next   "Sign-off", approved by brand and legal.
When it ends      Nobody can tell: it depends on people, and on no date that is
                  known.
Can it be undone  Yes, as far as the playbook knows, until "Deactivate the
                  account" begins.
`);
  });

  it('names the delegate of somebody who is away, and types their name', () => {
    expect(explained('by a delegate')).toBe(`
Leave X · run r7f3 · Thu 26 Nov 2026, 15:00 (Europe/Berlin)

WAITING FOR A PERSON
Tom Weber (brand, in place of jana) has to do this by hand: "Tell the staff
first" (memo). It has waited since Mon 23 Nov 2026, 09:00 (3 days).

What to do
Send the memo. Shop and phone staff confirm that they have read the card.
Keep as proof sent_mail (a file). When it is done, type:
    lastpost run confirm r7f3 memo --evidence sent_mail=FILE --as tom

What comes next   "Sign-off", approved by brand and legal.
When it ends      Nobody can tell: it depends on people, and on no date that is
                  known.
Can it be undone  Yes, as far as the playbook knows, until "Deactivate the
                  account" begins.
`);
  });

  it('says it aloud when nobody who is there has the role', () => {
    expect(explained('nobody has the role')).toBe(`
Leave X · run r7f3 · Thu 26 Nov 2026, 15:00 (Europe/Berlin)

NOBODY IS THERE TO DO THIS
"Tell the staff first" (memo) is for somebody who is brand, and nobody is:
either no person has the role, or all who have it are away and nobody stands in
for them. It has waited since Mon 23 Nov 2026, 09:00 (3 days). It was due on Tue
24 Nov 2026: it is overdue by 39 hours.

What to do
Give somebody the role in lastpost.yaml, under "people", or name a delegate for
whoever is away. Then:
    lastpost run explain r7f3

What comes next   "Sign-off", approved by brand and legal.
When it ends      Nobody can tell: it depends on people, and on no date that is
                  known.
Can it be undone  Yes, as far as the playbook knows, until "Deactivate the
                  account" begins.
`);
  });

  it('says which approvals are there, which are missing, and what exactly is approved', () => {
    expect(explained('approval')).toBe(`
Leave X · run r7f3 · Thu 26 Nov 2026, 15:00 (Europe/Berlin)

WAITING FOR APPROVAL
"Sign-off" (signoff) needs 2 approvals from brand and legal, one of each; there:
tom (legal). It waits for Jana Öztürk (brand). It has waited since Mon 23 Nov
2026, 09:00 (3 days).
Approved is exactly this: verified.manifest_sha256
sha256:cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc

What to do
Read what is to be approved. If you stand behind it, type:
    lastpost run approve r7f3 signoff --as jana
If not:
    lastpost run reject r7f3 signoff --comment 'WHY' --as jana

What comes next   "Deactivate the account", done by brand, which cannot be
                  undone.
When it ends      Nobody can tell: it depends on people, and on no date that is
                  known.
Can it be undone  Yes, as far as the playbook knows, until "Deactivate the
                  account" begins.
`);
  });

  it('says that an approval is void because what it was about has changed', () => {
    expect(explained('approval void')).toBe(`
Leave X · run r7f3 · Thu 26 Nov 2026, 15:00 (Europe/Berlin)

WAITING FOR APPROVAL
"Sign-off" (signoff) needs 2 approvals from brand and legal, one of each; none
is there. It waits for Jana Öztürk (brand) or Tom Weber (legal). It has waited
since Mon 23 Nov 2026, 09:00 (3 days).
An approval that was given before is void: what it was about has changed.

What to do
Read what is to be approved. If you stand behind it, type:
    lastpost run approve r7f3 signoff --as PERSON
If not:
    lastpost run reject r7f3 signoff --comment 'WHY' --as PERSON

What comes next   "Deactivate the account", done by brand, which cannot be
                  undone.
When it ends      Nobody can tell: it depends on people, and on no date that is
                  known.
Can it be undone  Yes, as far as the playbook knows, until "Deactivate the
                  account" begins.
`);
  });

  it('tells of the people first, and of the rest in one line', () => {
    expect(explained('several at once')).toBe(`
Leave X · run r7f3 · Thu 26 Nov 2026, 15:00 (Europe/Berlin)

WAITING FOR A PERSON
Jana Öztürk (brand) has to do this by hand: "Tell the staff first" (memo). It
has waited since Mon 23 Nov 2026, 09:00 (3 days).

What to do
Send the memo. Shop and phone staff confirm that they have read the card.
Keep as proof sent_mail (a file). When it is done, type:
    lastpost run confirm r7f3 memo --evidence sent_mail=FILE --as jana

Also open         "verified" is at work.
What comes next   "Sign-off", approved by brand and legal.
When it ends      Nobody can tell: it depends on people, and on no date that is
                  known.
Can it be undone  Yes, as far as the playbook knows, until "Deactivate the
                  account" begins.
`);
  });
});
