import type { CopiedPlaybook, NewPlaybook } from '../../../journeys/new-playbook.ts';
import { defineCommand } from '../../command-spec.ts';
import { onSwitch, textOption } from '../../options.ts';
import { shellWord, shownPath } from '../../snapshot-text.ts';

function lineOf({ file, basedOn }: CopiedPlaybook, cwd: string): string {
  return `${shownPath(file, cwd)}: copied from ${basedOn.playbook}, version ${basedOn.version}`;
}

function textOf({ copy, parts, kept }: NewPlaybook, cwd: string): string {
  return [
    lineOf(copy, cwd),
    ...parts.map((part) => lineOf(part, cwd)),
    ...kept.map((name) => `playbooks/${name}.yaml: left as it is`),
    'Change it in any editor. Then:',
    `  lastpost playbook lint ${shellWord(copy.name)}`,
    `  lastpost playbook diff ${shellWord(copy.name)}`,
  ].join('\n');
}

function jsonOf({ name, file, basedOn }: CopiedPlaybook): object {
  return { name, file, based_on: basedOn };
}

export const newCommand = defineCommand({
  description:
    'Copies a playbook into playbooks/ of the workspace, so that you can adapt it. Notes and layout stay as they are; only its ' +
    'name changes, and a line says what it is based on. The original is kept in .lastpost/playbooks, so that "playbook diff" can ' +
    'tell later what you have changed and what the original has. Under its own name the copy takes the place of the one that ' +
    'comes along. Parts that it uses stay those that come along, unless they are copied as well. Nothing is ever replaced.',
  arguments: [{ name: 'PLAYBOOK', description: 'the name of a playbook, or a file', required: true }],
  options: {
    as: textOption('NAME', 'what the copy is called', 'as the original'),
    withParts: onSwitch('copy the parts that it uses as well; those you have are left alone'),
  },
  examples: [
    { command: 'playbook new leave-x', explains: 'In the place of the one that comes along:' },
    { command: 'playbook new leave-x --as leave-x-shop --with-parts', explains: 'Beside it, with all its parts:' },
  ],
  errors: {
    'playbook.exists': 'the workspace has a playbook of that name; the hint says what you can do',
    'playbook.bad-name': 'no playbook can be called so',
    'playbook.unknown': 'there is no playbook of that name, and no such file',
    'playbook.unreadable': 'the file is there and cannot be read',
    'playbook.unsound': 'the file is no playbook; the message names the lines',
    'workspace.not-found': 'there is no lastpost.yaml here or above',
    'workspace.invalid': 'lastpost.yaml has a mistake; the message names line and column',
  },
  exitCodes: { 0: 'copied', 1: 'failed', 2: 'wrong use, or the name is taken; nothing was written' },
  run: async ({ as = null, withParts }, context) => {
    const { newPlaybook } = await import('../../../journeys/new-playbook.ts');
    const made = await newPlaybook({ playbook: context.args[0] ?? '', as, withParts }, context, context);
    const json = { ...jsonOf(made.copy), parts: made.parts.map(jsonOf), kept: made.kept };
    return { exitCode: 0, json, text: textOf(made, context.cwd) };
  },
});
