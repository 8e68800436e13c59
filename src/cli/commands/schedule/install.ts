import { KnownError } from '../../../base/known-error.ts';
import type { CommandOutcome, InstallPlan } from '../../../journeys/schedules/install-timer.ts';
import { type CommandContext, defineCommand } from '../../command-spec.ts';
import { choiceOption, onSwitch } from '../../options.ts';
import { scheduleErrors } from '../../schedule-options.ts';

const kinds = ['systemd', 'cron', 'launchd', 'windows', 'github'] as const;

const options = {
  for: choiceOption(kinds, 'what is to call it', "this computer's own"),
  remove: onSwitch('take out exactly what was installed'),
  yes: onSwitch('do it, without asking'),
};

function planText({ files, crontab, first, last, isRemoval }: InstallPlan): string {
  const verb = isRemoval ? 'Taken away' : 'Written';
  const parts = files.map(({ path, text }) =>
    [`${verb}: ${path}`, ...(text === null ? [] : ['', indented(text)])].join('\n'),
  );
  if (crontab !== null) {
    const where = isRemoval ? 'Taken out of your crontab' : 'Put into your crontab';
    parts.push(`${where}; everything else in it stays:\n\n${indented(crontab.block)}`);
  }
  const commands = [...first, ...last].map((words) => `  ${words.join(' ')}`);
  if (commands.length > 0) parts.push(`Called:\n${commands.join('\n')}`);
  return parts.join('\n\n');
}

function indented(text: string): string {
  return text.trimEnd().replace(/^/gm, '  ');
}

async function mayDo(text: string, isSaid: boolean, { ask, note }: CommandContext): Promise<boolean> {
  if (isSaid) return true;
  if (ask === undefined) return false;
  note(text);
  const answer = await ask.choice('Shall that be done?', [
    { key: 'yes', says: 'do it' },
    { key: 'no', says: 'leave everything as it is' },
  ]);
  return answer === 'yes';
}

function doneText({ kind, isRemoval }: InstallPlan, outcomes: readonly CommandOutcome[]): string {
  const failed = outcomes.filter(({ ok }) => !ok);
  const what = isRemoval ? 'Removed.' : `Installed for ${kind}: "lastpost schedule list" shows how it goes.`;
  return [
    failed.length === 0 || isRemoval ? what : 'The files are written, but not everything could be called:',
    ...failed.map(({ command, said }) => `  ${command.join(' ')}: ${said}`),
    ...(failed.length === 0 ? [] : ['Call these yourself where you are logged in as the user it is for.']),
  ].join('\n');
}

export const installCommand = defineCommand({
  description:
    'Has this computer call "lastpost schedule run" each minute: by a systemd timer of yours, a line in your crontab, a launchd ' +
    'agent, a task of Windows, or a workflow on GitHub. Shows first what would be written; writes it after --yes, or after your ' +
    'answer at a terminal. Installing twice changes nothing, and --remove takes out what was installed and nothing else. Each ' +
    'workspace has a timer of its own. What the schedules need as env:NAME is read from .lastpost/schedule.env (NAME=value lines).',
  arguments: [],
  options,
  examples: [
    { command: 'schedule install', explains: 'Look at it, then answer:' },
    { command: 'schedule install --for cron --yes', explains: 'A line in the crontab:' },
    { command: 'schedule install --for github', explains: "A workflow file, for GitHub's machines:" },
    { command: 'schedule install --remove --yes', explains: 'Out again:' },
  ],
  errors: {
    'schedule.no-cron': 'there is no cron here, or you may not use it',
    'schedule.not-ours': 'a file of that name is there, and Lastpost did not write it',
    'schedule.not-confirmed': 'nobody said yes; nothing was changed',
    'schedule.bad-path': 'a path has a line break or the like in it',
    ...scheduleErrors,
  },
  exitCodes: {
    0: 'done, or it was so already',
    1: 'failed',
    2: 'wrong use or settings',
    3: 'written, but not everything could be called',
  },
  run: async ({ for: kind, remove, yes }, context) => {
    const { applyInstall, planInstall } = await import('../../../journeys/schedules/install-timer.ts');
    const call = { node: process.execPath, program: process.argv[1] ?? '' };
    const plan = await planInstall({ kind, isRemoval: remove, ...call }, context);
    const json = {
      for: plan.kind,
      remove,
      files: plan.files.map(({ path }) => path),
      crontab: plan.crontab?.block ?? null,
    };
    if (plan.isDone) {
      const text = remove
        ? 'Nothing of it is installed; nothing was changed.'
        : 'It is installed already; nothing was changed.';
      return { exitCode: 0, json: { ...json, changed: false }, text };
    }
    const shown = planText(plan);
    if (!(await mayDo(shown, yes, context))) {
      throw new KnownError('schedule.not-confirmed', `Nothing was changed. This is what would be done:\n\n${shown}`, {
        hint: 'Add --yes to have it done.',
        exitCode: 2,
      });
    }
    const outcomes = await applyInstall(plan);
    const isWhole = outcomes.every(({ ok }) => ok) || remove;
    return {
      exitCode: isWhole ? 0 : 3,
      json: { ...json, changed: true, called: outcomes },
      text: doneText(plan, outcomes),
    };
  },
});
