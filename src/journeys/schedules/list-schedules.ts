import type { Schedule } from '../../model/schedule/schedule.ts';
import type { ScheduleState, WaitingNotice } from '../../model/schedule/schedule-state.ts';
import { adviceFor } from '../../schedules/advice.ts';
import { nextTimes } from '../../schedules/next-times.ts';
import type { WorkspacePlace } from '../../workspace/open-workspace.ts';
import { readConfigFile } from '../../workspace/read-config-file.ts';
import { patiently } from '../patiently.ts';
import { enterSchedules, openSchedules } from './open-schedules.ts';
import { readSchedules } from './read-schedules.ts';

export interface ListedChannel {
  readonly state: ScheduleState;
  /** What a person should do, where something failed; null where nothing did. */
  readonly advice: string | null;
}

export interface ListedSchedule {
  readonly schedule: Schedule;
  /** The next five, UTC ISO 8601. */
  readonly times: readonly string[];
  readonly channels: readonly ListedChannel[];
  /** What could not be sent yet, or was given up. */
  readonly notices: readonly WaitingNotice[];
}

/** All schedules as lastpost.yaml has them, with how they went. @throws KnownError those of `enterSchedules` */
export async function listSchedules(place: WorkspacePlace, now: Date): Promise<readonly ListedSchedule[]> {
  const open = await openSchedules(place);
  try {
    await enterSchedules(open, now.toISOString());
    const schedules = await readSchedules(open.paths.config, await readConfigFile(open.paths.config));
    const states = await patiently(() => open.ledger.schedules.states());
    const notices = await patiently(() => open.ledger.schedules.notices());
    return schedules.map((schedule) => ({
      schedule,
      times: nextTimes(schedule, now.toISOString(), 5),
      channels: states.filter((state) => state.schedule === schedule.id).map(withAdvice),
      notices: notices.filter(({ schedule: id, attempts }) => id === schedule.id && attempts > 0),
    }));
  } finally {
    await open.close();
  }
}

function withAdvice(state: ScheduleState): ListedChannel {
  const { last, channel } = state;
  const advice = last?.kind === 'failed' ? adviceFor('en', last.code ?? '', channel) : null;
  return { state, advice };
}
