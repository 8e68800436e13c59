import { generateKeyPairSync } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { exportRunArchive } from '../../../src/journeys/runs/export-run-archive.ts';
import { withCertificateSources } from '../../../src/journeys/runs/with-certificate-sources.ts';
import { writeRunCertificate } from '../../../src/journeys/runs/write-run-certificate.ts';
import type { JournalEntry } from '../../../src/model/run/journal-entry.ts';
import { readJournalFile } from '../../../src/runs/journal-file.ts';
import { openLedger } from '../../../src/storage/ledger.ts';
import { workspacePaths } from '../../../src/workspace/paths.ts';
import { signApproval } from '../../../src/workspace/person-signature.ts';
import { certifiedWorkspace, context, sourcesOf } from '../../support/certified-workspace.ts';
import { exported, unpacked } from '../../support/exported-run.ts';
import { RUN } from '../../support/made-exit-plan.ts';
import { acceptances, fullRun, plainRun } from '../../support/made-exit-runs.ts';
import { chainedAnew, people } from '../../support/made-journal.ts';
import { streamed } from '../../support/store-of.ts';

const { checkSignature } = sourcesOf([]);

async function knowPeople(dir: string, yaml: string): Promise<void> {
  const file = workspacePaths(dir).config;
  const config = await readFile(file, 'utf8');
  expect(config).toMatch(/^people:/m);
  await writeFile(file, config.replace(/^people:.*\n/m, `people:\n${yaml}`));
}

/** A run that came back out of its archive into a real ledger. */
async function restored() {
  const { zip, dir } = await exported(fullRun());
  const folder = await unpacked(zip);
  const place = { cwd: dir };
  const ledger = await openLedger({ file: workspacePaths(dir).ledger, root: dir });
  await ledger.runs.restoreRun(readJournalFile(createReadStream(join(folder, 'journal.jsonl'))));
  for (const acceptance of acceptances) await ledger.exports.accept(acceptance);
  await ledger.close();
  const yaml = people
    .map(({ id, name }) => `  - {id: ${id}, name: ${JSON.stringify(name)}, roles: [brand]}\n`)
    .join('');
  await knowPeople(dir, yaml);
  const request = { run: RUN, out: 'again.zip', force: false };
  const again = () =>
    withCertificateSources(place, (sources) =>
      exportRunArchive(request, place, context, { ...sources, checkSignature }),
    );
  return { dir, zip, again };
}

it('a run comes back from its archive into a ledger, and gives the same archive there', async () => {
  const { zip, again } = await restored();
  const { file } = await again();
  expect((await readFile(file)).equals(zip)).toBe(true);
});

it.each([
  ['an entry was changed', `update journal set text = replace(text, 'Streik', 'Urlaub')`],
  ['an entry is gone', 'delete from journal where seq = 9'],
  ['the tail is gone', 'delete from journal where seq = (select max(seq) from journal)'],
])('nothing is exported out of a ledger in which %s', async (_, change) => {
  const { dir, again } = await restored();
  const database = new Database(workspacePaths(dir).ledger);
  // Somebody who can write the file can do away with what guards it.
  database.exec(`drop trigger journal_stays; drop trigger journal_keeps; ${change}`);
  database.close();
  await expect(again()).rejects.toMatchObject({ code: 'certificate.journal-broken' });
  expect(await readdir(dir)).not.toContain('again.zip');
});

it('names, accepted gaps and keys are those of the workspace', async () => {
  const dir = await certifiedWorkspace();
  const place = { cwd: dir };
  const [jana, stranger] = [generateKeyPairSync('ed25519'), generateKeyPairSync('ed25519')];
  const key = jana.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const person = `  - {id: jana, name: Jana Öztürk, roles: [brand], key: "${key}"}`;
  await knowPeople(dir, `${person}\n  - {id: petra, name: P. Lang, roles: [legal]}\n`);
  const pem = ({ privateKey }: typeof jana) => privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const entries = plainRun().map((entry): JournalEntry => {
    if (entry.type !== 'approval.given') return entry;
    const signature = signApproval(entry.body.digest, pem(entry.by.person === 'jana' ? jana : stranger));
    return { ...entry, body: { ...entry.body, signature } };
  });
  const ledger = await openLedger({ file: workspacePaths(dir).ledger, root: dir });
  await ledger.runs.restoreRun(streamed(chainedAnew(entries)));
  for (const acceptance of acceptances) await ledger.exports.accept(acceptance);
  await ledger.close();
  const request = { run: RUN, out: null, language: 'en', force: false } as const;
  const { certificate } = await withCertificateSources(place, (sources) =>
    writeRunCertificate(request, place, context, sources),
  );
  expect(certificate.approvals.map(({ by, signature }) => [by?.name, signature?.check])).toEqual([
    ['Jana Öztürk', 'valid'],
    ['P. Lang', 'other-key'],
  ]);
  expect(certificate.verdicts[0]?.accepted.map(({ gap, by }) => [gap, by.name])).toEqual([['cut-3f2a', 'P. Lang']]);
  expect(certificate.started.by).toEqual({ id: 'klaus', name: null });
});
