import { factLanguages } from '../../../model/platform.ts';
import { shownChannelJson } from '../../channel-json.ts';
import { describeShownChannel } from '../../channel-text.ts';
import { defineCommand } from '../../command-spec.ts';
import { choiceOption } from '../../options.ts';

export const showCommand = defineCommand({
  description:
    'Tells what is known about a platform for somebody who leaves it: what one sees without a login, what the official ' +
    'export has and lacks, what deletion does and how long it can be taken back, what becomes of the name, and how long a ' +
    'post may be. Each fact has its certainty, the day it was checked and its source; what was not found is said as ' +
    'unknown, and a fact older than 180 days is marked. lastpost.yaml may say better, under facts: of the channel ' +
    '(docs/channels.md).',
  arguments: [
    { name: 'ID', description: 'a channel of the workspace, or a platform such as x or mastodon', required: true },
  ],
  options: { lang: choiceOption(factLanguages, 'the language of the facts', 'en') },
  examples: [
    { command: 'channel show instagram', explains: 'A channel of the workspace, or the platform when there is none:' },
    { command: 'channel show mastodon --lang de', explains: 'In German:' },
    { command: 'channel show x --json', explains: 'For a script, in both languages:' },
  ],
  errors: {
    'channel.unknown': 'no channel and no platform has that id',
    'usage.bad-value': '--lang is neither de nor en',
    'workspace.invalid': 'lastpost.yaml has a mistake; the message names line and column',
  },
  exitCodes: { 0: 'shown', 1: 'failed', 2: 'wrong use or settings' },
  run: async ({ lang }, context) => {
    const { showChannel } = await import('../../../journeys/show-channel.ts');
    const shown = await showChannel(context.args[0] ?? '', context, context);
    const now = context.clock.now();
    return { exitCode: 0, json: shownChannelJson(shown, now), text: describeShownChannel(shown, lang ?? 'en', now) };
  },
});
