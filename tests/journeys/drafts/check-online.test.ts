import { expect, test } from 'vitest';
import { checkDrafts } from '../../../src/journeys/drafts/check-drafts.ts';
import type { JourneyContext } from '../../../src/model/journey-context.ts';
import { demoKitWorkspace } from '../../support/demo-kit-workspace.ts';
import { html, useSites } from '../../support/fixtures.ts';
import type { Route } from '../../support/test-site.ts';

const site = useSites();
const now = new Date('2026-11-02T09:00:00.000Z');
const context = { clock: { now: () => now }, signal: new AbortController().signal } as unknown as JourneyContext;
const input = {
  locales: [],
  channels: [],
  kinds: [],
  rules: ['links'],
  online: true,
  fix: false,
  playbook: null,
  run: null,
} as const;

const og = (name: string, content: string): string => `<meta property="og:${name}" content="${content}">`;

/** The demo's exit with every address of it on a server of this machine. */
async function online(routes: Parameters<typeof site>[0], allowed = true) {
  const server = await site(routes);
  const origin = server.url('').replace(/\/$/, '');
  const demo = await demoKitWorkspace(now, (exit) => exit.replaceAll('https://www.brandt-soehne.example', origin));
  if (allowed) {
    const { appendFile } = await import('node:fs/promises');
    await appendFile(demo.paths.config, '\narchive: {public_only: false}\n');
  }
  const { report } = await checkDrafts(input, { cwd: demo.dir }, context);
  // What can be seen without asking, such as an address that only we get into, is told as well.
  const told = report.findings.filter(({ message: { en } }) => en.startsWith(origin) || en.startsWith('The head'));
  return { server, told: told.map(({ severity, message }) => `${severity} ${message.en.replaceAll(origin, '')}`) };
}

const leadsTo =
  (location: string): Route =>
  (_request, response) => {
    response.writeHead(302, { location }).end();
  };

const fine = html('<p>There.</p>');

test('what does not answer, leads round corners or is shown wrongly is told, each address asked once', async () => {
  const signpost = (more: string, lang = 'de') => html('<p>Abschied</p>', more).replace('lang="en"', `lang="${lang}"`);
  const { server, told } = await online({
    '/': fine,
    '/klingelpost/': leadsTo('/a'),
    '/a': leadsTo('/b'),
    '/b': fine,
    '/abschied-von-x/': signpost(
      og('title', 'Abschied') +
        og('description', 'Unser letzter Beitrag kommt am 30. Dezember.') +
        og('image', '/i.png'),
    ),
    '/en/leaving-x/': signpost('<meta name="robots" content="noindex">', 'de'),
    '/de/impressum/': fine,
  });
  const has = (words: RegExp) => expect(told).toEqual(expect.arrayContaining([expect.stringMatching(words)]));
  has(/^error \/de\/datenschutz\/ answers with 404\.$/);
  has(/^error \/klingelpost\/ leads through 2 redirects to \/b\.$/);
  // A server of this machine has no https.
  has(/^error \/klingelpost\/ is answered without encryption/);
  has(
    /^error The head of the page has “30\. Dezember” as the last day, and that is “Donnerstag, 31\. Dezember 2026”\.$/,
  );
  has(/^warning \/en\/leaving-x\/ has no og:title, og:description, og:image/);
  has(/^warning \/en\/leaving-x\/ is said to be in “de”, and is the page for “en”\.$/);
  has(/^warning \/en\/leaving-x\/ asks search engines to leave it out\.$/);
  for (const path of ['/klingelpost/', '/de/datenschutz/', '/abschied-von-x/']) {
    expect(server.requests.filter((line) => line === `GET ${path}`)).toHaveLength(1);
  }
});

test('addresses of this machine are not asked, unless lastpost.yaml allows it', async () => {
  const { server, told } = await online({ '/': fine }, false);
  expect(server.requests).toEqual([]);
  expect(told.length).toBeGreaterThan(0);
  expect(told.every((line) => /^error \S+ does not answer: .*not at a public address/.test(line))).toBe(true);
});

test('the page of the exit need not be there before the announcement', async () => {
  const { told } = await online({ '/': fine, '/klingelpost/': fine });
  expect(told.filter((line) => line.includes('/abschied-von-x/'))).toEqual([
    'warning /abschied-von-x/ is not there yet (404).',
  ]);
});
