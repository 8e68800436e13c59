import { factLanguages } from '../../../model/platform.ts';
import { defineCommand } from '../../command-spec.ts';
import { choiceOption, textOption } from '../../options.ts';
import { statusJson } from '../../status-json.ts';
import { describeOneStatus, describeStatus } from '../../status-text.ts';

export const statusCommand = defineCommand({
  description:
    'Tells of every channel whether all of it is in a snapshot: how many posts the platform says there are, how many are ' +
    'here, what is missing and why, how old the snapshot is, and what to do next. "complete" is said only when a number or ' +
    'a list of the platform proves it and nothing speaks against it (docs/completeness.md). It is read from the newest ' +
    'snapshot in which posts were read; nothing is fetched.',
  arguments: [],
  options: {
    channel: textOption(
      'ID',
      'one channel, with the address of everything that is missing and what proves the numbers',
    ),
    lang: choiceOption(factLanguages, 'the language of verdicts and reasons', 'en'),
  },
  examples: [
    { command: 'channel status', explains: 'Every channel:' },
    { command: 'channel status --channel blog', explains: 'One, with everything that is missing:' },
    { command: 'channel status --lang de', explains: 'In German:' },
    { command: 'channel status --json', explains: 'For a script:' },
  ],
  errors: {
    'channel.unknown': 'the workspace has no such channel',
    'workspace.not-found': 'there is no lastpost.yaml here or above',
    'workspace.invalid': 'lastpost.yaml has a mistake; the message names line and column',
    'ledger.missing': 'the ledger is not there, so no snapshot can be found',
    'usage.bad-value': '--lang is neither de nor en',
  },
  exitCodes: { 0: 'shown, whatever the verdicts are', 1: 'failed', 2: 'wrong use or settings' },
  run: async ({ channel, lang = 'en' }, context) => {
    const { channelStatus } = await import('../../../journeys/channel-status.ts');
    const statuses = await channelStatus(context, channel);
    const now = context.clock.now();
    const [only] = statuses;
    if (channel === undefined || only === undefined) {
      const json = { channels: statuses.map((status) => statusJson(status, now)) };
      return { exitCode: 0, json, text: describeStatus(statuses, lang, context) };
    }
    const json = { channels: [{ ...statusJson(only, now), completeness: only.report }] };
    return { exitCode: 0, json, text: describeOneStatus(only, lang, context) };
  },
});
