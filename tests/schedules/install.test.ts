import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { cronBlock, withBlock, withoutBlock } from '../../src/schedules/install/crontab.ts';
import { githubWorkflow } from '../../src/schedules/install/github.ts';
import { launchdPlist } from '../../src/schedules/install/launchd.ts';
import { systemdUnits } from '../../src/schedules/install/systemd.ts';
import { refuseBadPaths } from '../../src/schedules/install/timer.ts';
import { windowsTask } from '../../src/schedules/install/windows.ts';

const call = {
  node: process.execPath,
  program: "/opt/it's 100%/lastpost.js",
  dir: '/srv/Brand & Söhne $HOME "x"',
  path: '/usr/bin:/bin',
};
const words = [call.node, call.program, 'schedule', 'run', '--timer', '--quiet', '--workspace', call.dir];

describe('the lines in a crontab', () => {
  it('go in and out and leave every other byte as it is', () => {
    for (const before of ['', '# mine\n0 1 * * * true\n', '\n\n# é\t \n', 'MAILTO=""\n']) {
      const after = withBlock(before, call, '/tmp/log');
      expect(after.startsWith(before)).toBe(true);
      expect(withBlock(after, call, '/tmp/log')).toBe(after);
      expect(withoutBlock(after, call)).toBe(before);
      expect(withoutBlock(`${after}# later\n`, call)).toBe(`${before}# later\n`);
      expect(withoutBlock(before, call)).toBe(before);
    }
  });

  it('of another workspace stay where one is taken out', () => {
    const other = { ...call, dir: '/srv/other' };
    const both = withBlock(withBlock('', call, '/tmp/a'), other, '/tmp/b');
    expect(withoutBlock(both, call)).toBe(cronBlock(other, '/tmp/b'));
  });

  it('mean to a shell what was meant, once cron has taken its backslashes', () => {
    const line = cronBlock({ ...call, node: 'printf' }, '/tmp/log').split('\n')[1] ?? '';
    const forShell = line
      .replace('* * * * * ', '')
      .replaceAll('\\%', '%')
      .replace("'printf' ", "printf '%s\\n' ")
      .replace(/ >>.*$/, '');
    expect(execFileSync('/bin/sh', ['-c', forShell], { encoding: 'utf8' }).trim().split('\n')).toEqual(words.slice(1));
  });
});

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0;

describe('the units of systemd', () => {
  it.skipIf(!hasSystemd)('are taken by systemd-analyze verify (skipped where there is none)', () => {
    const dir = mkdtempSync(join(tmpdir(), 'lastpost-units-'));
    try {
      const files = Object.entries(systemdUnits(call)).map(([name, text]) => {
        writeFileSync(join(dir, name), text);
        return join(dir, name);
      });
      const { status, stderr } = spawnSync('systemd-analyze', ['--user', '--man=no', 'verify', ...files], {
        encoding: 'utf8',
        env: { ...process.env, XDG_RUNTIME_DIR: dir },
      });
      expect([status, stderr.split('\n').filter((line) => line.includes(dir))]).toEqual([0, []]);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });

  it('double what would mean something to it', () => {
    const service = Object.values(systemdUnits(call))[0] ?? '';
    expect(service).toContain('"/opt/it\'s 100%%/lastpost.js"');
    expect(service).toContain('"/srv/Brand & Söhne $$HOME \\"x\\""');
  });
});

describe('files for other systems', () => {
  it('a plist says in XML what is called', () => {
    const $ = load(launchdPlist(call, '/tmp/a & b.log'), { xml: true });
    expect(
      $('array string')
        .toArray()
        .map((node) => $(node).text()),
    ).toEqual(words);
    expect($('key:contains("StandardOutPath") + string').text()).toBe('/tmp/a & b.log');
  });

  it('a task of Windows says it as a command and one line of words', () => {
    const $ = load(windowsTask({ ...call, program: 'C:\\Program Files\\lastpost.js', dir: 'D:\\my folder\\' }), {
      xml: true,
    });
    expect($('Exec Command').text()).toBe(call.node);
    expect($('Exec Arguments').text()).toBe(
      '"C:\\Program Files\\lastpost.js" "schedule" "run" "--timer" "--quiet" "--workspace" "D:\\my folder\\\\"',
    );
    expect($('Interval').text()).toBe('PT1M');
  });

  it('a workflow of GitHub is YAML, runs in the folder of the workspace, and asks for no rights to write', () => {
    const workflow = parse(githubWorkflow('brands/aurora', '1.2.3'));
    const steps: { run?: string; with?: { path?: string } }[] = workflow.jobs.run.steps;
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(workflow.on.schedule).toEqual([{ cron: '*/5 * * * *' }]);
    expect(steps.some(({ run }) => run?.startsWith('lastpost schedule run --workspace "brands/aurora"'))).toBe(true);
    expect(steps.filter((step) => step.with?.path?.includes('brands/aurora/.lastpost'))).toHaveLength(2);
  });
});

describe('a path with a line break', () => {
  it('is refused: it would end a line and begin another one', () => {
    expect(() => refuseBadPaths({ ...call, dir: '/srv/a\n* * * * * rm' })).toThrow(
      expect.objectContaining({ code: 'schedule.bad-path' }),
    );
  });
});
