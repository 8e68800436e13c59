import type { JsonObject } from '../../../src/model/playbook/json.ts';
import type { Timeline, TimelineStep } from '../../../src/model/playbook/timeline.ts';
import type { Person } from '../../../src/model/run/people.ts';
import type { RunPlan } from '../../../src/model/run/run-plan.ts';
import { planRun } from '../../../src/playbooks/plan/plan-run.ts';
import { readPlaybook } from '../../../src/playbooks/read/read-playbook.ts';
import { resolveUses } from '../../../src/playbooks/resolve-uses.ts';
import { makeTimeline, type TimelineRequest } from '../../../src/playbooks/timeline/make-timeline.ts';

/** The head of a playbook in Bavaria with a last day; steps are lines of YAML. */
export function playbookText(steps: string, head = ''): string {
  return `apiVersion: playbook/v1
name: exit
title: {en: Exit, de: Ausstieg}
mode: delete
timezone: Europe/Berlin
holidays: DE-BY
inputs:
  last_day: {type: date}
  channel: {type: string, default: x}
  note: {type: boolean, default: false}
roles: [brand, legal, service]
${head}steps:
${steps}`;
}

export async function planText(
  text: string,
  inputs: JsonObject = {},
  others: Readonly<Record<string, string>> = {},
): Promise<RunPlan> {
  const read = (name: string, yaml: string) => readPlaybook(`${name}.yaml`, Buffer.from(yaml));
  const { playbook, findings } = read('exit', text);
  if (playbook === null) throw new Error(JSON.stringify(findings));
  const load = async (name: string) => (others[name] === undefined ? undefined : read(name, others[name]));
  const { resolved, troubles } = await resolveUses(playbook, { name: 'exit', text }, load);
  if (troubles.length > 0) throw new Error(JSON.stringify(troubles));
  return planRun(resolved, { inputs, timezone: 'Europe/Berlin', channels: null, facts: {} }).plan;
}

export function person(id: string, roles: readonly string[], absences: Person['absences'] = []): Person {
  return { id, name: id, roles, email: null, key: null, language: null, absences };
}

/** Planned on Monday, 4 January 2027, at eight in the morning in Berlin. */
export const monday = new Date('2027-01-04T07:00:00Z');

export function timelineOf(plan: RunPlan, request: Partial<TimelineRequest> = {}): Timeline {
  return makeTimeline({ plan, people: null, now: monday, start: null, rates: null, ...request });
}

export async function timelineText(
  steps: string,
  inputs: JsonObject = {},
  request: Partial<TimelineRequest> = {},
): Promise<Timeline> {
  return timelineOf(await planText(playbookText(steps), inputs), request);
}

export function stepOf({ steps }: Timeline, id: string): TimelineStep {
  const step = steps.find((one) => one.id === id);
  if (step === undefined) throw new Error(`no step ${id}`);
  return step;
}
