import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFile, chmod, mkdir, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/base/digest.ts';
import { type EvidencePlace, growingFile, keepCapture, keepFile, keepText } from '../../src/vault/evidence-folder.ts';
import { checkEvidence, readEvidence } from '../../src/vault/read-evidence.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const of = { run: 'r1', step: 'x/deactivate', id: 'screenshot' };
const IN = join('evidence', 'r1', 'x__deactivate');

async function place(): Promise<EvidencePlace & { readonly desk: string }> {
  const root = await temporaryFolder();
  return { root, evidence: join(root, 'evidence'), desk: await temporaryFolder() };
}

async function fileOf(desk: string, name: string, content: string | Buffer): Promise<string> {
  await writeFile(join(desk, name), content);
  return join(desk, name);
}

const digits = (digest: string) => digest.slice('sha256:'.length, 'sha256:'.length + 12);

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

describe('a file that is kept as evidence', () => {
  it('is there byte for byte, by its digest and its name', async () => {
    const where = await place();
    const content = randomBytes(3_000_000);
    const body = await keepFile(where, of, await fileOf(where.desk, 'Bildschirmfoto 1.png', content));
    const file = `evidence/r1/x__deactivate/${digits(sha256(content))}-Bildschirmfoto 1.png`;
    expect(body).toEqual({
      id: 'screenshot',
      kind: 'file',
      name: 'Bildschirmfoto 1.png',
      sha256: sha256(content),
      bytes: content.length,
      file,
    });
    expect((await readFile(join(where.root, file))).equals(content)).toBe(true);
    expect((await bytesOf(readEvidence(where, body))).equals(content)).toBe(true);
    expect(await readdir(join(where.root, IN))).toHaveLength(1);
  });

  it('is kept once in a step, under whatever name it comes', async () => {
    const where = await place();
    const one = await keepFile(where, of, await fileOf(where.desk, 'shot.png', 'the same'));
    const two = await keepFile(where, { ...of, id: null }, await fileOf(where.desk, 'copy.png', 'the same'));
    expect([two.file, two.name, two.id]).toEqual([one.file, 'copy.png', null]);
    expect(await readdir(join(where.root, IN))).toHaveLength(1);
    const elsewhere = await keepFile(where, { ...of, step: 'memo' }, join(where.desk, 'shot.png'));
    expect(elsewhere.file).toBe(one.file.replace('x__deactivate', 'memo'));
  });

  it('is kept once when it is handed in several times at once', async () => {
    const where = await place();
    const path = await fileOf(where.desk, 'shot.png', randomBytes(200_000));
    const bodies = await Promise.all(Array.from({ length: 8 }, () => keepFile(where, of, path)));
    expect(new Set(bodies.map(({ file }) => file)).size).toBe(1);
    expect(await readdir(join(where.root, IN))).toHaveLength(1);
    expect(await checkEvidence(where, bodies)).toEqual([]);
  });

  it('is kept anew beside one that was changed afterwards, which stays as it is', async () => {
    const where = await place();
    const file = await fileOf(where.desk, 'shot.png', 'as it was');
    const one = await keepFile(where, of, file);
    await writeFile(join(where.root, one.file), 'forged!!!');
    const two = await keepFile(where, of, file);
    expect(two.file).not.toBe(one.file);
    expect(await checkEvidence(where, [one, two])).toEqual([
      { body: one, state: 'changed', says: `${one.file} is not the file that was kept there.` },
    ]);
  });

  it('keeps a link’s target when it lies beside it', async () => {
    const where = await place();
    await fileOf(where.desk, 'real.png', 'here');
    await symlink('real.png', join(where.desk, 'link.png'));
    expect((await keepFile(where, of, join(where.desk, 'link.png'))).sha256).toBe(sha256('here'));
  });

  it.each<readonly [string, string, (desk: string, path: string) => unknown, string]>([
    ['missing', 'evidence.not-found', () => undefined, 'There is no file'],
    ['empty', 'evidence.empty', (desk) => fileOf(desk, 'thing', ''), 'is empty'],
    ['a folder', 'evidence.not-a-file', (_, path) => mkdir(path), 'is a folder'],
    ['a pipe', 'evidence.not-a-file', (_, path) => execFileSync('mkfifo', [path]), 'is a device or a pipe'],
    [
      'a link to somewhere else',
      'evidence.not-a-file',
      (_, path) => symlink('/etc/hostname', path),
      'is a link to /etc/hostname',
    ],
    ['a link to nowhere', 'evidence.not-found', (_, path) => symlink('nowhere', path), 'There is no file'],
    ['a link to a device', 'evidence.not-a-file', (_, path) => symlink('/dev/zero', path), 'is a link to /dev/zero'],
  ])('is refused when it is %s', async (_, code, make, message) => {
    const where = await place();
    const path = join(where.desk, 'thing');
    await make(where.desk, path);
    const refused = expect(keepFile(where, of, path)).rejects;
    await refused.toMatchObject({
      code,
      message: expect.stringContaining(message),
      hint: expect.stringMatching(/\.$/),
    });
    await expect(readdir(where.evidence)).rejects.toThrow('ENOENT');
  });

  it('is refused when it is a device itself', async () => {
    await expect(keepFile(await place(), of, '/dev/zero')).rejects.toMatchObject({ code: 'evidence.not-a-file' });
  });

  it('is refused when it cannot be read', async () => {
    const where = await place();
    const path = await fileOf(where.desk, 'shot.png', 'secret');
    await chmod(path, 0);
    // Root reads everything, so it is somebody else for a moment.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) process.seteuid?.(65534);
    try {
      await expect(keepFile(where, of, path)).rejects.toMatchObject({
        code: 'evidence.unreadable',
        message: `${path} cannot be read (EACCES).`,
      });
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });

  it('is refused when it is still being written, and nothing of it stays', async () => {
    const where = await place();
    const path = await fileOf(where.desk, 'film.mp4', randomBytes(3_000_000));
    let isGrown = false;
    const keeping = keepFile(where, of, path, {
      onBytes: () => {
        if (isGrown) return;
        isGrown = true;
        execFileSync('sh', ['-c', `printf more >> '${path}'`]);
      },
    });
    await expect(keeping).rejects.toMatchObject({ code: 'evidence.changed' });
    expect(await readdir(join(where.root, IN))).toEqual([]);
  });

  it('leaves nothing behind when it is stopped', async () => {
    const where = await place();
    const controller = new AbortController();
    const path = await fileOf(where.desk, 'film.mp4', randomBytes(3_000_000));
    const stop = () => controller.abort();
    await expect(keepFile(where, of, path, { signal: controller.signal, onBytes: stop })).rejects.toThrow(/abort/i);
    expect(await readdir(join(where.root, IN))).toEqual([]);
  });

  it('takes away what a killed process left half written, and nothing that somebody is still writing', async () => {
    const where = await place();
    const path = await fileOf(where.desk, 'shot.png', 'shot');
    const { file } = await keepFile(where, of, path);
    const folder = join(where.root, IN);
    const old = new Date(Date.now() - 2 * 60 * 60_000);
    for (const name of ['.abcd1234.part', '.efgh5678.part', 'mine.part']) await writeFile(join(folder, name), 'half');
    for (const name of ['.abcd1234.part', 'mine.part']) await utimes(join(folder, name), old, old);
    await keepFile(where, of, path);
    expect((await readdir(folder)).sort()).toEqual(['.efgh5678.part', basename(file), 'mine.part'].sort());
  });

  it('is not written through a link that leads out of the evidence', async () => {
    const where = await place();
    const outside = await temporaryFolder();
    await mkdir(where.evidence);
    await symlink(outside, join(where.evidence, 'r1'));
    const path = await fileOf(where.desk, 'shot.png', 'shot');
    await expect(keepFile(where, of, path)).rejects.toMatchObject({
      code: 'evidence.cannot-write',
      message: expect.stringContaining('is a link that leads out of evidence'),
    });
    const files = await readdir(outside, { recursive: true, withFileTypes: true });
    expect(files.filter((entry) => entry.isFile())).toEqual([]);
  });

  it('is refused with a reason where no folder can be made', async () => {
    const where = await place();
    await writeFile(where.evidence, '');
    const path = await fileOf(where.desk, 'shot.png', 'shot');
    await expect(keepFile(where, of, path)).rejects.toMatchObject({ code: 'evidence.cannot-write' });
  });
});

describe('a text that is kept as evidence', () => {
  it('is a file of its own, and its beginning stands in the journal', async () => {
    const where = await place();
    const text = `Read it out\tto the desk.\nAll ${'of them '.repeat(20)}have understood. \u{1f44d}`;
    const body = await keepText(where, { ...of, id: 'note' }, text);
    expect(body).toMatchObject({ id: 'note', kind: 'text', sha256: sha256(text), bytes: Buffer.byteLength(text) });
    expect(body.file).toBe(`evidence/r1/x__deactivate/${digits(sha256(text))}-note.txt`);
    expect(body.name).toMatch(/^Read it out to the desk\. All of them .*…$/);
    expect([...body.name]).toHaveLength(80);
    expect((await bytesOf(readEvidence(where, body))).toString()).toBe(text);
    expect((await keepText(where, { ...of, id: null }, 'Short.')).file).toMatch(/-text\.txt$/);
  });

  it.each(['', '  \n', '\u200b\u0000'])('is refused when it says nothing: %j', async (text) => {
    await expect(keepText(await place(), of, text)).rejects.toMatchObject({ code: 'evidence.empty', exitCode: 2 });
  });
});

describe('a captured page that is kept as evidence', () => {
  it('gets its name from its digest and its host', async () => {
    const where = await place();
    const growing = await growingFile(where, of, 'https://x.com:8443/aurora');
    expect(await growingFile(where, of, 'https://x.com:8443/aurora')).toBe(growing);
    await writeFile(growing, 'a snapshot');
    const sealed = { file: growing, sha256: sha256('a snapshot'), bytes: 10 };
    const body = await keepCapture(where, of, 'https://anna:secret@x.com:8443/aurora', sealed);
    expect(body).toEqual({
      id: 'screenshot',
      kind: 'url',
      name: 'https://x.com:8443/aurora',
      sha256: sha256('a snapshot'),
      bytes: 10,
      file: `evidence/r1/x__deactivate/${digits(sha256('a snapshot'))}-x.com-8443.wacz`,
    });
    expect(await readdir(join(where.root, IN))).toHaveLength(1);
  });
});

describe('looking at what was kept', () => {
  it('tells what is missing, changed or unreadable, and nothing else', async () => {
    const where = await place();
    const keep = async (name: string) => keepFile(where, of, await fileOf(where.desk, name, `content of ${name}`));
    const [good, gone, longer, other, folder] = [
      await keep('good'),
      await keep('gone'),
      await keep('longer'),
      await keep('other'),
      await keep('folder'),
    ];
    await rm(join(where.root, gone.file));
    await appendFile(join(where.root, longer.file), 'x');
    await writeFile(join(where.root, other.file), 'content of othex');
    await rm(join(where.root, folder.file));
    await mkdir(join(where.root, folder.file));
    const problems = await checkEvidence(where, [good, gone, longer, other, folder]);
    expect(problems.map(({ body, state }) => [body.name, state])).toEqual([
      ['gone', 'missing'],
      ['longer', 'changed'],
      ['other', 'changed'],
      ['folder', 'changed'],
    ]);
  });

  it('never leads out of the evidence, whatever the journal says', async () => {
    const where = await place();
    const body = await keepFile(where, of, await fileOf(where.desk, 'shot.png', 'shot'));
    await writeFile(join(where.root, 'lastpost.yaml'), 'shot');
    const outside = await fileOf(where.desk, 'outside', 'shot');
    await symlink(outside, join(where.root, IN, 'link'));
    for (const file of [
      'lastpost.yaml',
      'evidence/../lastpost.yaml',
      `${body.file}/../link`,
      '../../../etc/hostname',
    ]) {
      const [problem] = await checkEvidence(where, [{ ...body, file }]);
      expect([file, problem?.state]).toEqual([file, expect.stringMatching(/changed|missing/)]);
    }
    const [linked] = await checkEvidence(where, [{ ...body, file: `${IN}/link` }]);
    expect(linked?.state).toBe('changed');
  });
});
