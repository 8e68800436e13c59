import { dayAt } from '../../../base/zoned-time.ts';
import type { LocalText } from '../../../model/platform.ts';
import type { PlanRemark, TimelineStep } from '../../../model/playbook/timeline.ts';
import type { Person } from '../../../model/run/people.ts';
import { speakersFor } from '../../../model/run/speakers.ts';
import type { PlanFacts } from './plan-facts.ts';
import { beginOf, inBoth, listed, quoted, titlesOf } from './remark-words.ts';

/** Steps that nobody could do on the day on which they are planned. */
export function nobodyRemarks(facts: PlanFacts): readonly PlanRemark[] {
  const { people, steps } = facts;
  if (people === null) return [];
  const staffed = steps.filter(({ roles }) => roles.length > 0);
  if (people.length === 0 && staffed.length > 0) return [nobodyAtAll(staffed)];
  const empty = [...new Set(staffed.flatMap(({ roles }) => roles))].filter((role) => !isHeld(role, people));
  return [
    ...empty.map((role) => emptyRole(role, staffed)),
    ...staffed.flatMap((step) => awayOn(step, people, facts)),
    ...staffed.flatMap((step) => tooFewFor(step, people, facts)),
  ];
}

function isHeld(role: string, people: readonly Person[]): boolean {
  return people.some(({ roles }) => roles.includes(role));
}

function remark(steps: readonly TimelineStep[], message: LocalText, fix: LocalText): PlanRemark {
  return { code: 'nobody', severity: 'error', steps: steps.map(({ id }) => id), message, fix };
}

function nobodyAtAll(steps: readonly TimelineStep[]): PlanRemark {
  const message = {
    de: 'In lastpost.yaml steht noch niemand, der etwas übernehmen könnte.',
    en: 'lastpost.yaml lists nobody yet who could do anything.',
  };
  const fix = { de: 'Trage unter people: ein, wer welche Rolle hat.', en: 'Write under people: who has which role.' };
  return remark(steps, message, fix);
}

function emptyRole(role: string, all: readonly TimelineStep[]): PlanRemark {
  const steps = all.filter(({ roles }) => roles.includes(role));
  const message = inBoth((language) =>
    language === 'de'
      ? `Niemand hat die Rolle ${quoted(role, language)}: ${titlesOf(steps, language)}.`
      : `Nobody has the role ${quoted(role, language)}: ${titlesOf(steps, language)}.`,
  );
  const fix = {
    de: `Geben Sie die Rolle ${role} in lastpost.yaml jemandem.`,
    en: `Give somebody the role ${role} in lastpost.yaml.`,
  };
  return remark(steps, message, fix);
}

/** Everybody who has the role is away, and nobody stands in for them. */
function awayOn(step: TimelineStep, people: readonly Person[], facts: PlanFacts): readonly PlanRemark[] {
  if (step.people.length > 0 || !step.roles.some((role) => isHeld(role, people))) return [];
  const names = people.filter(({ roles }) => roles.some((role) => step.roles.includes(role))).map(({ name }) => name);
  const zone = facts.scheduled.tasks.plan.timezone;
  const message = inBoth((language) => {
    const [title, day] = [quoted(step.title[language], language), beginOf(step, language, zone)];
    const who = listed(names, language);
    const isOne = names.length === 1;
    return language === 'de'
      ? `${title} (${day}): ${who} ${isOne ? 'ist' : 'sind'} dann nicht da, und niemand vertritt.`
      : `${title} (${day}): ${who} ${isOne ? 'is' : 'are'} away then, and nobody stands in.`;
  });
  const fix = {
    de: 'Trage in lastpost.yaml unter absent: eine Vertretung ein (delegate:), oder plane den Schritt an einem anderen Tag.',
    en: 'Name somebody who stands in (delegate:) under absent: in lastpost.yaml, or plan the step for another day.',
  };
  return [remark([step], message, fix)];
}

/** An approval of two people of whom one alone is there. */
function tooFewFor(step: TimelineStep, people: readonly Person[], facts: PlanFacts): readonly PlanRemark[] {
  const approval = facts.scheduled.tasks.byId.get(step.id)?.step.approval ?? null;
  if (approval === null || step.people.length === 0) return [];
  const zone = facts.scheduled.tasks.plan.timezone;
  const day = dayAt(step.startsAt, zone);
  const speakers = (role: string) => speakersFor(role, people, day).map(({ id }) => id);
  const voices = new Set(approval.approvers.flatMap(speakers)).size;
  const missing = approval.eachRole ? approval.approvers.filter((role) => speakers(role).length === 0) : [];
  // A role that nobody has at all was said already.
  const isShort = voices < approval.minApprovals || missing.some((role) => isHeld(role, people));
  if (!isShort) return [];
  const wanted = approval.minApprovals;
  const message = inBoth((language) => {
    const [title, when] = [quoted(step.title[language], language), beginOf(step, language, zone)];
    const roles = listed(missing, language);
    return tooFewWords[language](`${title} (${when})`, wanted, voices, roles);
  });
  const fix = {
    de: 'Geben Sie die Rolle einer weiteren Person, oder planen Sie die Freigabe an einem anderen Tag.',
    en: 'Give the role to one more person, or plan the approval for another day.',
  };
  return [remark([step], message, fix)];
}

type TooFew = (what: string, wanted: number, voices: number, roles: string) => string;

const tooFewWords: Readonly<Record<'de' | 'en', TooFew>> = {
  de: (what, wanted, voices, roles) =>
    `${what}: Es braucht ${wanted === 1 ? 'eine Freigabe' : `${wanted} Freigaben`}, und ` +
    `${voices === 1 ? 'nur eine Person kann' : `nur ${voices} Personen können`} dann freigeben` +
    `${roles === '' ? '.' : `; es fehlt: ${roles}.`}`,
  en: (what, wanted, voices, roles) =>
    `${what}: it needs ${wanted === 1 ? 'one approval' : `${wanted} approvals`}, and only ` +
    `${voices === 1 ? 'one person' : `${voices} people`} can approve then${roles === '' ? '.' : `; missing: ${roles}.`}`,
};
