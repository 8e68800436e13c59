import { readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packSigned } from '../../../src/archive/pack-signed.ts';
import { signerFromPem } from '../../../src/archive/signing-key.ts';
import { exportRunArchive } from '../../../src/journeys/runs/export-run-archive.ts';
import { fileRunCertificate } from '../../../src/journeys/runs/file-run-certificate.ts';
import { foldRun } from '../../../src/model/run/fold-run.ts';
import type { JournalEntry } from '../../../src/model/run/journal-entry.ts';
import { journalLine } from '../../../src/runs/journal-file.ts';
import { unzip } from '../../archive/unzip.ts';
import { certifiedWorkspace, context, sourcesOf } from '../../support/certified-workspace.ts';
import { exported } from '../../support/exported-run.ts';
import { evidence, RUN } from '../../support/made-exit-plan.ts';
import { fullRun, plainRun, unfinishedRun } from '../../support/made-exit-runs.ts';
import { chainedAnew } from '../../support/made-journal.ts';

describe('the archive of a run', () => {
  it('holds journal, state, playbooks, certificate and evidence, and the sums of them all', async () => {
    const { zip, entries, head } = await exported();
    const files = new Map(unzip(zip).map(({ name, data }) => [Buffer.from(name, 'latin1').toString('utf8'), data]));
    expect([...files.keys()]).toEqual([
      'README.txt',
      'LIESMICH.txt',
      'verify.py',
      'certificate.json',
      'certificate.de.html',
      'certificate.en.html',
      'journal.jsonl',
      'state.json',
      'playbook/000001/1-leave-x.yaml',
      expect.stringMatching(/^playbook\/0000\d\d\/1-leave-x\.yaml$/),
      ...Object.values(evidence)
        .map(({ file }) => file)
        .sort(),
      'SHA256SUMS',
      'SHA256SUMS.sig',
      'signing-key.pub.pem',
    ]);
    expect(files.get('journal.jsonl')?.toString()).toBe(fullRun().map(journalLine).join(''));
    expect(files.get(evidence.shot.file)?.toString()).toBe(evidence.shot.content);
    const { state } = JSON.parse(files.get('state.json')?.toString() ?? '');
    expect(state.head).toEqual(head);
    expect(state.steps.map(({ plan }: { plan: { id: string } }) => plan.id)).toEqual([
      ...foldRun(fullRun()).steps.keys(),
    ]);
    expect(entries).toBe(fullRun().length);
    const script = files.get('verify.py')?.toString() ?? '';
    expect(script.split('\n').length).toBeLessThanOrEqual(81);
  });

  it('has the same bytes each time, in another place and on another day', async () => {
    const first = await exported();
    const again = await exported(fullRun(), first.dir);
    expect(again.zip.equals(first.zip)).toBe(true);
    const other = await certifiedWorkspace();
    const key = '.lastpost/keys/signing-key.pem';
    await writeFile(join(other, key), await readFile(join(first.dir, key)));
    expect((await exported(fullRun(), other)).zip.equals(first.zip)).toBe(true);
    expect((await exported(unfinishedRun(), first.dir)).zip.equals(first.zip)).toBe(false);
  });

  it('holds the certificates that were filed while the run went on', async () => {
    const dir = await certifiedWorkspace();
    const filed = await fileRunCertificate({ run: RUN }, { cwd: dir }, context, sourcesOf(unfinishedRun()));
    const whole = fullRun({ isCancelled: false }).map((entry): JournalEntry => {
      const isFiling = entry.type === 'step.outcome' && entry.step === 'certificate';
      return isFiling ? { ...entry, body: { ...entry.body, outputs: { ...filed } } } : entry;
    });
    const { zip } = await exported(chainedAnew(whole), dir);
    expect(unzip(zip).map(({ name }) => name)).toContain(filed.file);
  });

  it('is refused, and nothing written, when evidence is gone, changed, or a link', async () => {
    const dir = await certifiedWorkspace();
    const file = join(dir, evidence.shot.file);
    await writeFile(file, `${evidence.shot.content}!`);
    await expect(exported(fullRun(), dir)).rejects.toMatchObject({ code: 'archive.file-changed' });
    await rm(file);
    await expect(exported(fullRun(), dir)).rejects.toMatchObject({ code: 'archive.file-missing' });
    await symlink('/etc/hostname', file);
    await expect(exported(fullRun(), dir)).rejects.toMatchObject({ code: 'archive.file-missing' });
    expect((await readdir(dir)).filter((name) => name.includes('.zip'))).toEqual([]);
  });

  it.each(['evidence/../lastpost.yaml', '/etc/hostname', 'evidence/a\nb', 'evidence//a', 'evidence\\..\\a'])(
    'takes no evidence from %j',
    async (file) => {
      const entries = fullRun().map(
        (entry): JournalEntry =>
          entry.type === 'evidence.added' ? { ...entry, body: { ...entry.body, file } } : entry,
      );
      const code = expect.stringMatching(/^archive\.(bad-path|file-missing)$/);
      await expect(exported(chainedAnew(entries))).rejects.toMatchObject({ code });
    },
  );

  it('replaces nothing unless told to', async () => {
    const { dir } = await exported();
    const request = { run: RUN, out: 'run.zip', force: false };
    const again = exportRunArchive(request, { cwd: dir }, context, sourcesOf(plainRun()));
    await expect(again).rejects.toMatchObject({ code: 'archive.exists' });
    const { file } = await exportRunArchive({ ...request, out: null }, { cwd: dir }, context, sourcesOf(plainRun()));
    expect(file).toBe(join(dir, `run-${RUN}.zip`));
  });

  it('holds no more than a little of a large file, and waits for whoever reads it', async () => {
    let asked = 0;
    const large = {
      path: 'evidence/film.mp4',
      sha256: null,
      async *open() {
        for (; asked < 1000; asked += 1) yield Buffer.alloc(1 << 20, asked);
      },
    };
    const signer = { publicKey: '', sign: () => Buffer.alloc(64, 1).toString('base64') };
    const packing = packSigned([large], { date: new Date('2026-10-01'), signer, signal: context.signal });
    await packing.next();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).toBeLessThan(60);
    await packing.return(undefined);
  });
});

it('an archive is signed with the key of its workspace', async () => {
  const { zip, dir } = await exported();
  const { publicKey } = signerFromPem(await readFile(join(dir, '.lastpost/keys/signing-key.pem'), 'utf8'));
  const pem = unzip(zip)
    .find(({ name }) => name === 'signing-key.pub.pem')
    ?.data.toString();
  expect(pem?.split('\n').slice(1, -2).join('')).toBe(publicKey);
});
