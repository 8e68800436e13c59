import { createHmac } from 'node:crypto';
import { text } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { expect, it, onTestFinished } from 'vitest';
import { startDemoBrand } from '../../src/demo-brand/start-demo-brand.ts';
import { startMailServer } from '../support/mail-server.ts';
import { runCli } from '../support/run-cli.ts';
import { scheduleWorkspace } from '../support/schedule-workspace.ts';
import { startTestSite } from '../support/test-site.ts';

const SECRET = 'quite secret';

interface Told {
  readonly event: string;
  readonly [key: string]: unknown;
}

/** A webhook that takes what is signed rightly, and nothing else. */
async function startHook() {
  const told: Told[] = [];
  const site = await startTestSite({
    '/hook': async (request, response) => {
      const body = await text(request);
      const { 'x-lastpost-time': at, 'x-lastpost-signature': signature } = request.headers;
      const right = `sha256=${createHmac('sha256', SECRET).update(`${at}.${body}`).digest('hex')}`;
      if (signature === right) told.push(JSON.parse(body));
      response.writeHead(signature === right ? 204 : 403).end();
    },
  });
  onTestFinished(() => site.close());
  return { url: site.url('/hook'), told };
}

/** The demo brand's blog on a schedule: all of its posts, and the pages of those to which something happens. */
async function blogOnSchedule() {
  const brand = await startDemoBrand({ slowPageMs: 0, feedDelayMs: 0 });
  onTestFinished(() => brand.close());
  const mails = await startMailServer();
  const hook = await startHook();
  const notify = `{mail: [jana@aurora.example], webhook: "${hook.url}", secret: "env:HOOK_SECRET", silence: 30d}`;
  const workspace = await scheduleWorkspace(
    brand.blogUrl,
    `mail: {url: "smtp://127.0.0.1:${mails.port}?tls=off", from: lastpost@aurora.example}
schedules:
  - {id: blog, channels: [blog], every: 1h, timezone: Europe/Berlin, notify: ${notify}}\n`,
  );
  await workspace.edit((yaml) =>
    yaml.replace(/(url: "[^"]+")\}\nmail/, '$1, exclude: ["^http://[^/]+/(?!$|de/(2020|2026)/)"]}\nmail'),
  );
  const args = ['schedule', 'run', '--id', 'blog', '--now', '--json', '--workspace', workspace.dir];
  /** One snapshot, and what was told of it. */
  const take = async () => {
    const { stdout, stderr } = await runCli(args, { env: { HOOK_SECRET: SECRET } });
    const { ran, notices } = JSON.parse(stdout);
    expect(ran, stderr).toMatchObject([{ result: { kind: 'complete' }, noted: true }]);
    expect(notices.failed).toBe(0);
    const mailed = await Promise.all(mails.received.map((mail) => PostalMime.parse(mail.text)));
    const [letters, hooks] = [mailed.slice(read.letters), hook.told.slice(read.hooks)];
    Object.assign(read, { letters: mailed.length, hooks: hook.told.length });
    return {
      letters: letters.map(({ subject, text: body = '' }) => ({ subject, body })),
      hooks: Object.fromEntries(hooks.map((told) => [told.event, told])),
    };
  };
  const read = { letters: 0, hooks: 0 };
  return { brand, take };
}

it('what happens on a blog is told by mail and by signed webhook, and nothing where nothing happened', async () => {
  const { brand, take } = await blogOnSchedule();
  const nothing = { letters: [], hooks: {} };
  expect(await take()).toEqual(nothing);
  expect(await take()).toEqual(nothing);

  brand.onBlog('last-post');
  const post = await take();
  const counts = { new_posts: 2, edited_posts: 0, gone_posts: 0, new_pages: 1, gone_pages: 0, changed_pages: 1 };
  expect(post.hooks.changed).toMatchObject({ brand: 'Aurora', channel: 'blog', changes: counts, first_post: null });
  expect(post.hooks.first_post).toMatchObject({
    changes: counts,
    first_post: {
      url: `${brand.blogUrl}de/2026/11/noch-ein-ton/`,
      published: '2026-11-27T08:00:00.000Z',
      // The brand's answer under its post before that: whoever answers is not silent.
      silent_since: '2026-10-13T06:20:00.000Z',
    },
  });
  expect(Object.keys(post.hooks)).toEqual(['changed', 'first_post']);
  expect(post.letters.map(({ subject }) => subject)).toEqual([
    'Aurora: Änderungen auf blog',
    'Aurora: Neuer Beitrag auf blog nach langer Stille',
  ]);
  const [changed, firstPost] = post.letters;
  expect(changed?.body).toContain('\n- 2 neue Beiträge\n- 1 Seite mehr\n- 1 geänderte Seite\n\n');
  expect(firstPost?.body).toContain(
    'vom Fr., 27. November 2026, 09:00 Uhr (Berlin). Der letzte davor war vom Di., 13. Oktober',
  );

  brand.onBlog('correction');
  brand.onBlog('deletion');
  const rest = await take();
  expect(Object.keys(rest.hooks)).toEqual(['changed']);
  expect(rest.hooks.changed).toMatchObject({
    changes: { new_posts: 0, edited_posts: 1, gone_posts: 1, new_pages: 0, gone_pages: 1, changed_pages: 2 },
  });
  expect(rest.letters).toMatchObject([{ subject: 'Aurora: Änderungen auf blog' }]);
  expect(rest.letters[0]?.body).toContain('\n- 1 bearbeiteter Beitrag\n- 1 Beitrag nicht mehr da\n- 1 Seite weniger\n');
});
