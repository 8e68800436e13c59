import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/model/snapshot.ts';
import { openLedger } from '../../src/storage/ledger.ts';
import { workspacePaths } from '../../src/workspace/paths.ts';
import { snapshotOf } from '../contracts/snapshot-store.ts';
import { type MadeSnapshot, makeSnapshot } from '../support/make-snapshot.ts';
import { newWorkspaceIn } from '../support/new-workspace.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function newWorkspace(): Promise<string> {
  const dir = await temporaryFolder();
  await newWorkspaceIn(dir, 'Aurora Coffee');
  return dir;
}

async function enter(dir: string, ...snapshots: readonly Snapshot[]): Promise<void> {
  const ledger = await openLedger({ file: workspacePaths(dir).ledger, root: dir });
  for (const snapshot of snapshots) await ledger.snapshots.add(snapshot);
  await ledger.close();
}

/** A real WACZ in the vault, entered in the ledger under `id`. */
async function workspaceWithSnapshot(id: string): Promise<{ dir: string; made: MadeSnapshot; snapshot: Snapshot }> {
  const dir = await newWorkspace();
  await mkdir(join(dir, 'vault/blog'));
  const made = await makeSnapshot(dir, { file: join(dir, 'vault/blog/20261123T093000Z.wacz') });
  const { file, bytes, sha256 } = made;
  const snapshot = snapshotOf({ id, file, bytes, sha256, pages: 2 });
  await enter(dir, snapshot);
  return { dir, made, snapshot };
}

describe('lastpost snapshot list', () => {
  it('says what to do when there is nothing yet', async () => {
    expect(await runCli(['snapshot', 'list'], { cwd: await newWorkspace() })).toEqual({
      code: 0,
      signal: null,
      stdout: 'No snapshots yet. Take one with: lastpost snapshot take https://blog.example.org\n',
      stderr: '',
    });
  });

  it('is an aligned table, newest first, and misses no missing file', async () => {
    const { dir, snapshot } = await workspaceWithSnapshot('7q2m9x4k');
    const lost = snapshotOf({
      id: 'b8',
      channel: null,
      file: join(dir, 'vault/lost.wacz'),
      state: 'partial',
      gaps: 1234,
      startedAt: '2026-11-24T09:30:00.000Z',
    });
    await enter(dir, lost);
    const { stdout } = await runCli(['snapshot', 'list'], { cwd: dir });
    const size = `${(snapshot.bytes / 1000).toFixed(0)} kB`.padStart(6);
    expect(stdout.split('\n')).toEqual([
      'ID        CHANNEL  TAKEN                 STATE     PAGES   GAPS    SIZE  FILE',
      'b8        -        2026-11-24 09:30 UTC  partial      42  1,234  5.0 GB  vault/lost.wacz  (missing)',
      `7q2m9x4k  blog     2026-11-23 09:30 UTC  complete      2      0  ${size}  vault/blog/20261123T093000Z.wacz`,
      '',
      `2 snapshots, 5.0 GB, workspace ${dir}`,
      '1 file missing: put back from your backup.',
      '',
    ]);
  });

  it('keeps the promised shape in JSON', async () => {
    const { dir, snapshot } = await workspaceWithSnapshot('7q2m9x4k');
    const { stdout, stderr } = await runCli(['snapshot', 'list', '--channel', 'blog', '--json'], { cwd: dir });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      snapshots: [
        {
          id: '7q2m9x4k',
          channel: 'blog',
          url: 'https://blog.example.org/',
          file: snapshot.file,
          state: 'complete',
          pages: 2,
          gaps: 0,
          bytes: snapshot.bytes,
          sha256: snapshot.sha256,
          signed: true,
          started_at: '2026-11-23T09:30:00.000Z',
          finished_at: '2026-11-23T09:41:07.250Z',
          present: true,
        },
      ],
      unfinished: [],
    });
  });

  it('knows a channel nobody has from one without snapshots', async () => {
    const dir = await newWorkspace();
    expect(await runCli(['snapshot', 'list', '--channel', 'blog'], { cwd: dir })).toMatchObject({
      code: 2,
      stderr:
        'Error channel.unknown: No channel is called "blog".\nHint: lastpost.yaml names no channel yet: add one there.\n',
    });
  });

  it('needs a workspace', async () => {
    const cwd = await temporaryFolder();
    expect(await runCli(['snapshot', 'list'], { cwd })).toMatchObject({
      code: 2,
      stdout: '',
      stderr:
        `Error workspace.not-found: There is no workspace in ${cwd} or above it.\n` +
        'Hint: Name its folder with --workspace DIR, or make one with: lastpost init DIR --brand NAME\n',
    });
  });
});

describe('lastpost snapshot show', () => {
  it('tells what is in a file, without a workspace', async () => {
    const dir = await temporaryFolder();
    const made = await makeSnapshot(dir);
    const { code, stdout, stderr } = await runCli(['snapshot', 'show', 'snapshot.wacz'], { cwd: dir });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(
      'File       snapshot.wacz\nTitle      The Example Blog\nAddress    https://blog.example.org/\n',
    );
    expect(stdout).toContain('\nPages      2\n');
    expect(stdout).toContain(
      '\nSignature  says it is signed by a key, 2026-11-23 09:30 UTC ("verify" tells whether it is)\n',
    );
    for (const url of made.pageUrls) expect(stdout).toMatch(new RegExp(`^2026-11-23 09:30 UTC +\\S+ {2}${url}$`, 'm'));
    expect(
      stdout.endsWith('Next:\n  lastpost snapshot verify snapshot.wacz\n  lastpost snapshot replay snapshot.wacz\n'),
    ).toBe(true);
  });

  it('knows from the ledger what a file cannot know', async () => {
    const { dir, snapshot } = await workspaceWithSnapshot('7q2m9x4k');
    const { stdout } = await runCli(['snapshot', 'show', '7q2m9x4k', '--json'], { cwd: dir });
    const result = JSON.parse(stdout) as { pages: readonly unknown[]; files: readonly unknown[] };
    const promised = ['snapshot', 'completeness', 'pages', 'gaps', 'not_found', 'moved_by_script', 'left_out', 'files'];
    expect(Object.keys(result)).toEqual(promised);
    expect(result).toMatchObject({
      snapshot: {
        id: '7q2m9x4k',
        channel: 'blog',
        file: snapshot.file,
        state: 'complete',
        pages: 2,
        gaps: 0,
        bytes: snapshot.bytes,
        sha256: snapshot.sha256,
        signature: { domain: null },
      },
      pages: [{ url: 'https://blog.example.org/' }, {}],
    });
    expect(result.files.length).toBeGreaterThan(4);
  });

  it('answers a file that is no WACZ with an error', async () => {
    const letter = join(await temporaryFolder(), 'letter.txt');
    await writeFile(letter, 'Dear all, this is not an archive.');
    const { code, stdout, stderr } = await runCli(['snapshot', 'show', letter]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^Error (verify\.not-a-wacz|wacz\.damaged): \S.*\nHint: /);
  });
});

describe('lastpost snapshot verify', () => {
  it('calls a sound file sound, with what was counted and who signed', async () => {
    const { dir } = await workspaceWithSnapshot('7q2m9x4k');
    const run = await runCli(['snapshot', 'verify', 'vault/blog/20261123T093000Z.wacz'], { cwd: dir });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toMatch(
      /^vault\/blog\/20261123T093000Z\.wacz: sound\n {2}2 pages, \d+ records, \d+ index lines, \d+ files, \d+ kB\n {2}signature valid \(\S+\)\n$/,
    );
  });

  it('keeps the promised shape in JSON, by id and by the first letters of one', async () => {
    const { dir, made } = await workspaceWithSnapshot('7q2m9x4k');
    for (const id of ['7q2m9x4k', '7q2m']) {
      const { code, stdout } = await runCli(['snapshot', 'verify', id, '--json'], { cwd: dir });
      const result = JSON.parse(stdout) as Record<string, unknown>;
      expect(code).toBe(0);
      expect(Object.keys(result)).toEqual(['ok', 'problems', 'counts', 'snapshots']);
      expect(result).toMatchObject({
        ok: true,
        problems: [],
        counts: { pages: 2, bytes: made.bytes },
        snapshots: [{ snapshot: made.file, id: '7q2m9x4k', ok: true, signature: { state: 'valid' } }],
      });
    }
  });

  it('names rule, file, byte and record of a changed bit, and fails', async () => {
    const { dir, made } = await workspaceWithSnapshot('7q2m9x4k');
    const bytes = await readFile(made.file);
    bytes.writeUInt8(bytes.readUInt8(700) ^ 1, 700);
    await writeFile(made.file, bytes);
    const { code, stdout } = await runCli(['snapshot', 'verify', made.file, '--json'], { cwd: dir });
    const { ok, problems } = JSON.parse(stdout) as { ok: boolean; problems: readonly Record<string, unknown>[] };
    expect({ code, ok }).toEqual({ code: 1, ok: false });
    for (const problem of problems) {
      expect(Object.keys(problem)).toEqual(['rule', 'file', 'offset', 'record', 'message', 'snapshot']);
    }
    const text = await runCli(['snapshot', 'verify', made.file], { cwd: dir });
    expect(text.code).toBe(1);
    expect(text.stdout).toMatch(/: \d+ problems?\n/);
    expect(text.stdout).toMatch(/^ {2}zip\.crc {2}byte \d+\n {4}\S/m);
  });

  it('tells when a sound file is not the one in the ledger', async () => {
    const { dir, made, snapshot } = await workspaceWithSnapshot('7q2m9x4k');
    const other = await makeSnapshot(await temporaryFolder());
    await copyFile(other.file, made.file);
    const byFile = await runCli(['snapshot', 'verify', made.file], { cwd: dir });
    expect(byFile.code).toBe(0);
    const byId = await runCli(['snapshot', 'verify', '7q2m9x4k'], { cwd: dir });
    expect(byId.code).toBe(1);
    expect(byId.stdout).toContain(
      `  ledger.sha256\n    The file is not the one that was entered in the ledger: its digest is ${other.sha256}, not ${snapshot.sha256}.\n`,
    );
  });

  it('checks several files, and one that is no WACZ keeps none of the others from it', async () => {
    const dir = await temporaryFolder();
    const made = await makeSnapshot(dir);
    const letter = join(dir, 'letter.txt');
    await writeFile(letter, 'Dear all, this is not an archive.');
    const { code, stdout } = await runCli(['snapshot', 'verify', letter, made.file, '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      problems: [{ rule: 'verify.not-a-wacz', snapshot: letter }],
      snapshots: [{ ok: false }, { ok: true }],
    });
  });

  it('answers a file that is no WACZ with an error', async () => {
    const letter = join(await temporaryFolder(), 'letter.txt');
    await writeFile(letter, 'Dear all, this is not an archive.');
    const { code, stdout, stderr } = await runCli(['snapshot', 'verify', letter]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^Error verify\.not-a-wacz: \S.* is not a WACZ file\.\nHint: \S/);
  });

  it('says where it looked for what is not there', async () => {
    const { dir, made } = await workspaceWithSnapshot('7q2m9x4k');
    await enter(dir, snapshotOf({ id: '7q2mzzzz' }));
    const answers: readonly (readonly [name: string, cwd: string, stderr: string])[] = [
      [
        'x.wacz',
        dir,
        `Error snapshot.not-found: There is no file ${join(dir, 'x.wacz')}.\nHint: Check the path, or see what the workspace has with: lastpost snapshot list\n`,
      ],
      [
        'nothing',
        dir,
        'Error snapshot.not-found: There is no file "nothing" and no snapshot with that id.\nHint: See what there is with: lastpost snapshot list\n',
      ],
      [
        '7q2m',
        dir,
        'Error snapshot.not-found: 2 snapshots have an id that begins with "7q2m".\nHint: Give more of its letters.\n',
      ],
    ];
    for (const [name, cwd, stderr] of answers) {
      expect(await runCli(['snapshot', 'verify', name], { cwd })).toMatchObject({ code: 2, stdout: '', stderr });
    }
    const nowhere = await runCli(['snapshot', 'verify', '7q2m9x4k'], { cwd: await temporaryFolder() });
    expect(nowhere.stderr).toBe(
      'Error snapshot.not-found: There is no file "7q2m9x4k", and no workspace here to look for a snapshot with that id.\n' +
        'Hint: Check the path, or name the workspace with --workspace DIR.\n',
    );
    await rm(made.file);
    expect((await runCli(['snapshot', 'verify', '7q2m9x4k'], { cwd: dir })).stderr).toBe(
      `Error snapshot.file-missing: The file of snapshot 7q2m9x4k is gone: ${made.file}\n` +
        'Hint: Put it back from your backup; the ledger still knows its SHA-256.\n',
    );
  });
});
