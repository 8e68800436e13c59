import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '../../src/base/clock.ts';
import { type LoadedPlaybook, loadPlaybook, requireSound } from '../../src/journeys/load-playbook.ts';
import type { Playbook } from '../../src/model/playbook/playbook.ts';

/** Files of the playbooks that come along, parts included. */
export async function shelfFiles(): Promise<readonly string[]> {
  const folders = ['playbooks', 'playbooks/parts'];
  const found = await Promise.all(
    folders.map(async (folder) => (await readdir(folder)).map((name) => join(folder, name))),
  );
  return found
    .flat()
    .filter((file) => file.endsWith('.yaml'))
    .sort();
}

/** One of them as it is found by its name, outside of a workspace. */
export async function fromShelf(name: string): Promise<LoadedPlaybook> {
  return loadPlaybook(name, { cwd: '/' }, { clock: systemClock });
}

export async function soundPlaybook(name: string): Promise<Playbook> {
  return requireSound(await fromShelf(name)).playbook;
}
