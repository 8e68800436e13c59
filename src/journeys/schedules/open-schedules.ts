import { readFile } from 'node:fs/promises';
import { canonicalJson } from '../../base/canonical-json.ts';
import { sha256 } from '../../base/digest.ts';
import { KnownError } from '../../base/known-error.ts';
import type { Schedule, ScheduleTiming } from '../../model/schedule/schedule.ts';
import type { EnteredSchedule } from '../../model/schedule/schedule-state.ts';
import { scheduleMistake } from '../../schedules/check-schedule.ts';
import { dueTime } from '../../schedules/jitter.ts';
import { nextTime } from '../../schedules/next-times.ts';
import { type Ledger, openLedger } from '../../storage/ledger.ts';
import { findWorkspace, type WorkspacePlace } from '../../workspace/open-workspace.ts';
import { type WorkspacePaths, workspacePaths } from '../../workspace/paths.ts';
import { configMistake, readConfig, readConfigFile } from '../../workspace/read-config.ts';
import { patiently } from '../patiently.ts';

/** A workspace whose schedules are entered in its ledger as lastpost.yaml has them. Close it. */
export interface OpenSchedules {
  /** Absolute. */
  readonly dir: string;
  readonly paths: WorkspacePaths;
  readonly ledger: Ledger;
  close(): Promise<void>;
}

/** See `patiently`. */
const BUSY_MS = 100;

/** Of how schedules are kept: another one has them entered anew. */
const FORM = 1;

/**
 * Opens the ledger of a workspace. lastpost.yaml is not read yet.
 * @throws KnownError `workspace.not-found`, and those of `openLedger`
 */
export async function openSchedules({ cwd, workspaceDir }: WorkspacePlace): Promise<OpenSchedules> {
  const dir = workspaceDir ?? (await findWorkspace(cwd));
  if (dir === undefined) {
    throw new KnownError('workspace.not-found', `There is no workspace in ${cwd} or above it.`, {
      hint: 'Name its folder with --workspace DIR, or make one with: lastpost init DIR --brand NAME',
      exitCode: 2,
    });
  }
  const paths = workspacePaths(dir);
  // Before the ledger: of a folder that is no workspace, that is the thing to say.
  await readConfigFile(paths.config);
  const ledger = await patiently(() => openLedger({ file: paths.ledger, root: dir, busyTimeoutMs: BUSY_MS }));
  return { dir, paths, ledger, close: () => ledger.close() };
}

/**
 * Sees to it that the ledger has the schedules of lastpost.yaml. While its bytes are the same nothing is read out of it: a
 * sweep over a hundred thousand schedules has no time for their YAML. Safe to call from several processes at once.
 * @throws KnownError `workspace.*`, `schedule.never-fires`, `schedule.bad-cron`, with line and column; nothing is changed then
 */
export async function enterSchedules(
  { paths, ledger: { schedules: store } }: OpenSchedules,
  now: string,
): Promise<void> {
  const bytes = await readFile(paths.config).catch(async () => Buffer.from(await readConfigFile(paths.config)));
  const digest = settingsDigest(bytes);
  if ((await patiently(() => store.enteredDigest())) === digest) return;
  const schedules = await readSchedules(paths.config, bytes.toString('utf8'));
  const known = await patiently(() => store.timings());
  const entered = schedules.map((schedule) => enteredSchedule(schedule, known.get(schedule.id), now));
  await patiently(() => store.enter(digest, entered));
}

/** Under what the schedules of a lastpost.yaml are entered. */
export function settingsDigest(bytes: Uint8Array): string {
  return `${FORM}:${sha256(bytes)}`;
}

/** @throws KnownError those of `enterSchedules` */
export async function readSchedules(file: string, text: string): Promise<readonly Schedule[]> {
  const { schedules = [] } = await readConfig(file, text);
  const mistakes = schedules.flatMap((schedule, at) => {
    const mistake = scheduleMistake(schedule);
    return mistake === undefined ? [] : [{ ...mistake, path: ['schedules', at, ...mistake.path] }];
  });
  const [first] = mistakes;
  if (first === undefined) return schedules;
  throw configMistake(file, text, mistakes, first.code);
}

interface Known {
  readonly timing: string;
  readonly channels: readonly string[];
}

function enteredSchedule(schedule: Schedule, known: Known | undefined, now: string): EnteredSchedule {
  const { id, channels, timezone } = schedule;
  const timing = timingDigest(schedule);
  // Of those that go on nothing is worked out: their times are in the ledger.
  const goesOn = (channel: string) => known?.timing === timing && known.channels.includes(channel);
  let slot: string | undefined;
  const begin = (channel: string) => {
    slot ??= nextTime(schedule, now);
    return { channel, slotAt: slot, dueAt: dueTime(schedule, { schedule: id, channel }, slot) };
  };
  const places = channels.map((channel) => (goesOn(channel) ? { channel, slotAt: '', dueAt: '' } : begin(channel)));
  return { id, timing, json: JSON.stringify(schedule), channels: places, zone: timezone };
}

function timingDigest({ cron, everyMs, timezone, jitterMs, denser, lastDayEnd }: ScheduleTiming): string {
  const timing = { cron, everyMs, timezone, jitterMs, denser, lastDayEnd };
  return sha256(canonicalJson(timing));
}
