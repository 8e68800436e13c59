import { defineCommand } from '../../command-spec.ts';
import { describeDiscovered, discoveredJson } from '../../discover-text.ts';
import { choiceOption, durationOption, numberOption, onSwitch } from '../../options.ts';

export const discoverCommand = defineCommand({
  description:
    "Reads some pages of a brand's own site (front page, imprint, contact, about, what header and footer lead to) and finds " +
    'its accounts: links, rel=me, JSON-LD sameAs, twitter:site and other marks, the software of the site itself. Each account ' +
    'has where it was found and how sure it is that it is the brand\'s: "sure" where the site says so itself or shows it on ' +
    'page after page, "likely" and "maybe" where somebody should look first. Links for sharing are no accounts. Scripts are ' +
    'not run, and nothing is kept. Works without a workspace.',
  arguments: [{ name: 'URL', description: "an address of the brand's own site", required: true }],
  options: {
    add: onSwitch('write the accounts that are sure into lastpost.yaml'),
    maxPages: numberOption({ min: 1, max: 100 }, 'pages to read', '15'),
    delay: durationOption('least time between two pages of a host', '500ms; none for this machine'),
    robots: choiceOption(['obey', 'ignore'], 'robots.txt; ignore only for sites that are yours', 'obey'),
    publicOnly: onSwitch('connect to public addresses alone, never to this machine or its network'),
  },
  examples: [
    { command: 'channel discover https://brand.example', explains: 'See what there is:' },
    { command: 'channel discover https://brand.example --add', explains: 'Make channels of what is sure:' },
    { command: 'channel discover https://brand.example --json', explains: 'For a script:' },
  ],
  errors: {
    'usage.bad-address': 'the address is no http or https address',
    'discover.*':
      'the page itself cannot be read; the rest of the code is the reason, like no-such-host, not-html, content-unavailable or robots',
    'workspace.not-found': '--add was given, and there is no lastpost.yaml here or above',
    'workspace.invalid': 'lastpost.yaml has a mistake; the message names line and column',
    interrupted: 'stopped before the end; nothing was added',
  },
  exitCodes: {
    0: 'read, whether accounts were found or not',
    1: 'failed',
    2: 'wrong use or settings',
    130: 'interrupted',
  },
  run: async ({ add, maxPages, delay, robots, publicOnly }, context) => {
    const { discoverChannels } = await import('../../../journeys/discover-channels.ts');
    const input = { address: context.args[0] ?? '', add, maxPages, delayMs: delay, robots, publicOnly };
    const found = await discoverChannels(input, context, context);
    return { exitCode: 0, json: discoveredJson(found), text: describeDiscovered(found, context) };
  },
});
