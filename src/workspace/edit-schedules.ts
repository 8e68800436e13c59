import { isMap, isSeq, parseDocument } from 'yaml';
import { writeFileAtomic } from '../base/atomic-write.ts';
import { KnownError } from '../base/known-error.ts';
import { listAt } from './list-at.ts';
import { openWorkspace, type Workspace } from './open-workspace.ts';
import { readConfigText } from './read-config.ts';
import { readConfigFile } from './read-config-file.ts';

/** A schedule as it is written into lastpost.yaml. */
export interface NewSchedule {
  readonly id: string;
  readonly channels: readonly string[];
  readonly cron?: string;
  readonly every?: string;
  readonly timezone: string;
  readonly missed?: string;
  readonly jitter?: string;
  readonly denser?: readonly { readonly from: string; readonly every: string }[];
  readonly notify?: { readonly mail?: readonly string[]; readonly webhook?: string; readonly secret?: string };
}

/**
 * Adds a schedule at the end of the list in lastpost.yaml; comments and order stay. The file is written anew in one step.
 * @throws KnownError `schedule.exists`, `workspace.invalid` (the schedule itself is wrong) and those of `openWorkspace`
 */
export async function addScheduleToWorkspace(dir: string, schedule: NewSchedule): Promise<Workspace> {
  const { paths, config } = await openWorkspace(dir);
  if (config.schedules?.some(({ id }) => id === schedule.id)) {
    throw new KnownError('schedule.exists', `There is a schedule called "${schedule.id}" already.`, {
      hint: 'Choose another name with --id, or change that one in lastpost.yaml.',
      exitCode: 2,
    });
  }
  const document = parseDocument(await readConfigFile(paths.config));
  const node = document.createNode(schedule);
  for (const key of ['channels', 'denser', 'notify']) {
    const inner = node.get(key, true);
    if (isSeq(inner) || isMap(inner)) inner.flow = true;
  }
  listAt(document, 'schedules').add(node);
  return write(paths.config, dir, document.toString({ lineWidth: 0 }));
}

/**
 * Takes a schedule out of lastpost.yaml; comments elsewhere and order stay.
 * @throws KnownError `schedule.unknown` and those of `openWorkspace`
 */
export async function removeScheduleFromWorkspace(dir: string, id: string): Promise<Workspace> {
  const { paths, config } = await openWorkspace(dir);
  const at = (config.schedules ?? []).findIndex((schedule) => schedule.id === id);
  if (at === -1) throw unknownSchedule(id, config.schedules ?? []);
  const document = parseDocument(await readConfigFile(paths.config));
  const list = listAt(document, 'schedules');
  list.delete(at);
  if (list.items.length === 0) list.flow = true;
  return write(paths.config, dir, document.toString({ lineWidth: 0 }));
}

export function unknownSchedule(id: string, all: readonly { readonly id: string }[]): KnownError {
  const ids = all.map((one) => one.id);
  return new KnownError('schedule.unknown', `No schedule is called "${id}".`, {
    hint:
      ids.length === 0
        ? 'lastpost.yaml has none yet; add one with: lastpost schedule add CHANNEL --cron "0 3 * * *"'
        : `Choose one of: ${ids.join(', ')}.`,
    exitCode: 2,
  });
}

async function write(file: string, dir: string, text: string): Promise<Workspace> {
  readConfigText(file, text);
  await writeFileAtomic(file, text);
  return openWorkspace(dir);
}
