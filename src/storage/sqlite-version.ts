import Database from 'better-sqlite3';

/** SQLite's version; throws what the system says when its compiled part does not fit this Node or machine. */
export function sqliteVersion(): string {
  const database = new Database(':memory:');
  try {
    return (database.prepare('select sqlite_version() as version').get() as { readonly version: string }).version;
  } finally {
    database.close();
  }
}
