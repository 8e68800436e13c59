import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { draftChannels } from '../../../src/journeys/drafts/draft-channels.ts';
import { askServers, serverLimits } from '../../../src/journeys/drafts/server-limits.ts';
import { openWorkspace } from '../../../src/workspace/open-workspace.ts';
import { clock, draftsWorkspace } from '../../support/drafts-workspace.ts';
import { useSites } from '../../support/fixtures.ts';
import type { Route } from '../../support/test-site.ts';

const site = useSites();

const json =
  (value: unknown, status = 200): Route =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value));
  };

const context = { clock, signal: new AbortController().signal };

/** The workspace with its account on this server, and what a post may have there. */
async function accountOn(routes: Readonly<Record<string, Route>>, more = '') {
  const server = await site(routes);
  const workspace = await draftsWorkspace();
  const { paths, dir } = workspace;
  const text = await readFile(paths.config, 'utf8');
  const led = text.replace('https://social.example/@brandtsoehne"', `${server.url('/@brandtsoehne')}"${more}`);
  await writeFile(paths.config, led);
  const most = async (): Promise<number | undefined> => {
    const { config } = await openWorkspace(dir);
    const channels = draftChannels(config, { also: [], tools: [] }, clock.now(), await serverLimits({ paths }));
    return channels.find(({ id }) => id === 'fedi')?.measure('post', 'Adieu')[0]?.most;
  };
  return { ...workspace, server, most };
}

test('what a server says of itself comes before what is usual, and is kept', async () => {
  const { place, most, server } = await accountOn({
    '/api/v2/instance': json({ configuration: { statuses: { max_characters: 5000 } } }),
  });
  expect(await most()).toBe(500);
  expect(await askServers(place, context)).toEqual([
    { channel: 'fedi', server: new URL(server.url('/')).origin, post: 5000 },
  ]);
  expect(await most()).toBe(5000);
});

test('an older server is asked at its older address, and one that says nothing leaves what is known', async () => {
  const old = await accountOn({
    '/api/v2/instance': json({ error: 'Record not found' }, 404),
    '/api/v1/instance': json({ max_toot_chars: 1337 }),
  });
  expect(await askServers(old.place, context)).toMatchObject([{ post: 1337 }]);
  expect(await old.most()).toBe(1337);
  const silent = await accountOn({ '/api/v2/instance': json('busy', 503) });
  expect(await askServers(silent.place, context)).toMatchObject([{ post: null }]);
  expect(await silent.most()).toBe(500);
});

test('what lastpost.yaml says comes before both', async () => {
  const { place, most } = await accountOn(
    { '/api/v2/instance': json({ configuration: { statuses: { max_characters: 5000 } } }) },
    ', facts: {post_limit: 300}',
  );
  await askServers(place, context);
  expect(await most()).toBe(300);
});
