import { readCsvRecords } from '../reading/export/csv-records.ts';
import type { YoutubeTable } from './import-columns.ts';
import { cellOf } from './import-rows.ts';

export interface TakeoutOwner {
  readonly id: string | null;
  readonly name: string | null;
  readonly bio: string | null;
}

/** The channel by its own table; by the first of its films where there is none. */
export async function ownerOfTables(tables: readonly YoutubeTable[]): Promise<TakeoutOwner> {
  const own = tables.find(({ kind }) => kind === 'channel') ?? tables.find(({ kind }) => kind === 'videos');
  if (own === undefined) return { id: null, name: null, bio: null };
  for await (const { fields } of readCsvRecords(own.file)) {
    const id = cellOf(own, fields, 'channel');
    if (id === null || !/^UC[\w-]{22}$/.test(id)) continue;
    if (own.kind !== 'channel') return { id, name: null, bio: null };
    const like = (pattern: RegExp) =>
      Object.entries(fields)
        .find(([name, value]) => pattern.test(name) && value.trim() !== '')?.[1]
        .trim() ?? null;
    return { id, name: like(/(title|titel|titre|t[ií]tulo)/i), bio: like(/(descri|beschreib)/i) };
  }
  return { id: null, name: null, bio: null };
}
