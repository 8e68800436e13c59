import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { xAdapter } from '../../src/channels/x/adapter.ts';
import { describeFacts } from '../../src/cli/channel-text.ts';
import { newWorkspaceIn } from '../support/new-workspace.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function newWorkspace(): Promise<string> {
  const dir = await temporaryFolder();
  await newWorkspaceIn(dir, 'Aurora');
  return dir;
}

interface FactJson {
  readonly value: unknown;
  readonly certainty: string;
  readonly source: string;
  readonly checked_on: string;
  readonly due: boolean;
}

interface ShownJson {
  readonly channel: { readonly id: string; readonly handle: string } | null;
  readonly platform: string;
  readonly facts: Readonly<Record<string, FactJson>> & {
    readonly grace: readonly FactJson[];
    readonly limits: readonly FactJson[];
  };
}

describe('lastpost channel add', () => {
  it('recognises an account, writes it down and says what is seen of it and what comes next', async () => {
    const dir = await newWorkspace();
    const run = await runCli(
      ['channel', 'add', 'https://instagram.com/Aurora.Coffee?igsh=1', '--title', 'Aurora on Instagram'],
      { cwd: dir },
    );
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toBe(
      [
        'Recognised Instagram, account aurora.coffee.',
        'Added to lastpost.yaml as instagram: https://www.instagram.com/aurora.coffee/',
        '',
        'Without a login: About a dozen posts, then Instagram asks for a login. (certainty medium, checked 2026-11-22)',
        '',
        'Next:',
        '  See what is known about leaving, the official export first: lastpost channel show instagram',
        '  Log in first, to see more than guests do: lastpost channel login instagram',
        '  Keep a copy: lastpost snapshot take --channel instagram',
        '',
      ].join('\n'),
    );
    const config = await readFile(join(dir, 'lastpost.yaml'), 'utf8');
    expect(config).toContain(
      '  - id: instagram\n    platform: instagram\n    handle: aurora.coffee\n    url: https://www.instagram.com/aurora.coffee/\n    title: Aurora on Instagram\n',
    );
    // The platform's own folder says how far a snapshot goes, each time anew.
    expect(config).not.toMatch(/^ {4}scope:/m);
    expect(config).toContain('# The places to keep a copy of.');
  });

  it('says the same as JSON', async () => {
    const dir = await newWorkspace();
    const run = await runCli(['channel', 'add', 'x.com/Aurora/status/123', '--id', 'news', '--json'], { cwd: dir });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const { channel, facts } = JSON.parse(run.stdout) as { channel: object; facts: ShownJson['facts'] };
    expect(channel).toEqual({
      id: 'news',
      platform: 'x',
      handle: 'aurora',
      url: 'https://x.com/aurora',
      title: null,
      scope: null,
      sure: true,
    });
    expect(facts.public_access).toMatchObject({ value: { level: 'single-posts' }, certainty: 'medium' });
  });

  it('makes a website of what it does not know, and says so', async () => {
    const dir = await newWorkspace();
    const run = await runCli(['channel', 'add', 'blog.aurora.example'], { cwd: dir });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toContain('No platform that Lastpost knows by its address: it becomes a website.');
    expect(run.stdout).toContain('If WordPress, Ghost or a server of the fediverse runs there');
    expect(run.stdout).toContain('Added to lastpost.yaml as blog-aurora-example: https://blog.aurora.example/');
    expect(run.stdout).toContain('Without a login: unknown. Every website differs');
    expect(run.stdout).not.toContain('channel login');
  });

  it('says when it only guesses', async () => {
    const dir = await newWorkspace();
    const run = await runCli(['channel', 'add', '@Aurora@social.example'], { cwd: dir });
    expect(run.stdout).toContain(
      'Probably Mastodon or another server of the fediverse, account aurora@social.example.',
    );
    expect(run.stdout).toContain('Only the server could tell for sure');
  });

  it('promises no copy of what is gone', async () => {
    const dir = await newWorkspace();
    const run = await runCli(['channel', 'add', 'https://plus.google.com/+Aurora'], { cwd: dir });
    expect(run.stdout).toContain('closed it on 2 April 2019');
    expect(run.stdout).not.toContain('snapshot take');
  });

  it('gives a second account of a platform an id of its own, and refuses the same one', async () => {
    const dir = await newWorkspace();
    await runCli(['channel', 'add', 'https://www.reddit.com/r/Aurora_Coffee'], { cwd: dir });
    const second = await runCli(['channel', 'add', 'u/Aurora_Coffee', '--json'], { cwd: dir });
    expect(JSON.parse(second.stdout)).toMatchObject({ channel: { id: 'reddit-u-aurora-coffee' } });
    const again = await runCli(['channel', 'add', 'https://old.reddit.com/r/aurora_coffee/new'], { cwd: dir });
    expect(again).toEqual({
      code: 2,
      signal: null,
      stdout: '',
      stderr:
        'Error channel.exists: There is a channel "reddit" for https://www.reddit.com/r/aurora_coffee/ already.\n' +
        'Hint: See it with: lastpost channel show reddit\n',
    });
    const taken = await runCli(['channel', 'add', 'https://x.com/aurora', '--id', 'reddit', '--json'], { cwd: dir });
    expect(taken.code).toBe(2);
    expect(JSON.parse(taken.stderr)).toMatchObject({
      error: { code: 'channel.exists', message: 'There is a channel called "reddit" already.' },
    });
  });

  it('refuses what names no account, with what to do', async () => {
    const dir = await newWorkspace();
    const before = await readFile(join(dir, 'lastpost.yaml'), 'utf8');
    const share = await runCli(['channel', 'add', 'https://x.com/intent/tweet?text=a'], { cwd: dir });
    expect(share).toMatchObject({ code: 2, stdout: '' });
    expect(share.stderr).toBe(
      'Error channel.no-account: https://x.com/intent/tweet?text=a is an address of X, but no account.\n' +
        'Hint: Open the profile in a browser and give its address, like https://x.com/example\n',
    );
    const post = await runCli(['channel', 'add', 'https://www.instagram.com/p/Cx1/'], { cwd: dir });
    expect(post.stderr).toContain('is an address of Instagram, but a post that does not say whose it is.');
    const word = await runCli(['channel', 'add', 'aurora'], { cwd: dir });
    expect(word).toMatchObject({ code: 2 });
    expect(word.stderr).toContain('Error usage.bad-address: "aurora" is no web address.');
    const id = await runCli(['channel', 'add', 'https://x.com/aurora', '--id', 'No Folder'], { cwd: dir });
    expect(id.stderr).toContain('Error workspace.invalid:');
    expect(await readFile(join(dir, 'lastpost.yaml'), 'utf8')).toBe(before);
  });

  it('needs a workspace', async () => {
    const run = await runCli(['channel', 'add', 'https://x.com/aurora'], { cwd: await temporaryFolder() });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('Error workspace.not-found:');
  });
});

describe('lastpost channel list', () => {
  it('lists the channels in the order of lastpost.yaml', async () => {
    const dir = await newWorkspace();
    expect((await runCli(['channel', 'list'], { cwd: dir })).stdout).toBe(
      'No channels yet. Add one with: lastpost channel add https://x.com/example\n',
    );
    await runCli(['channel', 'add', 'https://x.com/Aurora'], { cwd: dir });
    const file = join(dir, 'lastpost.yaml');
    const text = await readFile(file, 'utf8');
    // Written by hand, without a handle.
    await writeFile(
      file,
      text.replace(
        'channels:\n',
        'channels:\n  - {id: fedi, platform: mastodon, url: "https://social.example/@aurora"}\n',
      ),
    );
    const run = await runCli(['channel', 'list'], { cwd: dir });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toBe(
      [
        'ID    PLATFORM  HANDLE                 ADDRESS',
        'fedi  Mastodon  aurora@social.example  https://social.example/@aurora',
        'x     X         aurora                 https://x.com/aurora',
        '',
      ].join('\n'),
    );
    const json = await runCli(['channel', 'list', '--json'], { cwd: dir });
    expect(JSON.parse(json.stdout)).toEqual({
      channels: [
        {
          id: 'fedi',
          platform: 'mastodon',
          handle: 'aurora@social.example',
          url: 'https://social.example/@aurora',
          title: null,
        },
        { id: 'x', platform: 'x', handle: 'aurora', url: 'https://x.com/aurora', title: null },
      ],
    });
  });
});

describe('lastpost channel show', () => {
  it('shows a platform with certainty, day and source, without a workspace', async () => {
    const run = await runCli(['channel', 'show', 'facebook'], { cwd: await temporaryFolder() });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const lines = run.stdout.split('\n');
    expect(lines[0]).toBe('Facebook');
    expect(lines.find((line) => line.startsWith('FACT'))).toMatch(/^FACT +WHAT IS KNOWN +CERTAINTY +CHECKED$/);
    const grace = lines.findIndex((line) => line.startsWith('Grace time'));
    expect(lines[grace]).toMatch(/^Grace time +14 days +low +2026-11-22 +\[\d\]$/);
    expect(lines[grace + 1]).toMatch(/^ +\(Many guides say 14, even in 2026\.\)$/);
    expect(lines[grace + 2]).toMatch(/^ +30 days +medium +2026-11-22 +\[1\]$/);
    expect(lines.find((line) => line.startsWith('Open interfaces'))).toMatch(
      /^Open interfaces +unknown +unknown +2026-11-22 +\[1\]$/,
    );
    expect(run.stdout).toMatch(/\nSources:\n {2}\[1\] Lastpost platform survey of 2026-11-22\n/);
    expect(run.stdout).not.toContain('look again');
    expect(Math.max(...lines.filter((line) => !line.includes('http')).map((line) => line.length))).toBeLessThan(130);
  });

  it('speaks German', async () => {
    const run = await runCli(['channel', 'show', 'x', '--lang', 'de'], { cwd: await temporaryFolder() });
    expect(run.stdout).toContain('Ohne Anmeldung');
    expect(run.stdout).toMatch(/Bedenkzeit +30 Tage +hoch/);
    expect(run.stdout).toMatch(
      /Beitrag \(Premium\): 25\.000 Zeichen nach dem Gewicht von X, +hoch .*\n +jeder Link zählt 23\n/,
    );
    expect(run.stdout).toMatch(/Wartezeiten +unbekannt +unbekannt/);
    expect(run.stdout).not.toMatch(/Without|unknown|CERTAINTY/);
  });

  it('shows a channel with what lastpost.yaml says better, and marks what is old', async () => {
    const dir = await newWorkspace();
    await runCli(['channel', 'add', 'https://x.com/aurora', '--id', 'news'], { cwd: dir });
    const file = join(dir, 'lastpost.yaml');
    const text = await readFile(file, 'utf8');
    await writeFile(
      file,
      text.replace(
        '    url: https://x.com/aurora\n',
        '    url: https://x.com/aurora\n    facts: {grace_days: 31, post_limit: 25000, checked_on: 2020-02-02}\n',
      ),
    );
    const run = await runCli(['channel', 'show', 'news'], { cwd: dir });
    expect(run.stdout).toMatch(/^news: X, aurora\nhttps:\/\/x\.com\/aurora\n\n/);
    expect(run.stdout).toMatch(/Grace time +31 days +high +2020-02-02 \(look again\) +\[\d\]/);
    expect(run.stdout).toContain('post: 25,000 characters as X weighs them, every link counts 23');
    expect(run.stdout).toMatch(/\[\d\] lastpost\.yaml/);
    const json = await runCli(['channel', 'show', 'news', '--json'], { cwd: dir });
    const { channel, platform, facts } = JSON.parse(json.stdout) as ShownJson;
    expect(channel).toEqual({ id: 'news', platform: 'x', handle: 'aurora', url: 'https://x.com/aurora', title: null });
    expect(platform).toBe('x');
    expect(facts.grace).toEqual([
      {
        value: 31,
        unit: 'days',
        certainty: 'high',
        source: 'lastpost.yaml',
        checked_on: '2020-02-02',
        due: true,
        note: null,
      },
    ]);
    expect(facts.waits).toMatchObject([{ value: null, certainty: 'unknown' }]);
    expect(facts.limits[0]).toMatchObject({
      value: { what: 'post', most: 25_000, counting: 'x-weighted', variant: null, link_length: 23 },
    });
  });

  it('marks the facts that nobody has looked at for half a year', () => {
    const text = describeFacts(xAdapter.facts, 'en', new Date('2027-05-22T00:00:00Z'));
    expect(text).toContain('2026-11-22 (look again)');
    expect(describeFacts(xAdapter.facts, 'de', new Date('2027-05-22T00:00:00Z'))).toContain('2026-11-22 (neu prüfen)');
  });

  it('names the platform that was meant', async () => {
    const run = await runCli(['channel', 'show', 'mastadon'], { cwd: await temporaryFolder() });
    expect(run).toEqual({
      code: 2,
      signal: null,
      stdout: '',
      stderr:
        'Error channel.unknown: No channel and no platform is called "mastadon".\nHint: Did you mean "mastodon"?\n',
    });
    const lang = await runCli(['channel', 'show', 'x', '--lang', 'fr'], { cwd: await temporaryFolder() });
    expect(lang).toMatchObject({ code: 2 });
    expect(lang.stderr).toContain('Error usage.bad-value:');
  });
});
