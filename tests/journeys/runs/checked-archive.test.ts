import { execFileSync, spawnSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../src/base/digest.ts';
import type { JournalEntry } from '../../../src/model/run/journal-entry.ts';
import { journalLine } from '../../../src/runs/journal-file.ts';
import { exported, unpacked } from '../../support/exported-run.ts';
import { evidence } from '../../support/made-exit-plan.ts';
import { fullRun, plainRun } from '../../support/made-exit-runs.ts';
import { chainedAnew } from '../../support/made-journal.ts';

const isThere = (program: string, argument: string) => spawnSync(program, [argument]).status === 0;
/** The interpreter itself: what stands in the PATH may be a slow shell script that looks for it. */
const python = spawnSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).stdout?.trim();
const hasPython = python !== undefined && isThere(python, '--version');
const hasOpenssl = isThere('openssl', 'version');
const hasSums = isThere('sha256sum', '--version');

function verified(folder: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(python ?? 'python3', ['-I', 'verify.py', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

/** Somebody who changes a file and makes SHA256SUMS right again; the signature does not hold any more. */
async function sumAnew(folder: string): Promise<void> {
  const sums = (await readFile(join(folder, 'SHA256SUMS'), 'utf8')).trimEnd().split('\n');
  const lines = sums.map(async (line) => {
    const path = line.slice(66);
    return `${sha256(await readFile(join(folder, path))).slice(7)}  ${path}\n`;
  });
  await writeFile(join(folder, 'SHA256SUMS'), (await Promise.all(lines)).join(''));
}

describe.skipIf(!hasPython)('verify.py, run by a real Python', () => {
  it('is content with an archive, packed and unpacked, whatever stands in it', async () => {
    for (const entries of [fullRun(), plainRun()]) {
      const { file, zip, head, dir } = await exported(entries);
      const folder = await unpacked(zip);
      const summary = `All is well: ${entries.length} entries, 4 pieces of evidence, head ${head.hash}\n`;
      expect(verified(folder)).toEqual({ status: 0, said: summary });
      expect(verified(folder, file)).toEqual({ status: 0, said: summary });
      await rm(dir, { recursive: true });
    }
  });

  const journal = fullRun();
  const lines = (entries: readonly JournalEntry[]) => entries.map(journalLine).join('');
  const changed = (seq: number) =>
    journal.map((entry) => (entry.seq === seq ? { ...entry, at: '2026-10-01T00:00:00.000Z' } : entry));

  it.each([
    ['an entry was changed', lines(changed(9)), 'journal.jsonl, line 9: changed'],
    ['an entry is gone', lines(journal.filter(({ seq }) => seq !== 9)), 'journal.jsonl, line 9: changed'],
    ['the tail is gone', lines(journal.slice(0, -1)), 'journal.jsonl: does not end where certificate.json says'],
    ['all was written anew', lines(chainedAnew(changed(9))), 'journal.jsonl: does not end where state.json says'],
    ['half a line is there', lines(journal).slice(0, -40), `journal.jsonl, line ${journal.length}`],
  ])('finds that %s, with sums and without', async (_, text, problem) => {
    const { zip } = await exported();
    const folder = await unpacked(zip);
    await writeFile(join(folder, 'journal.jsonl'), text);
    const { status, said } = verified(folder);
    expect(status).toBe(1);
    expect(said).toContain('PROBLEM journal.jsonl: changed since it was exported');
    await sumAnew(folder);
    const anew = verified(folder);
    expect(anew.status).toBe(1);
    expect(anew.said).toContain(problem);
    expect(anew.said).not.toContain('changed since');
  });

  it('finds a flipped bit in evidence, evidence that changed places, is gone, or was put there', async () => {
    const { zip } = await exported();
    const folder = await unpacked(zip);
    const [one, other] = [join(folder, evidence.shot.file), join(folder, evidence.word.file)];
    const [bytes, others] = [await readFile(one), await readFile(other)];
    const flipped = Buffer.from(bytes);
    flipped[1000] = (flipped[1000] ?? 0) ^ 1;
    await writeFile(one, flipped);
    expect(verified(folder)).toMatchObject({
      status: 1,
      said: expect.stringContaining(`PROBLEM ${evidence.shot.file}: changed since it was exported`),
    });
    await writeFile(one, others);
    await writeFile(other, bytes);
    await sumAnew(folder);
    const swapped = verified(folder);
    expect(swapped.status).toBe(1);
    for (const { file } of [evidence.shot, evidence.word]) {
      expect(swapped.said).toContain(`PROBLEM ${file}: not the evidence that the journal names`);
    }
    await rm(one);
    expect(verified(folder)).toMatchObject({ status: 1, said: expect.stringContaining('missing or damaged') });
    await writeFile(one, bytes);
    await writeFile(other, others);
    await sumAnew(folder);
    expect(verified(folder).status).toBe(0);
    await writeFile(join(folder, 'evidence', 'more.txt'), 'x');
    expect(verified(folder)).toMatchObject({
      status: 1,
      said: expect.stringContaining('evidence/more.txt: not in SHA256SUMS'),
    });
  });

  it('finds a flipped bit in files of the ZIP itself', async () => {
    const { zip, dir } = await exported();
    const folder = await unpacked(zip);
    const damaged = join(dir, 'damaged.zip');
    for (const name of ['journal.jsonl', 'certificate.json', 'SHA256SUMS', evidence.shot.file]) {
      const bytes = Buffer.from(zip);
      const at = bytes.indexOf(Buffer.from(name, 'latin1')) + Buffer.from(name, 'latin1').length + 2;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      await writeFile(damaged, bytes);
      expect([name, verified(folder, damaged).status]).toEqual([name, 1]);
    }
  });
});

describe.skipIf(!hasOpenssl)('openssl, as README.txt says', () => {
  const command = 'openssl dgst -sha256 -verify signing-key.pub.pem -signature SHA256SUMS.sig SHA256SUMS';
  const run = (folder: string, line: string) => spawnSync('sh', ['-c', line], { cwd: folder, encoding: 'utf8' });

  it('agrees with the signature, and no more once a sum was changed', async () => {
    const folder = await unpacked((await exported()).zip);
    expect(run(folder, command)).toMatchObject({ status: 0, stdout: 'Verified OK\n' });
    const sums = await readFile(join(folder, 'SHA256SUMS'), 'utf8');
    await writeFile(
      join(folder, 'SHA256SUMS'),
      sums.replace(/^./, (sign) => (sign === '0' ? '1' : '0')),
    );
    expect(run(folder, command).status).not.toBe(0);
  });

  it('gives the digest of the key that stands at the foot of the certificate', async () => {
    const folder = await unpacked((await exported()).zip);
    const line = 'openssl pkey -pubin -in signing-key.pub.pem -outform DER | openssl dgst -sha256';
    const digest = run(folder, line).stdout.trim().split(' ').at(-1) ?? 'none';
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    for (const language of ['de', 'en']) {
      expect(await readFile(join(folder, `certificate.${language}.html`), 'utf8')).toContain(digest);
    }
    const readMe = await readFile(join(folder, 'README.txt'), 'utf8');
    for (const said of [line, command]) expect(readMe).toContain(said);
  });
});

describe.skipIf(!hasSums)('what README.txt says for a shell', () => {
  it.each(['README.txt', 'LIESMICH.txt'])('works as it stands in %s', async (name) => {
    const folder = await unpacked((await exported()).zip);
    execFileSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: folder });
    const text = await readFile(join(folder, name), 'utf8');
    const lines = text.split('\n').map((line) => line.trim());
    const script = lines.slice(
      lines.findIndex((line) => line.startsWith('line=')),
      lines.findIndex((line) => line.endsWith('| sha256sum')) + 1,
    );
    expect(script).toHaveLength(4);
    const printed = execFileSync('sh', ['-c', script.join('\n')], { cwd: folder, encoding: 'utf8' });
    expect(`sha256:${printed.slice(0, 64)}`).toBe(fullRun()[2]?.hash);
  });
});
