import { KnownError } from '../base/known-error.ts';

/** SQLite's result codes look like `SQLITE_BUSY_SNAPSHOT`: the first two words tell what happened. */
function sqliteCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return error.code.startsWith('SQLITE_') ? error.code : undefined;
}

const foreseen: readonly {
  readonly sqlite: RegExp;
  readonly code: string;
  readonly says: string;
  readonly hint: string;
}[] = [
  {
    sqlite: /^SQLITE_(BUSY|LOCKED)/,
    code: 'ledger.locked',
    says: 'is being written by another process and did not become free.',
    hint: 'Wait until the other lastpost has ended and run it again; nothing is lost.',
  },
  {
    sqlite: /^SQLITE_(CORRUPT|NOTADB)/,
    code: 'ledger.corrupt',
    says: 'is damaged and cannot be read.',
    hint: 'Move it aside and put back a copy from your backup, or start an empty one with: lastpost init --repair. The snapshots in the vault are not touched by this.',
  },
  {
    sqlite: /^SQLITE_(READONLY|PERM|CANTOPEN|AUTH)/,
    code: 'ledger.cannot-open',
    says: 'cannot be opened for writing.',
    hint: 'Check that the file and its folder belong to you and may be written.',
  },
  {
    sqlite: /^SQLITE_(FULL|IOERR)/,
    code: 'ledger.disk',
    says: 'cannot be written: the disk is full or failing.',
    hint: 'Make room on the disk, check it, and run it again.',
  },
];

/** The KnownError for trouble SQLite reports about `file`; any other error comes back as it is. */
export function asLedgerError(file: string, error: unknown): unknown {
  const sqlite = sqliteCode(error);
  const match = foreseen.find((candidate) => sqlite !== undefined && candidate.sqlite.test(sqlite));
  if (match === undefined) return error;
  return new KnownError(match.code, `The ledger ${file} ${match.says}`, { hint: match.hint, cause: error });
}

/** Runs `work` and translates what SQLite throws. */
export async function withLedgerErrors<T>(file: string, work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asLedgerError(file, error);
  }
}

export function ledgerMissing(file: string): KnownError {
  return new KnownError('ledger.missing', `The ledger ${file} is not there.`, {
    hint: 'Put it back from your backup, or start an empty one with: lastpost init --repair',
  });
}

export function ledgerNewer(file: string, has: number, knows: number): KnownError {
  return new KnownError(
    'ledger.newer',
    `The ledger ${file} was written by a newer Lastpost (version ${has} of its tables; this one knows ${knows}).`,
    { hint: 'Install the newest Lastpost and run it again. Nothing was changed.' },
  );
}
