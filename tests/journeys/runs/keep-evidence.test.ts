import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyWacz } from '../../../src/archive/verify-wacz.ts';
import { systemClock } from '../../../src/base/clock.ts';
import { sha256, sha256File } from '../../../src/base/digest.ts';
import { initWorkspace } from '../../../src/journeys/init-workspace.ts';
import { listSnapshots } from '../../../src/journeys/list-snapshots.ts';
import { captureEvidence } from '../../../src/journeys/runs/capture-evidence.ts';
import { keepEvidence } from '../../../src/journeys/runs/keep-evidence.ts';
import type { EvidenceInput } from '../../../src/model/run/run-requests.ts';
import { html, redirect, useSites } from '../../support/fixtures.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const site = useSites();
const context = { signal: new AbortController().signal, onProgress: () => undefined, clock: systemClock };
const of = { run: 'r1', step: 'deactivate' };

async function workspace() {
  const dir = join(await temporaryFolder(), 'farewell');
  await initWorkspace({ dir, brandName: 'Aurora', languages: ['en'] });
  return dir;
}

test('an address, a file and a text are kept for a step, in the order in which they were handed in', async () => {
  const dir = await workspace();
  const desk = join(dir, 'desk');
  await mkdir(desk);
  await writeFile(join(desk, 'shot.png'), 'a picture');
  const web = await site({
    '/gone': html('<h1>This account is gone</h1><a href="/other">other</a>'),
    '/other': html('no'),
  });
  const handedIn = (id: string | null, kind: EvidenceInput['kind'], value: string) => ({
    id,
    input: { id, kind, value },
  });
  const kept = await keepEvidence(
    of,
    [
      handedIn('page', 'url', web.url('/gone')),
      handedIn('screenshot', 'file', 'shot.png'),
      handedIn(null, 'text', 'It says that the account is gone.'),
    ],
    { cwd: desk },
    context,
  );
  expect(kept.map(({ id, kind, name }) => [id, kind, name])).toEqual([
    ['page', 'url', web.url('/gone')],
    ['screenshot', 'file', 'shot.png'],
    [null, 'text', 'It says that the account is gone.'],
  ]);
  for (const { file, sha256: digest, bytes: length } of kept) {
    expect(await sha256File(join(dir, file))).toEqual({ sha256: digest, lengthBytes: length });
  }
  const [page] = kept;
  expect(page?.file).toMatch(/^evidence\/r1\/deactivate\/[0-9a-f]{12}-127\.0\.0\.1-\d+\.wacz$/);
  expect(await verifyWacz(join(dir, page?.file ?? ''))).toMatchObject({ ok: true, counts: { pages: 1 } });
  // One page and what it is made of; nothing grew beside it, and it is none of the workspace's snapshots.
  expect(web.requests.filter((request) => /other|sitemap|feed/.test(request))).toEqual([]);
  expect(await readdir(join(dir, 'evidence', 'r1', 'deactivate'))).toHaveLength(3);
  expect(await listSnapshots({ cwd: dir })).toMatchObject({ snapshots: [], unfinished: [] });
  expect(sha256(await readFile(join(dir, kept[1]?.file ?? '')))).toBe(sha256('a picture'));
});

test('an address that gives no page is refused, with what does instead, and leaves nothing', async () => {
  const dir = await workspace();
  const login = html('<p>Please log in to continue.</p><form><input type="password"></form>', '<title>Log in</title>');
  const web = await site({ '/members': redirect('/login?next=/members'), '/login': login });
  for (const path of ['/missing', '/members']) {
    const refused = expect(captureEvidence({ ...of, id: 'page' }, web.url(path), { cwd: dir }, context)).rejects;
    await refused.toMatchObject({
      code: 'evidence.not-captured',
      message: expect.stringContaining(`${web.url(path)} could not be captured as evidence.`),
      hint: expect.stringContaining('Hand in a file instead, such as a screenshot'),
    });
  }
  expect(await readdir(join(dir, 'evidence', 'r1', 'deactivate'))).toEqual([]);
});
