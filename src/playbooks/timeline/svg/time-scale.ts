import { dayAt, endOfDay, startOfDay } from '../../../base/zoned-time.ts';
import type { Timeline } from '../../../model/playbook/timeline.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Up to here a plan is looked at by the hour, and whole days around it would leave it no room. */
const HOURLY_MS = 1.5 * DAY_MS;
/** What lies outside the plan itself, such as today, may make it that much longer and no more. */
const OUTSIDE = 0.12;
/** Left free at both ends, so that a mark on the edge is whole. */
export const EDGE = 12;

/** Where a moment stands on the sheet. */
export interface TimeScale {
  readonly fromMs: number;
  readonly toMs: number;
  /** Of the whole chart, its edges included. */
  readonly left: number;
  readonly right: number;
  readonly pxPerDay: number;
  readonly zone: string;
  readonly isHourly: boolean;
  x(ms: number): number;
}

/** A linear scale over all of a plan: a day of 25 hours is wider than one of 24. */
export function timeScale(timeline: Timeline, left: number, right: number): TimeScale {
  const { timezone: zone } = timeline;
  const { firstMs, lastMs } = span(timeline);
  const isHourly = lastMs - firstMs <= HOURLY_MS;
  const { fromMs, toMs } = isHourly ? wholeHours(firstMs, lastMs) : wholeDays(firstMs, lastMs, zone);
  const perMs = (right - left - 2 * EDGE) / (toMs - fromMs);
  return {
    fromMs,
    toMs,
    left,
    right,
    pxPerDay: perMs * DAY_MS,
    zone,
    isHourly,
    x: (ms) => left + EDGE + (ms - fromMs) * perMs,
  };
}

function span({ startsAt, endsAt, madeAt, steps }: Timeline): { readonly firstMs: number; readonly lastMs: number } {
  const own = [startsAt, endsAt, ...steps.flatMap((step) => [step.startsAt, step.endsAt])].map(Date.parse);
  const [firstMs, lastMs] = [least(own), -least(own.map((ms) => -ms))];
  const room = OUTSIDE * (lastMs - firstMs);
  const near = [madeAt, ...steps.flatMap(({ dueAt }) => (dueAt === null ? [] : [dueAt]))]
    .map(Date.parse)
    .filter((ms) => ms >= firstMs - room && ms <= lastMs + room);
  return { firstMs: least([firstMs, ...near]), lastMs: -least([lastMs, ...near].map((ms) => -ms)) };
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

function wholeHours(firstMs: number, lastMs: number) {
  const fromMs = Math.floor(firstMs / HOUR_MS) * HOUR_MS;
  return { fromMs, toMs: Math.max(Math.ceil(lastMs / HOUR_MS) * HOUR_MS, fromMs + HOUR_MS) };
}

function wholeDays(firstMs: number, lastMs: number, zone: string) {
  const first = dayAt(new Date(firstMs).toISOString(), zone);
  // Midnight is the end of the day before it.
  const last = dayAt(new Date(lastMs - 1).toISOString(), zone);
  return { fromMs: Date.parse(startOfDay(first, zone)), toMs: Date.parse(endOfDay(last, zone)) };
}
