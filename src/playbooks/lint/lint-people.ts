import { closestMatch } from '../../base/closest-match.ts';
import type { PlaybookStep } from '../../model/playbook/playbook.ts';
import type { Person } from '../../model/run/people.ts';
import { hasExpression } from '../expressions/split-text.ts';
import { error, type FilePath, meant, type Remark, warning } from '../remark.ts';
import { eachStep, type LintRules, type LintSubject } from './lint-subject.ts';

/** Roles: that they are listed, and that somebody has them. */
export const lintPeople: LintRules = (subject) => {
  const used = subject.playbook.steps.flatMap(rolesOf);
  return [
    ...noList(used, subject),
    ...eachStep(subject, (step, index) => [
      ...unknownRoles(step, index, subject),
      ...nobodyNamed(step, index),
      ...fewPeople(step, index, subject),
      ...nobodyTold(step, index, subject),
    ]),
    ...nobodyHas(subject),
  ];
};

function rolesOf({ assignee, approval }: PlaybookStep): readonly string[] {
  return [...(assignee === null ? [] : [assignee]), ...(approval?.approvers ?? [])];
}

function noList(used: readonly string[], { playbook }: LintSubject): readonly Remark[] {
  if (used.length === 0 || playbook.roles.length > 0) return [];
  const roles = [...new Set(used)].join(', ');
  const message = `The playbook gives roles something to do (${roles}) and has no list of roles.`;
  const index = playbook.steps.findIndex((step) => rolesOf(step).length > 0);
  const field = playbook.steps[index]?.assignee === null ? 'approvers' : 'assignee';
  return [error('no-roles', ['steps', index, field], message, `Add above steps: roles: [${roles}]`)];
}

function unknownRoles(step: PlaybookStep, index: number, { playbook }: LintSubject): readonly Remark[] {
  const { roles } = playbook;
  if (roles.length === 0) return [];
  const check = (role: string, path: FilePath): readonly Remark[] => {
    if (roles.includes(role)) return [];
    const near = closestMatch(role, roles);
    const swap = near === undefined ? {} : { swap: { wrong: role, right: near } };
    const message = `Step "${step.id}" speaks of a role "${role}", which is not in the list of roles.`;
    const fix =
      near === undefined ? `Add it to roles, or choose one of: ${roles.join(', ')}.` : meant(near, 'role', roles);
    return [error('unknown-role', path, message, fix, { words: role, ...swap })];
  };
  return [
    ...(step.assignee === null ? [] : check(step.assignee, ['steps', index, 'assignee'])),
    ...(step.approval?.approvers ?? []).flatMap((role) => check(role, ['steps', index, 'approvers'])),
  ];
}

function nobodyNamed({ id, type, assignee }: PlaybookStep, index: number): readonly Remark[] {
  if (type !== 'manual' || assignee !== null) return [];
  const message = `Step "${id}" is done by hand, and it is not said whose.`;
  return [warning('no-assignee', ['steps', index, 'id'], message, 'Add assignee: with a role.')];
}

/** People may still be added before the run, so that it is a warning. */
function fewPeople({ id, approval }: PlaybookStep, index: number, { people }: LintSubject): readonly Remark[] {
  if (approval === null || people === null) return [];
  const able = people.filter(({ roles }) => roles.some((role) => approval.approvers.includes(role)));
  const path = ['steps', index, 'approvers'];
  if (able.length < approval.minApprovals) {
    const message = `Step "${id}" wants ${approval.minApprovals} approvals, and ${able.length} of the workspace’s people may give one.`;
    return [warning('few-people', path, message, 'Give more people one of its roles in lastpost.yaml.')];
  }
  return [];
}

function nobodyTold(
  { id, type, with: values }: PlaybookStep,
  index: number,
  { people }: LintSubject,
): readonly Remark[] {
  if (type !== 'notify' || people === null) return [];
  const names = [values.to].flat().filter((name) => typeof name === 'string');
  return names.flatMap((name) => {
    if (hasExpression(name) || hasRole(people, name) || people.some((person) => person.id === name)) return [];
    const message = `Step "${id}" tells "${name}", which is nobody and no role that anybody has in lastpost.yaml.`;
    const path = ['steps', index, 'with', 'to'];
    return [warning('nobody', path, message, 'Name a person or a role of lastpost.yaml.', { words: name })];
  });
}

function nobodyHas({ playbook, people }: LintSubject): readonly Remark[] {
  if (people === null) return [];
  return playbook.roles.flatMap((role, index) => {
    if (hasRole(people, role)) return [];
    const message = `Nobody in lastpost.yaml has the role "${role}".`;
    return [warning('nobody', ['roles', index], message, 'Give it to somebody before the run comes there.')];
  });
}

function hasRole(people: readonly Person[], role: string): boolean {
  return people.some(({ roles }) => roles.includes(role));
}
