import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sha256 } from '../../../src/base/digest.ts';
import { openClosedBrowser } from '../../../src/crawl/browser/closed-browser.ts';
import { findChromium } from '../../../src/crawl/find-chromium.ts';
import { checkStatement } from '../../../src/journeys/check-statement.ts';
import { certifyRun } from '../../../src/journeys/runs/certificate-sources.ts';
import { fileRunCertificate } from '../../../src/journeys/runs/file-run-certificate.ts';
import { writeRunCertificate } from '../../../src/journeys/runs/write-run-certificate.ts';
import { certificatePage } from '../../../src/runs/certificate/page/certificate-page.ts';
import { certifiedWorkspace, context, sourcesOf } from '../../support/certified-workspace.ts';
import { RUN } from '../../support/made-exit-plan.ts';
import { fullRun, plainRun, unfinishedRun } from '../../support/made-exit-runs.ts';

const request = { run: RUN.slice(0, 4), language: 'de', force: false } as const;

describe('writing a run’s certificate', () => {
  it('gives a page, a PDF and JSON, each signed, and each of them can be checked', async () => {
    const dir = await certifiedWorkspace();
    const place = { cwd: dir };
    for (const out of ['run.html', 'run.pdf', 'run.json']) {
      const { written } = await writeRunCertificate({ ...request, out }, place, context, sourcesOf(plainRun()));
      expect(written).toMatchObject({
        file: join(dir, out),
        signatureFile: out === 'run.html' ? null : join(dir, `${out}.sig.json`),
      });
      expect(await checkStatement(out, place)).toMatchObject({ state: 'valid', isOurKey: true });
      const bytes = await readFile(join(dir, out));
      bytes[200] = (bytes[200] ?? 0) ^ 1;
      await writeFile(join(dir, out), bytes);
      expect((await checkStatement(out, place)).state).toBe('changed');
    }
    expect((await readFile(join(dir, 'run.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('replaces nothing unless told to, and writes nothing without a name', async () => {
    const dir = await certifiedWorkspace();
    const write = (out: string | null, force = false) =>
      writeRunCertificate({ ...request, out, force }, { cwd: dir }, context, sourcesOf(plainRun()));
    await write('run.json');
    await expect(write('run.json')).rejects.toMatchObject({ code: 'certificate.exists' });
    await write('run.json', true);
    await expect(write('run.txt')).rejects.toMatchObject({ code: 'certificate.format', exitCode: 2 });
    await expect(write('no/run.html')).rejects.toMatchObject({ code: 'certificate.cannot-write' });
    expect(await write(null)).toMatchObject({ written: null, certificate: { run: RUN, brand: 'Aurora & Söhne' } });
  });

  it('is refused when the ledger says that the journal is broken', async () => {
    const dir = await certifiedWorkspace();
    const sources = sourcesOf(plainRun());
    const problem = { run: RUN, seq: 19, message: 'The tail is gone after entry 18.' };
    const verify = async () => ({ ok: false, entries: 18, head: null, problem });
    const broken = { ...sources, runs: { ...sources.runs, verify } };
    const write = writeRunCertificate({ ...request, out: 'run.html' }, { cwd: dir }, context, broken);
    await expect(write).rejects.toMatchObject({ code: 'certificate.journal-broken' });
    await expect(write).rejects.toThrow('The tail is gone after entry 18.');
    expect(await readdir(dir)).not.toContain('run.html');
  });
});

describe('filing it with the evidence', () => {
  it('writes JSON and both pages, signed, and gives the JSON’s digest', async () => {
    const dir = await certifiedWorkspace();
    const filed = await fileRunCertificate({ run: RUN }, { cwd: dir }, context, sourcesOf(unfinishedRun()));
    const json = await readFile(join(dir, filed.file));
    expect(filed).toMatchObject({ sha256: sha256(json), bytes: json.length });
    expect(filed.file).toBe(`evidence/${RUN}/${filed.sha256.slice(7, 19)}-certificate.json`);
    expect(JSON.parse(json.toString())).toMatchObject({ certificate: { standing: 'interim', run: RUN } });
    for (const language of ['de', 'en']) {
      const page = filed.file.replace('.json', `.${language}.html`);
      expect(await checkStatement(page, { cwd: dir })).toMatchObject({ state: 'valid', isOurKey: true });
    }
  });

  it('writes one page where one language is asked for, and may be called again', async () => {
    const dir = await certifiedWorkspace();
    const now = new Date('2026-12-01T08:00:00.000Z');
    const file = () => {
      const still = { ...context, clock: { now: () => now } };
      return fileRunCertificate({ run: RUN, language: 'en' }, { cwd: dir }, still, sourcesOf(plainRun()));
    };
    expect(await file()).toEqual(await file());
    const names = (await readdir(join(dir, 'evidence', RUN))).filter((name) => name.includes('certificate'));
    expect(names.map((name) => name.slice(13))).toEqual(['certificate.en.html', 'certificate.json']);
  });
});

describe('the page in a browser', () => {
  it('asks for nothing, is no wider than the window, and is printed on one to three pages', async () => {
    const { browser, refused, close } = await openClosedBrowser((await findChromium()).path, []);
    onTestFinished(close);
    const runs = { full: fullRun({ isCancelled: false }), open: unfinishedRun(), plain: plainRun() };
    const printed: Record<string, number> = {};
    for (const [name, entries] of Object.entries(runs)) {
      const { certificate } = await certifyRun(RUN, 'Aurora & Söhne', sourcesOf(entries), null);
      for (const language of ['de', 'en'] as const) {
        const html = certificatePage(certificate, language, { software: 'Lastpost 0.1.0', key: 'f'.repeat(64) });
        const page = await browser.newPage({ viewport: { width: 360, height: 800 }, javaScriptEnabled: false });
        const said: string[] = [];
        page.on('console', (message) => said.push(message.text()));
        page.on('request', (one) => said.push(one.url()));
        await page.setContent(html);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        expect([said, width]).toEqual([[], 360]);
        const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
        printed[`${name} ${language}`] = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
        await page.close();
      }
    }
    expect(refused).toEqual([]);
    expect(printed).toEqual({
      'full de': 3,
      'full en': 3,
      'open de': 3,
      'open en': 3,
      'plain de': 2,
      'plain en': 2,
    });
  });
});
