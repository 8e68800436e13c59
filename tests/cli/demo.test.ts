import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface DemoJson {
  workspace: string;
  snapshots: {
    channel: string;
    file: string;
    state: string;
    pages: number;
    pages_expected: number;
    gaps: number;
    verified: boolean;
    completeness: object;
  }[];
}

interface QaJson {
  pages: { url: string; verdict: string; reasons: string[] }[];
  counts: { resources: { expected: number }; not_compared: object };
}

test('demo keeps every page and post of its channels, verifies them, and every page looks in the replay as it did', async () => {
  const folder = await temporaryFolder();
  const dir = join(folder, 'demo');
  const first = await runCli(['demo', dir, '--json'], { cwd: folder });
  expect(first.stderr).toBe('');
  expect(first.code).toBe(0);
  const told = JSON.parse(first.stdout) as DemoJson;
  expect(told.snapshots).toMatchObject([
    { channel: 'blog', state: 'complete', pages: 46, pages_expected: 46, gaps: 0, verified: true },
    { channel: 'social', state: 'complete', pages: 49, pages_expected: 49, gaps: 0, verified: true },
    { channel: 'fediverse', state: 'complete', pages: 38, pages_expected: 38, gaps: 0, verified: true },
  ]);
  expect(told.snapshots.map(({ completeness }) => completeness)).toMatchObject([
    { verdict: 'complete', expected: 24, have: 24, comments: 12, media: { known: 33, had: 33 } },
    // A small network that says its number in words alone: all 48 are there, and nothing proves it.
    { verdict: 'cannot-tell', expected: null, have: 48, comments: 19, media: { known: 26, had: 26 } },
    { verdict: 'complete', expected: 38, have: 38, comments: 8, media: { known: 17, had: 17 } },
  ]);

  const status = await runCli(['channel', 'status', '--workspace', dir, '--json'], { cwd: folder });
  const { channels } = JSON.parse(status.stdout) as { channels: object[] };
  expect(channels).toMatchObject([
    { id: 'blog', platform: 'website', verdict: 'complete', expected: 24, have: 24, missing: 0, gaps: [] },
    { id: 'social', verdict: 'cannot-tell', expected: null, have: 48, missing: null, gaps: [] },
    { id: 'fediverse', verdict: 'complete', expected: 38, have: 38, missing: 0, gaps: [] },
  ]);
  const found = await runCli(['posts', 'search', 'eule', '--workspace', dir, '--json'], { cwd: folder });
  expect((JSON.parse(found.stdout) as { total: number }).total).toBe(7);

  const settings = await readFile(join(dir, 'lastpost.yaml'), 'utf8');
  expect(settings).toContain('id: social');

  const checked = await runCli(['snapshot', 'verify', ...told.snapshots.map(({ file }) => file)], { cwd: folder });
  expect(checked.code).toBe(0);

  const listed = await runCli(['snapshot', 'list', '--workspace', dir, '--json'], { cwd: folder });
  expect((JSON.parse(listed.stdout) as { snapshots: unknown[] }).snapshots).toHaveLength(3);

  // The brand's server has stopped: what the replay shows comes from the snapshots alone.
  for (const { file, pages } of told.snapshots) {
    const shown = await runCli(['snapshot', 'qa', file, '--json'], { cwd: folder });
    const report = JSON.parse(shown.stdout) as QaJson;
    expect(report.pages.filter(({ verdict }) => verdict !== 'good')).toEqual([]);
    expect(report).toMatchObject({
      ok: true,
      refused: [],
      counts: { known: pages, pages, good: pages, resources: { missing: 0 } },
    });
    expect(report.counts.not_compared).toEqual({ picture: 0, text: 0, resources: 0 });
    expect(report.counts.resources.expected).toBeGreaterThan(50);
    expect(shown.code).toBe(0);
  }
}, 480_000);

test("demo leaves somebody's own workspace alone", async () => {
  const folder = await temporaryFolder();
  await runCli(['init', folder, '--brand', 'Aurora Coffee']);
  const before = await readFile(join(folder, 'lastpost.yaml'), 'utf8');
  const { code, stderr } = await runCli(['demo', folder]);
  expect(code).toBe(2);
  expect(stderr).toContain(`Error demo.not-a-demo: ${folder} is the workspace of Aurora Coffee, not the demo's.`);
  expect(stderr).toContain('Give the demo a folder of its own: lastpost demo DIR');
  expect(await readFile(join(folder, 'lastpost.yaml'), 'utf8')).toBe(before);
});
