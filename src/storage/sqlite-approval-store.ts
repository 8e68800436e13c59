import type { Kysely } from 'kysely';
import type { Sha256 } from '../base/digest.ts';
import type { DraftApproval, DraftApprovalStore } from '../model/farewell/draft-approval.ts';
import type { FarewellLocale } from '../model/farewell/locale.ts';
import { withLedgerErrors } from './ledger-errors.ts';
import type { DraftApprovalRow, LedgerTables } from './tables.ts';

/** Who approved which draft: rows are added, and never changed. */
export function sqliteApprovalStore(db: Kysely<LedgerTables>, file: string): DraftApprovalStore {
  const all = () => db.selectFrom('draft_approvals').selectAll().orderBy('number');
  return {
    approve: ({ locale, draft, digest, by, at }) =>
      withLedgerErrors(file, async () => {
        await db.insertInto('draft_approvals').values({ locale, draft, digest, by_whom: by, at }).execute();
      }),
    newest: () =>
      withLedgerErrors(file, async () => {
        const newest = db
          .selectFrom('draft_approvals')
          .select(({ fn }) => fn.max('number').as('number'))
          .groupBy(['locale', 'draft']);
        const rows = await all()
          .where('number', 'in', newest)
          .clearOrderBy()
          .orderBy('locale')
          .orderBy('draft')
          .execute();
        return rows.map(approvalOf);
      }),
    ofDraft: (locale, draft) =>
      withLedgerErrors(file, async () => {
        const rows = await all().where('locale', '=', locale).where('draft', '=', draft).execute();
        return rows.map(approvalOf);
      }),
  };
}

function approvalOf({ locale, draft, digest, by_whom: by, at }: Omit<DraftApprovalRow, 'number'>): DraftApproval {
  return { locale: locale as FarewellLocale, draft, digest: digest as Sha256, by, at };
}
