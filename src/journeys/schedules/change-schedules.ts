import { KnownError } from '../../base/known-error.ts';
import { isTimeZone } from '../../base/locale-names.ts';
import { localZone } from '../../base/zoned-time.ts';
import type { Schedule } from '../../model/schedule/schedule.ts';
import { refuseBadCron } from '../../schedules/check-schedule.ts';
import { nextTimes } from '../../schedules/next-times.ts';
import {
  addScheduleToWorkspace,
  type NewSchedule,
  removeScheduleFromWorkspace,
} from '../../workspace/edit-schedules.ts';
import { requireChannel, requireWorkspace, type WorkspacePlace } from '../../workspace/open-workspace.ts';
import { zoneWanted } from '../../workspace/schedule-schema.ts';
import { enterSchedules, openSchedules } from './open-schedules.ts';

/** What a person asks for; everything they left out is undefined. */
export interface ScheduleRequest {
  readonly channels: readonly string[];
  readonly id?: string | undefined;
  readonly cron?: string | undefined;
  readonly every?: string | undefined;
  readonly timezone?: string | undefined;
  readonly missed?: string | undefined;
  readonly jitter?: string | undefined;
  /** `30d:6h` each. */
  readonly denser: readonly string[];
  readonly mail: readonly string[];
  readonly webhook?: string | undefined;
  readonly secret?: string | undefined;
}

export interface AddedSchedule {
  readonly schedule: Schedule;
  readonly file: string;
  /** The next five times, UTC ISO 8601. */
  readonly times: readonly string[];
}

/**
 * Writes a schedule into lastpost.yaml, and enters it in the ledger.
 * @throws KnownError `usage.*`, `schedule.exists`, `schedule.bad-cron`, `schedule.never-fires`, `schedule.unknown-zone`,
 * `channel.unknown`, `workspace.*`, `ledger.*`; nothing is written then
 */
export async function addSchedule(request: ScheduleRequest, place: WorkspacePlace, now: Date): Promise<AddedSchedule> {
  const workspace = await requireWorkspace(place);
  for (const channel of request.channels) requireChannel(workspace, channel);
  refuseWhen(request);
  if (request.cron !== undefined) refuseBadCron(request.cron);
  const timezone = request.timezone ?? workspace.config.timezone ?? localZone();
  refuseZone(timezone);
  const taken = (workspace.config.schedules ?? []).map(({ id }) => id);
  const id = request.id ?? freeId(request.channels, taken);
  const { config, paths, dir } = await addScheduleToWorkspace(workspace.dir, written(request, id, timezone));
  const schedule = config.schedules?.find((one) => one.id === id);
  if (schedule === undefined) throw new TypeError(`Schedule ${id} was written and is not there.`);
  await enter(dir, now);
  return { schedule, file: paths.config, times: nextTimes(schedule, now.toISOString(), 5) };
}

/** @throws KnownError `schedule.unknown`, `workspace.*`, `ledger.*` */
export async function removeSchedule(id: string, place: WorkspacePlace, now: Date): Promise<{ readonly file: string }> {
  const { dir } = await requireWorkspace(place);
  const { paths } = await removeScheduleFromWorkspace(dir, id);
  await enter(dir, now);
  return { file: paths.config };
}

async function enter(dir: string, now: Date): Promise<void> {
  const open = await openSchedules({ cwd: dir, workspaceDir: dir });
  try {
    await enterSchedules(open, now.toISOString());
  } finally {
    await open.close();
  }
}

function refuseWhen({ cron, every }: ScheduleRequest): void {
  if ((cron === undefined) !== (every === undefined)) return;
  const both = cron !== undefined;
  throw new KnownError(
    both ? 'usage.bad-value' : 'usage.missing-option',
    both ? '--cron and --every cannot both be meant.' : 'It is not said when the snapshot is to be taken.',
    { hint: 'Give one of them: --cron "0 3 * * *" for each day at three, or --every 6h.', exitCode: 2 },
  );
}

function refuseZone(zone: string): void {
  if (isTimeZone(zone)) return;
  const near = /perhaps "([^"]+)"/.exec(zoneWanted(zone))?.[1];
  throw new KnownError('schedule.unknown-zone', `"${zone}" is no time zone.`, {
    hint: near === undefined ? 'Write it like Europe/Berlin.' : `Did you mean "${near}"?`,
    exitCode: 2,
  });
}

function freeId(channels: readonly string[], taken: readonly string[]): string {
  const wanted = channels.length === 1 ? (channels[0] ?? 'schedule') : 'channels';
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? wanted : `${wanted.slice(0, 58)}-${number}`;
    if (!taken.includes(id)) return id;
  }
}

function written(request: ScheduleRequest, id: string, timezone: string): NewSchedule {
  const { channels, cron, every, missed, jitter, mail, webhook, secret } = request;
  const notify = {
    ...(mail.length > 0 && { mail }),
    ...(webhook !== undefined && { webhook }),
    ...(secret !== undefined && { secret }),
  };
  return {
    id,
    channels,
    ...(cron !== undefined && { cron }),
    ...(every !== undefined && { every }),
    timezone,
    ...(missed !== undefined && { missed }),
    ...(jitter !== undefined && { jitter }),
    ...(request.denser.length > 0 && { denser: request.denser.map(denserRule) }),
    ...(Object.keys(notify).length > 0 && { notify }),
  };
}

function denserRule(text: string): { readonly from: string; readonly every: string } {
  const match = /^([^:\s]+):([^:\s]+)$/.exec(text);
  if (match !== null) return { from: match[1] ?? '', every: match[2] ?? '' };
  throw new KnownError('usage.bad-value', `"${text}" is no rule for --denser.`, {
    hint: 'Write it like 30d:6h: from 30 days before the last day on, every 6 hours.',
    exitCode: 2,
  });
}
