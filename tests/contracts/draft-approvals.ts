import { describe, expect, it } from 'vitest';
import {
  approvalState,
  type DraftApproval,
  type DraftApprovalStore,
  draftDigest,
} from '../../src/model/farewell/draft-approval.ts';
import { madeDraft } from '../support/made-draft.ts';

export interface OpenedApprovals {
  readonly approvals: DraftApprovalStore;
  readonly close: () => Promise<void>;
}

const approval = (parts: Partial<DraftApproval> = {}): DraftApproval => ({
  locale: 'de',
  draft: 'announcement-x',
  digest: draftDigest(madeDraft()),
  by: 'anna',
  at: '2027-01-02T10:00:00.000Z',
  ...parts,
});

/** What every keeper of approvals does, whatever database is under it. */
export function draftApprovalsContract(name: string, open: () => Promise<OpenedApprovals>): void {
  describe(`approvals of drafts in ${name}`, () => {
    const opened = async (...approved: readonly DraftApproval[]) => {
      const { approvals, close } = await open();
      for (const one of approved) await approvals.approve(one);
      return { approvals, close };
    };

    it('keeps every one of them, in the order in which they were given', async () => {
      const later = approval({ by: 'jona', at: '2027-01-01T10:00:00.000Z' });
      const { approvals, close } = await opened(
        approval(),
        later,
        approval({ locale: 'en' }),
        approval({ draft: 'bio-x' }),
      );
      expect(await approvals.ofDraft('de', 'announcement-x')).toEqual([approval(), later]);
      expect(await approvals.ofDraft('fr', 'announcement-x')).toEqual([]);
      await close();
    });

    it('gives the newest of each draft, whatever the clock said', async () => {
      const later = approval({ by: 'jona', at: '2027-01-01T10:00:00.000Z' });
      const { approvals, close } = await opened(
        approval({ locale: 'en' }),
        approval(),
        approval({ draft: 'bio-x' }),
        later,
      );
      expect(await approvals.newest()).toEqual([later, approval({ draft: 'bio-x' }), approval({ locale: 'en' })]);
      await close();
    });

    it('has none in the beginning', async () => {
      const { approvals, close } = await opened();
      expect(await approvals.newest()).toEqual([]);
      await close();
    });
  });

  describe('an approval', () => {
    it('is bound to the text and the fields, in whatever order these stand, and to nothing else', () => {
      const draft = madeDraft({ fields: { title: 'a', lead: 'b' } });
      const given = { digest: draftDigest(draft) };
      expect(approvalState(draft, given)).toBe('approved');
      expect(approvalState({ ...draft, fields: { lead: 'b', title: 'a' } }, given)).toBe('approved');
      expect(approvalState({ ...draft, text: `${draft.text} ` }, given)).toBe('changed');
      expect(approvalState({ ...draft, fields: { title: 'a' } }, given)).toBe('changed');
      expect(approvalState(draft, undefined)).toBe('none');
    });
  });
}
