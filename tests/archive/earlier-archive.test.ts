import { readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openWaczResponses } from '../../src/archive/archived-responses.ts';
import { decodeDelta } from '../../src/archive/delta/decode-delta.ts';
import { encodeDelta } from '../../src/archive/delta/encode-delta.ts';
import { layoutOfWhole } from '../../src/archive/delta/stored-layout.ts';
import { EarlierArchive } from '../../src/archive/earlier-archive.ts';
import { indexResponses } from '../../src/archive/response-index.ts';
import type { ContentMark } from '../../src/archive/snapshot-content.ts';
import { type SealedFile, SnapshotWriter, type SnapshotWriterOptions } from '../../src/archive/snapshot-writer.ts';
import { verifyWacz } from '../../src/archive/verify-wacz.ts';
import { randomIds } from '../../src/base/ids.ts';
import { exchangeOf, openWriter, PIXEL, pageOf, SNAPSHOT_TIME, stillClock } from '../support/make-snapshot.ts';
import { noise } from '../support/noise.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const SITE = 'https://blog.example.org';
const DAY_MS = 86_400_000;
const PAGES = 40;

const bodyOfPage = (index: number, edit = ''): string =>
  `<!doctype html><title>${index}</title>${edit}${noise(index, 12_000)}`;

async function fill(
  writer: SnapshotWriter,
  day: number,
  edits: Readonly<Record<number, string>>,
  from = 0,
  to = PAGES,
) {
  for (let index = from; index < to; index += 1) {
    const at = new Date(SNAPSHOT_TIME.getTime() + day * DAY_MS + index * 100);
    const url = `${SITE}/p/${index}`;
    await writer.addExchange(exchangeOf(url, { content: bodyOfPage(index, edits[index]), fetchedAt: at }));
    await writer.addExchange(
      exchangeOf(`${SITE}/style.css`, {
        content: 'p { margin: 1em }\n'.repeat(60),
        fetchedAt: at,
        responseHeaders: [['Content-Type', 'text/css']],
      }),
    );
    await writer.addPage(pageOf(url, { at, view: PIXEL, text: `Page ${index} ${edits[index] ?? ''}` }));
  }
}

const seal = (writer: SnapshotWriter, file: string): Promise<SealedFile> =>
  writer.seal({ file, force: false, title: 'A blog', mainPageUrl: `${SITE}/p/0`, mainPageDate: SNAPSHOT_TIME });

async function earlierOf(file: string): Promise<EarlierArchive> {
  const earlier = await EarlierArchive.open(file);
  onTestFinished(() => earlier.close());
  return earlier;
}

async function snapshot(dir: string, day: number, edits: Readonly<Record<number, string>> = {}, base?: SealedFile) {
  const earlier = base === undefined ? undefined : await earlierOf(base.file);
  const writer = await openWriter(join(dir, `${day}.work`), { ids: randomIds, earlier });
  await fill(writer, day, edits);
  return seal(writer, join(dir, `day-${day}.wacz`));
}

async function textOf(file: string, url: string): Promise<string> {
  const responses = await openWaczResponses(file);
  onTestFinished(() => responses.close());
  const index = await indexResponses(responses);
  const latest = index.latest(url);
  const head = latest && index.withBody(latest);
  return head === undefined ? '' : (await index.open(head)).text();
}

async function deltaBytes(dir: string, next: SealedFile, base: SealedFile): Promise<number> {
  const layout = layoutOfWhole({ name: basename(base.file), sha256: base.sha256, bytes: base.bytes });
  const target = `${next.file}-delta`;
  const encoded = await encodeDelta({ ...next, base: { file: base.file, layout }, target });
  const sourcePath = async (name: string) => join(dir, name);
  const again = await decodeDelta({ delta: target, sourcePath, target: `${next.file}.again`, force: false });
  expect(again.sha256).toBe(next.sha256);
  return encoded?.bytes ?? next.bytes;
}

it('what has not changed is taken over bit for bit: whole, sound, and nearly nothing new to store', async () => {
  const dir = await temporaryFolder();
  const first = await snapshot(dir, 0);
  const second = await snapshot(dir, 1, {}, first);
  expect(await verifyWacz(second.file, {})).toMatchObject({ ok: true, problems: [] });
  expect(await textOf(second.file, `${SITE}/p/7`)).toBe(bodyOfPage(7));
  expect(await deltaBytes(dir, second, first)).toBeLessThan(first.bytes * 0.35);
});

it('says when the bytes came and when they were found to be the same', async () => {
  const dir = await temporaryFolder();
  const first = await snapshot(dir, 0);
  const second = await snapshot(dir, 1, {}, first);
  const responses = await openWaczResponses(second.file);
  onTestFinished(() => responses.close());
  const heads = (await indexResponses(responses)).heads.filter(({ url }) => url === `${SITE}/p/7`);
  expect(heads.map(({ isRevisit, place }) => [isRevisit, place.at]).sort()).toEqual([
    [false, '2026-11-23T09:30:00.950Z'],
    [true, '2026-11-24T09:30:00.950Z'],
  ]);
});

it('what has changed is there anew, under the same address, and nothing of the old', async () => {
  const dir = await temporaryFolder();
  const first = await snapshot(dir, 0);
  const second = await snapshot(dir, 1, { 7: '<b>Corrected</b>' }, first);
  expect(await verifyWacz(second.file, {})).toMatchObject({ ok: true, problems: [] });
  expect(await textOf(second.file, `${SITE}/p/7`)).toContain('<b>Corrected</b>');
  const responses = await openWaczResponses(second.file);
  onTestFinished(() => responses.close());
  expect((await indexResponses(responses)).heads.filter(({ url }) => url === `${SITE}/p/7`)).toHaveLength(1);
});

it('a third one takes over what the second took over, and does without the first', async () => {
  const dir = await temporaryFolder();
  const first = await snapshot(dir, 0);
  const second = await snapshot(dir, 1, { 7: '<b>Corrected</b>' }, first);
  await rename(first.file, `${first.file}.gone`);
  const third = await snapshot(dir, 2, { 7: '<b>Corrected</b>' }, second);
  expect(await verifyWacz(third.file, {})).toMatchObject({ ok: true, problems: [] });
  expect(await textOf(third.file, `${SITE}/p/8`)).toBe(bodyOfPage(8));
  expect(await deltaBytes(dir, third, second)).toBeLessThan(second.bytes * 0.35);
});

it('goes on after a kill in the middle, with the same or with no earlier one', async () => {
  const dir = await temporaryFolder();
  const first = await snapshot(dir, 0);
  for (const isThere of [true, false]) {
    const workDir = join(dir, `killed-${isThere}.work`);
    const options: SnapshotWriterOptions = {
      workDir,
      software: 'Lastpost 0.1.0',
      warcinfo: {},
      clock: stillClock,
      ids: randomIds,
    };
    const killed = await SnapshotWriter.open({ ...options, earlier: await earlierOf(first.file) });
    await fill(killed, 1, {}, 0, 20);
    let mark: ContentMark | undefined;
    await killed.settle(async (now) => {
      mark = now;
    });
    await fill(killed, 1, {}, 20, 25);
    await killed.leave();
    if (mark === undefined) throw new Error('Nothing was settled.');
    const earlier = isThere ? await earlierOf(first.file) : undefined;
    const writer = await SnapshotWriter.reopen({ ...options, earlier }, mark);
    await fill(writer, 1, {}, 20);
    const second = await seal(writer, join(dir, `killed-${isThere}.wacz`));
    expect(await verifyWacz(second.file, {})).toMatchObject({ ok: true, problems: [] });
    for (const index of [3, 22, 39]) expect(await textOf(second.file, `${SITE}/p/${index}`)).toBe(bodyOfPage(index));
  }
});

it('a snapshot that is no WACZ is refused', async () => {
  const dir = await temporaryFolder();
  const first = await snapshot(dir, 0);
  const cut = join(dir, 'cut.wacz');
  await writeFile(cut, (await readFile(first.file)).subarray(0, 5000));
  await expect(EarlierArchive.open(cut)).rejects.toMatchObject({ code: expect.stringMatching(/^wacz\.|^verify\./) });
});
