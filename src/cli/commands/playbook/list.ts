import type { ListedPlaybook } from '../../../journeys/load-playbook.ts';
import { type FactLanguage, factLanguages } from '../../../model/platform.ts';
import { defineCommand } from '../../command-spec.ts';
import { oneLine } from '../../cut-text.ts';
import { formatTable, plural } from '../../format.ts';
import { choiceOption, onSwitch } from '../../options.ts';
import { shownPath } from '../../snapshot-text.ts';

const origin = { workspace: 'workspace', shipped: 'comes along', file: 'file' } as const;

function row(
  { name, from, title, modes, isPart, steps, errors }: ListedPlaybook,
  language: FactLanguage,
): readonly string[] {
  const state = title === null ? 'cannot be read' : errors === 0 ? 'sound' : plural(errors, 'error');
  return [
    name,
    isPart ? 'part' : modes.join(' | '),
    String(steps ?? ''),
    state,
    origin[from],
    oneLine(title?.[language] ?? ''),
  ];
}

function describe(
  playbooks: readonly ListedPlaybook[],
  { language, withParts, cwd }: { readonly language: FactLanguage; readonly withParts: boolean; readonly cwd: string },
): string {
  if (playbooks.length === 0)
    return 'No playbooks yet. Write one into playbooks/ of the workspace; docs/playbooks.md tells how.';
  const parts = playbooks.filter(({ isPart }) => isPart).length;
  const table = formatTable(
    [
      { title: 'NAME' },
      { title: 'MODE' },
      { title: 'STEPS', align: 'right' },
      { title: 'STATE' },
      { title: 'FROM' },
      { title: 'TITLE' },
    ],
    playbooks.filter(({ isPart }) => withParts || !isPart).map((one) => row(one, language)),
  );
  const broken = playbooks.filter(({ errors }) => errors > 0);
  const hints = broken.map(({ file }) => `See what is wrong with: lastpost playbook lint ${shownPath(file, cwd)}`);
  const more =
    parts === 0 || withParts
      ? []
      : [`And ${plural(parts, 'part')} that they are made of: lastpost playbook list --parts`];
  return [table, ...more, ...hints].join('\n');
}

export const listCommand = defineCommand({
  description:
    'Lists the playbooks that a run can be started of by their name: those in playbooks/ of the workspace, and those that come ' +
    'along. One of the workspace takes the place of one of the same name that comes along.',
  arguments: [],
  options: {
    lang: choiceOption(factLanguages, 'the language of the titles', 'en'),
    parts: onSwitch('the parts as well, of which others are made'),
  },
  examples: [
    { command: 'playbook list', explains: 'Every playbook:' },
    { command: 'playbook list --json', explains: 'For a script:' },
  ],
  errors: {
    'playbook.unreadable': 'a file is there and cannot be read',
    'workspace.not-found': 'the folder given with --workspace has no lastpost.yaml',
    'workspace.invalid': 'lastpost.yaml has a mistake; the message names line and column',
  },
  exitCodes: { 0: 'listed', 1: 'failed', 2: 'wrong use or settings' },
  run: async ({ lang = 'en', parts }, context) => {
    const { listPlaybooks } = await import('../../../journeys/load-playbook.ts');
    const playbooks = await listPlaybooks(context, context);
    return {
      exitCode: 0,
      json: { playbooks: playbooks.map(({ isPart, ...one }) => ({ ...one, part: isPart })) },
      text: describe(playbooks, { language: lang, withParts: parts, cwd: context.cwd }),
    };
  },
});
