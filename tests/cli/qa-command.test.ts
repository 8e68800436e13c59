import type { ChildProcess } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findChromium } from '../../src/crawl/find-chromium.ts';
import { build, draft, httpBlock } from '../archive/verify-make.ts';
import { madeSnapshot, SITE } from '../replay/made-snapshot.ts';
import { finished, runCli, spawnCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** The text that is kept of each page is its title. */
const PAGES = {
  '/': { title: 'Start', body: 'Start' },
  '/words': { title: 'We close in <May>', body: 'We close in &lt;June>' },
  '/outside': { title: 'Outside', body: 'Outside<img src="http://outside.invalid/a.png" width="1" alt="">' },
  '/parts': { title: 'Parts', body: 'Parts<img src="/gone.png" width="1" height="1" alt="">' },
};

interface QaJson {
  readonly ok: boolean;
  readonly pages: readonly { url: string; verdict: string; resources: { missing: readonly string[] } }[];
  readonly counts: Record<string, unknown>;
  readonly refused: readonly string[];
}

/** Waits until the program has started its browser: from then on a signal finds it at work. */
async function replayBegins({ pid }: ChildProcess): Promise<void> {
  for (let round = 0; round < 600; round += 1) {
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
    if (children.trim() !== '') return;
    await sleep(50);
  }
}

/** What a browser makes of the report, and what it asks for on the way. */
async function openReport(file: string) {
  const { path } = await findChromium();
  const browser = await chromium.launch({ executablePath: path, chromiumSandbox: process.getuid?.() !== 0 });
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ locale: 'de-DE', viewport: { width: 360, height: 800 } });
  const asked: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => errors.push(message.text()));
  await page.goto(`file://${file}`);
  return { page, asked: asked.filter((url) => !/^(file|data):/.test(url)), errors };
}

describe('lastpost snapshot qa', () => {
  it('names what is under the line, in a table, as JSON and in a report', async () => {
    const cwd = await temporaryFolder();
    await madeSnapshot(cwd, PAGES);
    const args = ['snapshot', 'qa', 'blog.wacz', '--report', 'check.html'];
    const run = await runCli([...args, '--json'], { cwd });
    expect(run.stderr).toBe('');
    const said = JSON.parse(run.stdout) as QaJson;
    expect(run.code).toBe(3);
    expect(said.ok).toBe(false);
    expect(said.pages).toMatchObject([
      { url: `${SITE}/`, picture: null, text: 1, resources: { expected: 0, found: 0 }, verdict: 'good', reasons: [] },
      {
        url: `${SITE}/words`,
        verdict: 'differs',
        reasons: [expect.stringMatching(/^the text is alike by \d+\.\d %, less than 98\.0 %$/)],
      },
      { url: `${SITE}/outside`, text: 1 },
      { url: `${SITE}/parts`, verdict: 'incomplete', resources: { missing: [`${SITE}/gone.png`] } },
    ]);
    expect(said.counts).toMatchObject({
      known: 4,
      wanted: 4,
      pages: 4,
      broken: 0,
      not_compared: { picture: 4, text: 0 },
    });
    expect(said.refused).toEqual([]);

    const { page, asked, errors } = await openReport(join(cwd, 'check.html'));
    expect({ asked, errors }).toEqual({ asked: [], errors: [] });
    expect(await page.title()).toBe('Prüfung der Wiedergabe – Farewell <Blog>');
    expect((await page.locator('.page .name b').allInnerTexts())[0]).toBe('We close in <May>');
    expect((await page.locator('.page .words').allInnerTexts())[0]).toMatch(/Aufnahme\s+<May>\s+Wiedergabe\s+<June>/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    const chips = page.locator('.page:visible .chip');
    expect((await chips.allInnerTexts()).slice(0, 1)).toEqual(['Weicht ab']);
    await page.getByRole('radio', { name: 'Unvollständig' }).focus();
    await page.keyboard.press('Space');
    expect(new Set(await chips.allInnerTexts())).toEqual(new Set(['Unvollständig']));
    await page.getByRole('button', { name: 'English' }).press('Enter');
    expect(new Set(await chips.allInnerTexts())).toEqual(new Set(['Incomplete']));
    await page.getByPlaceholder('Search title or address').fill('nowhere');
    expect(await page.getByText('No page fits this choice.').isVisible()).toBe(true);
  });

  it('says what cannot be compared in a file of another tool, and checks what can', async () => {
    const cwd = await temporaryFolder();
    const made = draft();
    made.records.splice(4, 1);
    made.records.push({ type: 'response', uri: 'https://example.org/empty', block: httpBlock('<body></body>') });
    made.pages.push('{"url":"https://example.org/empty","ts":"2026-11-23T09:30:00Z"}');
    made.pages.push('{"url":"https://example.org/lost","ts":"2026-11-23T09:30:00Z"}');
    await writeFile(join(cwd, 'other.wacz'), build(made));
    const run = await runCli(['snapshot', 'qa', 'other.wacz', '--no-color'], { cwd });
    expect(run.stdout.replace(/ +/g, ' ')).toBe(
      [
        'VERDICT PICTURE TEXT PARTS PAGE',
        'broken - - 0/0 https://example.org/empty',
        'broken - - 0/0 https://example.org/lost',
        'loads - - 0/0 https://example.org/',
        '',
        '2 of 3 pages under the line.',
        '3 pages without a picture from the capture (urn:view): not compared.',
        '3 pages without text from the capture (urn:text): not compared.',
        '3 pages without a list of their parts (urn:pageinfo): not compared.',
        'Network: nothing left the replay, and nothing tried to.',
        '',
        'Under the line:',
        ' https://example.org/empty',
        ' it shows no text, and there is no picture to compare with',
        ' https://example.org/lost',
        ' the replay answers 404 for the page',
        '',
        'Next:',
        ' lastpost snapshot replay other.wacz',
        '',
      ].join('\n'),
    );
    expect(run.code).toBe(3);
  });

  it('ends at Ctrl-C with the pages that are done', async () => {
    const cwd = await temporaryFolder();
    const many = Array.from({ length: 60 }, (_, n) => [`/${n}`, { title: `Page ${n}`, body: `Page ${n}` }] as const);
    await madeSnapshot(cwd, Object.fromEntries(many));
    const child = spawnCli(['snapshot', 'qa', 'blog.wacz', '--json', '--report', 'check.html', '--workers', '1'], {
      cwd,
    });
    const end = finished(child);
    await replayBegins(child);
    child.kill('SIGINT');
    const run = await end;
    const said = JSON.parse(run.stdout) as QaJson & { stopped: boolean };
    expect(run).toMatchObject({ code: 130, signal: null });
    expect(run.stderr).toBe('Stopping: the pages that are done are told. Press Ctrl-C again to stop at once.\n');
    expect(said.stopped).toBe(true);
    expect(said.pages.length).toBeLessThan(60);
    expect(await readFile(join(cwd, 'check.html'), 'utf8')).toContain('of 60 pages; the others are not checked.');
  });

  it.each([
    [['--pages', '/nowhere/'], 'qa.no-pages', 'None of its 1 pages matches'],
    [['--report', 'no/such/folder.html'], 'qa.cannot-write', 'does not exist'],
    [['--min-text', '7'], 'usage.bad-value', '"7" is no share'],
  ])('refuses %j', async (more, code, words) => {
    const cwd = await temporaryFolder();
    await madeSnapshot(cwd, { '/': { title: 'Start', body: 'Start' } });
    const run = await runCli(['snapshot', 'qa', 'blog.wacz', ...more], { cwd });
    expect(run.stderr).toContain(`Error ${code}: `);
    expect(run.stderr).toContain(words);
    expect(run.stdout).toBe('');
  });
});
