import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyWacz } from '../../src/archive/verify-wacz.ts';
import { makeSnapshot } from '../support/make-snapshot.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'lastpost-verify-'));
});
afterAll(async () => {
  await rm(dir, { recursive: true });
});

const fresh = () => mkdtemp(join(dir, 'case-'));

describe('a sound snapshot', () => {
  test('has no problem, and its signer is named', async () => {
    const made = await makeSnapshot(await fresh());
    const report = await verifyWacz(made.file);
    expect(report.problems).toEqual([]);
    expect(report.signature).toEqual({ state: 'valid', signer: made.signer?.publicKey });
    expect(report).toMatchObject({
      ok: true,
      software: 'Lastpost 0.1.0',
      counts: { files: 6, bytes: made.bytes, pages: 2 },
    });
  });
  test('may be unsigned', async () => {
    const made = await makeSnapshot(await fresh(), { signed: false });
    expect(await verifyWacz(made.file)).toMatchObject({
      ok: true,
      problems: [],
      signature: { state: 'none', signer: null },
    });
  });
  test('may have its index in blocks and its records in several files', async () => {
    const made = await makeSnapshot(await fresh(), { indexBlockLines: 3, maxWarcBytes: 2000 });
    expect(await verifyWacz(made.file)).toMatchObject({ ok: true, problems: [] });
  });
});
