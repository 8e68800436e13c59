import type { AddedChannel } from '../../../journeys/add-channel.ts';
import { factsJson } from '../../channel-json.ts';
import { type CommandContext, defineCommand } from '../../command-spec.ts';
import { textOption } from '../../options.ts';
import { shownPath } from '../../snapshot-text.ts';

const options = {
  id: textOption(
    'ID',
    "the channel's id: lower-case letters, digits and hyphens",
    "the platform's, with the handle when that is taken",
  ),
  title: textOption('TEXT', 'what to call it in reports'),
};

/** How sure Lastpost is of what it recognised, and what to do when it is wrong. */
function recognisedText({ channel, platformName, isSure, shows }: AddedChannel): readonly string[] {
  if (channel.platform === 'website') {
    return [
      'No platform that Lastpost knows by its address: it becomes a website.',
      'If WordPress, Ghost or a server of the fediverse runs there, write that into lastpost.yaml as its platform.',
    ];
  }
  const name = channel.platform === 'mastodon' ? 'Mastodon or another server of the fediverse' : platformName;
  const from = shows === 'account' ? '' : ' (the address was not the profile itself; the profile is added)';
  if (isSure) return [`Recognised ${name}, account ${channel.handle}${from}.`];
  return [
    `Probably ${name}, account ${channel.handle}${from}.`,
    'Only the server could tell for sure; if it is something else, change platform in lastpost.yaml.',
  ];
}

function accessText({ facts: { publicAccess } }: AddedChannel): string {
  const { certainty, checkedOn, note } = publicAccess;
  if (publicAccess.certainty === 'unknown') return `Without a login: unknown. ${note?.en ?? ''}`.trim();
  return `Without a login: ${publicAccess.value.text.en} (certainty ${certainty}, checked ${checkedOn})`;
}

function nextSteps({ channel: { id }, facts: { publicAccess } }: AddedChannel): readonly string[] {
  const level = publicAccess.value?.level;
  const take = `  Keep a copy: lastpost snapshot take --channel ${id}`;
  const logIn = `  Log in first, to see more than guests do: lastpost channel login ${id}`;
  const steps = level === 'gone' ? [] : level === 'whole' || level === undefined ? [take] : [logIn, take];
  return [`  See what is known about leaving, the official export first: lastpost channel show ${id}`, ...steps];
}

function describe(added: AddedChannel, { cwd, style }: CommandContext): string {
  const { channel, file } = added;
  return [
    ...recognisedText(added),
    style.green(`Added to ${shownPath(file, cwd)} as ${channel.id}: ${channel.url}`),
    '',
    accessText(added),
    '',
    style.bold('Next:'),
    ...nextSteps(added),
  ].join('\n');
}

function addedJson({ channel, isSure, facts }: AddedChannel, now: Date): object {
  const { id, platform, handle, url, title, scope } = channel;
  return {
    channel: { id, platform, handle, url, title: title ?? null, scope: scope ?? null, sure: isSure },
    facts: factsJson(facts, now),
  };
}

export const addCommand = defineCommand({
  description:
    'Recognises whose address it is, on which platform, and writes it into lastpost.yaml as a channel; comments and order ' +
    'there stay. Says what one sees of it without a login, and what comes next. An address of no known platform becomes a ' +
    'website. Nothing is fetched: WordPress, Ghost and servers of the fediverse under a domain of their own cannot be told ' +
    'by their address.',
  arguments: [
    { name: 'URL', description: 'the address of a profile, a page or a site, or @user@server', required: true },
  ],
  options,
  examples: [
    { command: 'channel add https://www.instagram.com/example/', explains: 'An account:' },
    { command: 'channel add @example@mastodon.social --id fediverse', explains: 'With an id of your own:' },
    { command: "channel add blog.example.org --title 'Our blog'", explains: 'Any website:' },
  ],
  errors: {
    'usage.bad-address': 'that is no address',
    'channel.no-account': 'the address is a share link, a search, a login or the like, and names no account',
    'channel.exists': 'there is a channel with that id or for that account already',
    'workspace.not-found': 'there is no lastpost.yaml here or above',
    'workspace.invalid': 'lastpost.yaml has a mistake, or the id is none; the message names line and column',
  },
  exitCodes: { 0: 'added', 1: 'failed', 2: 'wrong use or settings' },
  run: async ({ id, title }, context) => {
    const { addChannel } = await import('../../../journeys/add-channel.ts');
    const place = { cwd: context.cwd, workspaceDir: context.workspaceDir };
    const added = await addChannel({ address: context.args[0] ?? '', id, title, place });
    return { exitCode: 0, json: addedJson(added, context.clock.now()), text: describe(added, context) };
  },
});
