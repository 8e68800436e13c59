import { readdirSync } from 'node:fs';
import type { ExportFixture, NearMiss } from './export-fixture.ts';

export interface PlatformFixtures {
  readonly platform: string;
  readonly exports: readonly ExportFixture[];
  readonly nearMisses: readonly NearMiss[];
}

const folder = new URL('./fixtures/', import.meta.url);

/** The made-up exports of every platform, by the files in `fixtures/`. */
export async function allFixtures(): Promise<readonly PlatformFixtures[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const found: PlatformFixtures[] = [];
  for (const name of names) {
    const module = (await import(new URL(name, folder).href)) as Partial<Omit<PlatformFixtures, 'platform'>>;
    // Files beside them hold what several fixtures share.
    if (module.exports === undefined) continue;
    found.push({ platform: name.slice(0, -3), exports: module.exports, nearMisses: module.nearMisses ?? [] });
  }
  return found;
}
