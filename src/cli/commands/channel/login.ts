import { resolve } from 'node:path';
import type { KeptLogin } from '../../../journeys/login-channel.ts';
import { defineCommand } from '../../command-spec.ts';
import { formatCount, plural } from '../../format.ts';
import { textOption } from '../../options.ts';
import { watchEnter } from '../../watch-enter.ts';

const options = {
  browser: textOption('PATH', 'the Chromium, Chrome or Edge to use', 'looked for'),
};

function describeLogin({ channel, url, hosts }: KeptLogin): string {
  const next = channel === null ? `lastpost snapshot take ${url}` : `lastpost snapshot take --channel ${channel}`;
  if (hosts.length === 0) {
    return 'No host has set a cookie: it does not look as if anybody had logged in. Nothing is lost; run it again.';
  }
  const lines = hosts.map(({ host, cookies, until }) => {
    const end = until === null ? 'until the site ends them' : `the last one until ${until.slice(0, 10)}`;
    return `  ${host}: ${plural(cookies, 'cookie')}, ${end}`;
  });
  return [
    `Login kept for ${channel ?? new URL(url).host}. ${formatCount(hosts.length)} ${hosts.length === 1 ? 'host has' : 'hosts have'} cookies now:`,
    ...lines,
    '',
    'Next:',
    `  ${next}`,
  ].join('\n');
}

export const loginCommand = defineCommand({
  description:
    'Opens a browser window in which you log in to a channel yourself, and keeps that login in the workspace for later ' +
    'snapshots. It waits until you close the window or press Enter. Passwords are never seen, cookies never shown; the ' +
    'login stays in .lastpost/profiles, readable by you alone and out of git. Take snapshots with it only of what you may keep: ' +
    'a snapshot that was logged in holds what was shown to you.',
  arguments: [{ name: 'CHANNEL', description: "a channel's id in lastpost.yaml, or an address", required: true }],
  options,
  examples: [
    { command: 'channel login blog', explains: 'A channel of the workspace:' },
    { command: 'channel login https://intranet.example.org', explains: 'A site that is no channel:' },
  ],
  errors: {
    'browser.no-display': 'there is no screen for a window here; use snapshot take --cookies FILE on a server',
    'browser.not-found': 'there is no Chrome, Chromium or Edge on this machine',
    'channel.unknown': 'the workspace has no such channel',
    'session.in-use': 'the window of an earlier "channel login" is still open',
    'workspace.not-found': 'there is no lastpost.yaml here or above',
  },
  exitCodes: { 0: 'the login is kept', 1: 'failed', 2: 'wrong use or settings', 130: 'interrupted' },
  run: async (values, context) => {
    const { loginChannel } = await import('../../../journeys/login-channel.ts');
    const enter = watchEnter(context.signal);
    try {
      const login = await loginChannel(
        {
          target: context.args[0] ?? '',
          place: { cwd: context.cwd, workspaceDir: context.workspaceDir },
          ...(values.browser === undefined ? {} : { browserPath: resolve(context.cwd, values.browser) }),
          done: enter.pressed,
          onOpen: (url) =>
            context.note(`A browser window opens at ${url}. Log in there, then close it, or press Enter here.`),
        },
        context,
      );
      return { exitCode: 0, json: { login }, text: describeLogin(login) };
    } finally {
      enter.stop();
    }
  },
});
