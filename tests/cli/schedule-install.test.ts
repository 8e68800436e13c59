import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { scheduleWorkspace } from '../support/schedule-workspace.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { startTestSite } from '../support/test-site.ts';

const hasCron = spawnSync('crontab', ['-V']).error === undefined && spawnSync('which', ['cron']).status === 0;
const isRoot = process.getuid?.() === 0;

describe('lastpost schedule install', () => {
  it('shows what it would write, writes it after --yes, changes nothing the second time, and takes out exactly that', async () => {
    const workspace = await scheduleWorkspace('https://blog.example.org/');
    const home = await temporaryFolder();
    const env = { HOME: home, XDG_CONFIG_HOME: join(home, 'config') };
    const install = (...args: readonly string[]) =>
      runCli(['schedule', 'install', '--for', 'systemd', '--workspace', workspace.dir, ...args], { env });
    const shown = await install();
    expect(shown.code).toBe(2);
    expect(shown.stderr).toContain('Error schedule.not-confirmed');
    expect(shown.stderr).toContain('ExecStart=');
    const written = JSON.parse((await install('--yes', '--json')).stdout);
    expect(written).toMatchObject({ for: 'systemd', changed: true });
    const [service = ''] = written.files;
    expect(await readFile(service, 'utf8')).toContain(workspace.dir.replace('%', '%%'));
    expect((await install('--yes')).stdout).toContain('It is installed already; nothing was changed.');
    expect((await install('--remove', '--yes')).code).toBe(0);
    await expect(readFile(service, 'utf8')).rejects.toThrow('ENOENT');
    await writeFile(service, '[Unit]\n');
    const foreign = await install('--yes');
    expect([foreign.code, foreign.stderr]).toEqual([2, expect.stringContaining('Error schedule.not-ours')]);
  }, 60_000);

  // Its crontab is that of whoever runs the tests: only where that is root of a machine made for them.
  it.skipIf(!hasCron || !isRoot)(
    'puts a line into the crontab by which a real cron takes snapshots (skipped without cron, or not as root)',
    async () => {
      const site = await startTestSite({ '/': '<h1>Aurora</h1>' });
      onTestFinished(() => site.close());
      const schedules = 'schedules:\n  - {id: blog, channels: [blog], every: 1m, timezone: Europe/Berlin}\n';
      const workspace = await scheduleWorkspace(site.url('/'), schedules);
      const before = spawnSync('crontab', ['-l'], { encoding: 'utf8' });
      const restore = () =>
        before.status === 0 ? spawnSync('crontab', ['-'], { input: before.stdout }) : spawnSync('crontab', ['-r']);
      onTestFinished(() => void restore());
      const mine = '# mine, 100% é\nMAILTO=""\n';
      spawnSync('crontab', ['-'], { input: mine });
      const install = (...args: readonly string[]) =>
        runCli(['schedule', 'install', '--for', 'cron', '--yes', '--workspace', workspace.dir, ...args]);
      expect(await install()).toMatchObject({ code: 0 });
      expect(spawnSync('crontab', ['-l'], { encoding: 'utf8' }).stdout.startsWith(mine)).toBe(true);

      const cron = spawn('cron', ['-f'], { stdio: 'ignore' });
      onTestFinished(async () => {
        cron.kill();
        if (cron.exitCode === null && cron.signalCode === null) await once(cron, 'close');
      });
      const taken = () => workspace.withLedger(({ snapshots }) => snapshots.list());
      await expect.poll(taken, { timeout: 200_000, interval: 2_000 }).not.toEqual([]);
      expect((await taken())[0]).toMatchObject({ channel: 'blog', state: 'complete' });
      expect(await install('--remove')).toMatchObject({ code: 0 });
      expect(spawnSync('crontab', ['-l'], { encoding: 'utf8' }).stdout).toBe(mine);
      // What cron began a moment ago ends before its folder goes.
      const isFree = async () =>
        (await workspace.withSchedules((all) => all.states())).every((one) => one.claimedBy === null);
      while (!(await isFree())) await setTimeout(500);
    },
    300_000,
  );
});
