import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { workspacePaths } from '../../src/workspace/paths.ts';
import { startMailServer } from '../support/mail-server.ts';
import { finished, runCli, spawnCli } from '../support/run-cli.ts';
import { type ScheduleWorkspace, scheduleWorkspace } from '../support/schedule-workspace.ts';
import { startTestSite, type TestSite } from '../support/test-site.ts';

async function site(routes: Parameters<typeof startTestSite>[0] = { '/': '<h1>Aurora</h1>' }): Promise<TestSite> {
  const started = await startTestSite(routes);
  onTestFinished(() => started.close());
  return started;
}

const run = (workspace: ScheduleWorkspace, ...args: readonly string[]) =>
  runCli([...args, '--workspace', workspace.dir], { cwd: '/' });
const json = async (workspace: ScheduleWorkspace, ...args: readonly string[]) =>
  JSON.parse((await run(workspace, ...args, '--json')).stdout);
const snapshots = (workspace: ScheduleWorkspace) => workspace.withLedger(({ snapshots: all }) => all.list());

const HOURLY = 'schedules:\n  - {id: blog, channels: [blog], every: 1h, timezone: Europe/Berlin}\n';

describe('lastpost schedule add', () => {
  it('writes a schedule into lastpost.yaml, leaves the rest as it is, and shows the next times', async () => {
    const workspace = await scheduleWorkspace('https://blog.example.org/');
    const added = await run(workspace, 'schedule', 'add', 'blog', '--cron', '0 3 * * *', '--tz', 'Europe/Berlin');
    expect(added).toMatchObject({ code: 0, stderr: '' });
    expect(added.stdout).toMatch(/Next:\n {2}\w{3} \d+ \w{3} \d{4}, 03:00 \+0[12]:00\n/);
    const written = await readFile(workspace.config, 'utf8');
    expect(written).toContain('# ours');
    expect(written).toContain('cron: 0 3 * * *\n    timezone: Europe/Berlin');
    const { schedules } = await json(workspace, 'schedule', 'list');
    expect(schedules).toMatchObject([{ id: 'blog', cron: '0 3 * * *', missed: 'once', channels: [{ last: null }] }]);
    expect(schedules[0].next).toHaveLength(5);
    expect(await run(workspace, 'schedule', 'remove', 'blog')).toMatchObject({ code: 0 });
    expect(await json(workspace, 'schedule', 'list')).toEqual({ schedules: [] });
  });

  it.each([
    [['--cron', '0 3 30 2 *'], 'schedule.never-fires', 'Check day and month'],
    [['--cron', '61 3 * * *'], 'schedule.bad-cron', 'invalid value for minute: 61'],
    [['--cron', '0 3 * *'], 'schedule.bad-cron', 'these are 4'],
    [['--cron', '0 3 * * *', '--tz', 'Europe/Berlni'], 'schedule.unknown-zone', 'Did you mean "Europe/Berlin"?'],
    [['--cron', '0 3 * * *', '--every', '6h'], 'usage.bad-value', 'Give one of them'],
    [[], 'usage.missing-option', '--every 6h'],
    [['--every', '1s'], 'workspace.invalid', 'Correct that line'],
    [['--every', '6h', '--mail', 'nobody'], 'workspace.invalid', 'Correct that line'],
    [['--every', '6h', '--webhook', 'http://example.org/'], 'workspace.invalid', 'Correct that line'],
  ])('refuses %j with %s, and writes nothing', async (options, code, hint) => {
    const workspace = await scheduleWorkspace('https://blog.example.org/');
    const before = await readFile(workspace.config, 'utf8');
    const { code: exitCode, stderr } = await run(workspace, 'schedule', 'add', 'blog', ...options);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(`Error ${code}`);
    expect(stderr).toContain(hint);
    expect(await readFile(workspace.config, 'utf8')).toBe(before);
  });
});

describe('lastpost.yaml with a schedule that is wrong', () => {
  it.each([
    ['{id: a, channels: [blgo], every: 6h}', ':5:24: schedules[0].channels[0] is "blgo"', 'perhaps "blog" is meant'],
    ['{id: a, channels: [blog], cron: "0 3 30 2 *"}', ':5:37: schedules[0].cron is "0 3 30 2 *"', 'a time that comes'],
    [
      '{id: a, channels: [blog], every: 6h, cron: "0 3 * * *"}',
      ':5:38: schedules[0].every is "6h"',
      'left out, as cron',
    ],
    [
      '{id: a, channels: [blog], every: 6h, timezone: Berlin}',
      'schedules[0].timezone is "Berlin"',
      'perhaps "Europe/Berlin"',
    ],
    ['{id: a, channels: [blog]}', 'schedules[0] is a block of keys', 'one with cron'],
  ])('names it with line and column: %s', async (schedule, where, wanted) => {
    const workspace = await scheduleWorkspace('https://blog.example.org/', `schedules:\n  - ${schedule}\n`);
    const { code, stderr } = await run(workspace, 'schedule', 'run');
    expect(code).toBe(2);
    expect(stderr).toContain(where);
    expect(stderr).toContain(wanted);
  });
});

describe('lastpost schedule run', () => {
  it('takes what is due once, and nothing at the next call', async () => {
    const workspace = await scheduleWorkspace((await site()).url('/'), HOURLY);
    expect(await json(workspace, 'schedule', 'run')).toMatchObject({ ran: [] });
    await workspace.makeDue();
    expect(await json(workspace, 'schedule', 'run')).toMatchObject({
      ran: [{ result: { kind: 'complete' }, noted: true }],
    });
    expect(await json(workspace, 'schedule', 'run')).toMatchObject({ ran: [] });
    expect(await run(workspace, 'schedule', 'run', '--timer')).toMatchObject({ code: 0, stdout: '', stderr: '' });
    expect(await snapshots(workspace)).toHaveLength(1);
  }, 120_000);

  it('by a timer sets a log aside that has grown, and keeps what was said in it', async () => {
    const workspace = await scheduleWorkspace('https://blog.example.org/');
    const { scheduleLog } = workspacePaths(workspace.dir);
    const timer = () => run(workspace, 'schedule', 'run', '--timer');
    await writeFile(scheduleLog, 'Error: a little.\n');
    expect(await timer()).toMatchObject({ code: 0, stderr: '' });
    expect(await readFile(scheduleLog, 'utf8')).toBe('Error: a little.\n');
    const much = 'Error: the same again.\n'.repeat(60_000);
    await writeFile(scheduleLog, much);
    expect(await timer()).toMatchObject({ code: 0, stderr: '' });
    expect(await readFile(`${scheduleLog}.1`, 'utf8')).toBe(much);
    await expect(readFile(scheduleLog)).rejects.toThrow('ENOENT');
  }, 60_000);

  it('twice at the same time takes each due snapshot once', async () => {
    const workspace = await scheduleWorkspace((await site()).url('/'), HOURLY);
    await json(workspace, 'schedule', 'run');
    await workspace.makeDue();
    const both = await Promise.all([1, 2, 3].map(() => json(workspace, 'schedule', 'run')));
    expect(both.flatMap(({ ran }) => ran)).toMatchObject([{ result: { kind: 'complete' } }]);
    expect(await snapshots(workspace)).toHaveLength(1);
  }, 120_000);

  it('killed in the middle of a snapshot is gone on with by the next call, and nothing is there twice', async () => {
    let isSlow = true;
    const slow = await site({
      '/': '<a href="/slow">Slow</a>',
      '/slow': async (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        response.write('<h1>Slow');
        if (!isSlow) response.end('</h1>');
      },
    });
    const workspace = await scheduleWorkspace(slow.url('/'), HOURLY);
    await json(workspace, 'schedule', 'run');
    await workspace.makeDue();
    const child = spawnCli(['schedule', 'run', '--workspace', workspace.dir]);
    await expect.poll(() => slow.requests.includes('GET /slow'), { timeout: 60_000 }).toBe(true);
    // Until another process knows whose channel it is.
    const { stderr, code } = await run(workspace, 'snapshot', 'take', '--channel', 'blog');
    expect([code, stderr]).toEqual([1, expect.stringContaining('Error snapshot.channel-busy')]);
    expect(stderr).toContain(`process ${child.pid}`);
    expect(await json(workspace, 'schedule', 'run')).toMatchObject({ ran: [] });
    child.kill('SIGKILL');
    await once(child, 'close');
    isSlow = false;
    expect(await json(workspace, 'schedule', 'run')).toMatchObject({ ran: [{ result: { kind: 'complete' } }] });
    expect(await snapshots(workspace)).toHaveLength(1);
    expect(await json(workspace, 'schedule', 'run')).toMatchObject({ ran: [] });
  }, 180_000);

  it('tells of a failure by mail and by signed webhook, once, and shows what to do; the webhook is tried again', async () => {
    const mails = await startMailServer();
    let answers = 500;
    const hooks: { body: string; headers: Record<string, unknown> }[] = [];
    const hook = await site({
      '/hook': async (request, response) => {
        hooks.push({ body: await text(request), headers: request.headers });
        response.writeHead(answers).end();
      },
    });
    const gone = await site({});
    const workspace = await scheduleWorkspace(
      gone.url('/'),
      `people:\n  - {id: jana, name: Jana, roles: [brand], email: jana@aurora.example}
mail: {url: "smtp://127.0.0.1:${mails.port}?tls=off", from: lastpost@aurora.example}
schedules:
  - {id: blog, channels: [blog], every: 1h, retry: {max_attempts: 1}, notify: {mail: [brand], webhook: "env:HOOK", secret: "env:HOOK_SECRET"}}\n`,
    );
    const env = { HOOK: hook.url('/hook'), HOOK_SECRET: 'quite secret' };
    const args = ['schedule', 'run', '--id', 'blog', '--now', '--workspace', workspace.dir];
    const first = await runCli(args, { env });
    expect(first.code).toBe(1);
    expect(first.stdout).toContain('failed (capture.nothing)');
    expect(first.stdout).toContain('1 notice sent.');
    expect(first.stdout).toContain('did not take it (status 500)');
    expect(first.stdout + first.stderr).not.toContain('quite secret');
    expect(mails.received).toHaveLength(1);
    expect(mails.received[0]).toMatchObject({ to: ['jana@aurora.example'] });
    expect(mails.received[0]?.text).toMatch(/^Subject: Aurora: Sicherung von blog fehlgeschlagen/m);
    const [sent] = hooks;
    expect(JSON.parse(sent?.body ?? '')).toMatchObject({
      event: 'failed',
      channel: 'blog',
      failure: { code: 'capture.nothing' },
    });
    const signed = `${sent?.headers['x-lastpost-time']}.${sent?.body}`;
    const hmac = createHmac('sha256', 'quite secret').update(signed).digest('hex');
    expect(sent?.headers['x-lastpost-signature']).toBe(`sha256=${hmac}`);
    const list = await run(workspace, 'schedule', 'list');
    expect(list.stdout).toContain('What to do: Open the address in a browser.');
    expect(list.stdout).toContain('Not told: "failed" of blog by webhook, 1 attempt: ');

    // The same failure again is told to nobody; the webhook comes again with the same delivery when its pause is over.
    await workspace.withSchedules(async (schedules) => {
      const [waiting] = await schedules.notices();
      await schedules.noticeFailed(waiting?.number ?? 0, 'as before', new Date().toISOString());
    });
    answers = 204;
    const second = await runCli(args, { env });
    expect(second.stdout).toContain('1 notice sent.');
    expect(mails.received).toHaveLength(1);
    expect(hooks).toHaveLength(2);
    expect(hooks[1]?.headers['x-lastpost-delivery']).toBe(sent?.headers['x-lastpost-delivery']);
    expect(await workspace.withSchedules((schedules) => schedules.notices())).toEqual([]);
  }, 120_000);
});

describe('lastpost serve', () => {
  it('says that lastpost.yaml has a mistake, goes on when it is mended, and seals what is under way at Ctrl-C', async () => {
    const slow = await site({
      '/': '<a href="/slow">Slow</a>',
      '/slow': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' });
        response.write('<h1>Slow');
      },
    });
    const workspace = await scheduleWorkspace(slow.url('/'), HOURLY);
    await json(workspace, 'schedule', 'run');
    await workspace.makeDue();
    const whole = await readFile(workspace.config, 'utf8');
    await workspace.edit((yaml) => yaml.replace('every: 1h', 'every: soon'));
    const child = spawnCli(['serve', '--workspace', workspace.dir]);
    let said = '';
    child.stdout?.on('data', (piece) => {
      said += piece;
    });
    const done = finished(child);
    await expect.poll(() => said, { timeout: 30_000 }).toContain('schedules[0].every is "soon"');
    expect(slow.requests).toEqual([]);
    await workspace.edit(() => whole);
    await expect.poll(() => said, { timeout: 90_000 }).toContain('Mended');
    await expect.poll(() => slow.requests.includes('GET /slow'), { timeout: 60_000 }).toBe(true);
    child.kill('SIGINT');
    const { code, stdout } = await done;
    expect(stdout).toMatch(/blog\/blog: begun, for .*\n.*blog\/blog: interrupted; what was there is kept/);
    expect(code).toBe(0);
    expect(await snapshots(workspace)).toMatchObject([{ state: 'partial', pages: 1 }]);
  }, 240_000);
});
