import { dayAt } from '../../../base/zoned-time.ts';
import { adviceFrom } from './advice.ts';
import type { Debrief, MishapReport } from './debrief.ts';
import { missingSettings, type Settings } from './missing-settings.ts';
import { noReturnReport } from './no-return-report.ts';
import { openWaits } from './open-waits.ts';
import type { Rehearsed } from './rehearsed.ts';
import { rehearsedSteps } from './rehearsed-steps.ts';
import { isCovered, roleWaits } from './role-waits.ts';
import type { StandIns } from './stand-ins.ts';
import { workCalendarOf } from './working-time.ts';

/** What a rehearsal showed, out of what was played. */
export function makeDebrief(
  rehearsed: Rehearsed,
  standIns: readonly StandIns[],
  mishaps: readonly MishapReport[],
  settings: Settings,
): Debrief {
  const { state, view, endedAt, journal, people } = rehearsed;
  const { plan, startedAt, ended } = state;
  const calendar = workCalendarOf(plan);
  const steps = rehearsedSteps(rehearsed);
  const late = steps.filter(({ lateMinutes }) => lateMinutes > 0);
  const waitedFor = roleWaits(steps, rehearsed, calendar);
  const waitsFor = ended === null ? openWaits(view.steps, rehearsed.refused, people) : [];
  const noReturn = noReturnReport(rehearsed);
  const today = dayAt(startedAt, plan.timezone);
  const facts = { standIns, late, waitedFor, waitsFor, noReturn };
  return {
    playbook: plan.playbook,
    version: plan.version,
    title: plan.title,
    timezone: plan.timezone,
    beganAt: startedAt,
    endedAt,
    ended: ended !== null,
    state: view.run.state,
    reason: ended?.reason ?? null,
    ...facts,
    steps,
    mishaps,
    missing: missingSettings(state, rehearsed.secrets, people, settings),
    advice: adviceFrom(facts, mishaps, (role) => isCovered(role, people, today)),
    journal: { entries: journal.entries, ok: journal.ok },
  };
}
