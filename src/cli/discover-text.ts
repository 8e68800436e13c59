import type { DiscoveredAccount, DiscoveredChannels } from '../journeys/discover-channels.ts';
import type { CommandContext } from './command-spec.ts';
import { plural } from './format.ts';
import { shellWord } from './snapshot-text.ts';
import type { Style } from './style.ts';

const PLACES_SHOWN = 3;

function certaintyText({ certainty }: DiscoveredAccount, style: Style): string {
  if (certainty === 'sure') return style.green(certainty);
  return certainty === 'likely' ? style.yellow(certainty) : style.dim(certainty);
}

function stateText({ channel, isAdded }: DiscoveredAccount, hasWorkspace: boolean): string {
  if (channel !== null) return isAdded ? `, added as ${channel}` : `, already there as ${channel}`;
  return hasWorkspace ? ', not in lastpost.yaml' : '';
}

function accountLines(account: DiscoveredAccount, hasWorkspace: boolean, style: Style): readonly string[] {
  const { platformName, handle, url, reasons, found } = account;
  const more = found.length - PLACES_SHOWN;
  return [
    `${style.bold(`${platformName}, ${handle}`)}: ${certaintyText(account, style)}${stateText(account, hasWorkspace)}`,
    `  ${url}`,
    `  ${reasons.join('; ')}`,
    ...found.slice(0, PLACES_SHOWN).map(({ page, how }) => `    ${how} on ${page}`),
    ...(more > 0 ? [`    and ${plural(more, 'more place')}`] : []),
  ];
}

function nothingText({ isBare }: DiscoveredChannels): readonly string[] {
  return [
    'No account was found on these pages.',
    isBare
      ? 'The front page is made by scripts, and what it shows was not there to read. Look at it in a browser.'
      : 'Try the page with the imprint, the contact page or the blog: lastpost channel discover URL',
    'An account that you know is added with: lastpost channel add URL',
  ];
}

function nextSteps({ accounts, url, hasWorkspace }: DiscoveredChannels): readonly string[] {
  const open = accounts.filter(({ channel }) => channel === null);
  const sure = open.filter(({ certainty }) => certainty === 'sure');
  const [doubtful] = open.filter(({ certainty }) => certainty !== 'sure');
  if (!hasWorkspace) return ['  Make a workspace to keep them in: lastpost init DIR --brand NAME'];
  return [
    ...(sure.length === 0 ? [] : [`  Add those that are sure: lastpost channel discover ${shellWord(url)} --add`]),
    ...(doubtful === undefined
      ? []
      : [`  Add another after a look at it: lastpost channel add ${shellWord(doubtful.url)}`]),
    ...(accounts.some(({ channel }) => channel !== null) ? ['  See where they stand: lastpost channel status'] : []),
  ];
}

/** What `channel discover` says. */
export function describeDiscovered(found: DiscoveredChannels, { style }: Pick<CommandContext, 'style'>): string {
  const { accounts, feeds, pages, movedFrom, url, hasWorkspace } = found;
  const others = accounts.filter(({ found: places }) => places.some(({ how }) => how !== 'this site'));
  const failed = pages.filter(({ problem }) => problem !== null);
  const added = accounts.filter(({ isAdded }) => isAdded).length;
  return [
    `Read ${plural(pages.length, 'page')} of ${url}${found.title === null ? '' : ` (${found.title})`}.`,
    ...(movedFrom === null ? [] : [`${movedFrom} sends its visitors to ${new URL(url).host}.`]),
    ...(added === 0 ? [] : [style.green(`Added ${plural(added, 'channel')} to lastpost.yaml.`)]),
    ...accounts.flatMap((account) => ['', ...accountLines(account, hasWorkspace, style)]),
    ...(others.length === 0 ? ['', ...nothingText(found)] : []),
    ...(feeds.length === 0 ? [] : ['', 'Feeds of the site:', ...feeds.map((feed) => `  ${feed.url}`)]),
    ...(failed.length === 0
      ? []
      : ['', 'Not read:', ...failed.map(({ url: page, problem }) => `  ${page}: ${problem}`)]),
    '',
    style.bold('Next:'),
    ...nextSteps(found),
  ].join('\n');
}

/** `{site, accounts, feeds, pages}` */
export function discoveredJson({ url, title, movedFrom, accounts, feeds, pages, isBare }: DiscoveredChannels): object {
  return {
    site: { url, title, moved_from: movedFrom, made_by_scripts: isBare },
    accounts: accounts.map((account) => ({
      platform: account.platform,
      handle: account.handle,
      url: account.url,
      certainty: account.certainty,
      reasons: account.reasons,
      found: account.found.map(({ page, how }) => ({ page, how })),
      channel: account.channel,
      added: account.isAdded,
    })),
    feeds: feeds.map((feed) => ({ url: feed.url, title: feed.title })),
    pages: pages.map((page) => ({ url: page.url, status: page.status, problem: page.problem })),
  };
}
