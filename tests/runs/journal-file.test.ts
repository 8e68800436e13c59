import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../src/model/run/journal-entry.ts';
import type { RunEventType } from '../../src/model/run/run-event.ts';
import { journalLine, journalLines, readJournalFile } from '../../src/runs/journal-file.ts';
import { fullRun } from '../support/made-exit-runs.ts';
import { chainedAnew } from '../support/made-journal.ts';
import { collected, streamed } from '../support/store-of.ts';

const entries = fullRun();
const lines = entries.map(journalLine);
const file = Buffer.from(lines.join(''));

/** The file in pieces of a size, all in one memory that is overwritten. */
async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const memory = Buffer.alloc(size);
  for (let at = 0; at < bytes.length; at += size) {
    const piece = bytes.subarray(at, at + size);
    memory.set(piece);
    yield memory.subarray(0, piece.length);
  }
}

async function read(bytes: Uint8Array, size = 1000): Promise<readonly JournalEntry[]> {
  return collected(readJournalFile(pieces(bytes, size)));
}

const changed = (at: number, change: (line: string) => string) =>
  Buffer.from(lines.map((line, index) => (index === at ? change(line) : line)).join(''));

describe('a journal as a file', () => {
  it('the made run has every type of entry that there is', () => {
    const all: Readonly<Record<RunEventType, true>> = {
      'run.started': true,
      'run.paused': true,
      'run.resumed': true,
      'run.cancelled': true,
      'run.amended': true,
      'run.ended': true,
      'lease.taken': true,
      'clock.jumped': true,
      'step.skipped': true,
      'step.intent': true,
      'step.outcome': true,
      'step.in-doubt': true,
      'step.resolved': true,
      'step.reopened': true,
      'step.released': true,
      'approval.given': true,
      'approval.rejected': true,
      'approval.voided': true,
      'evidence.added': true,
      'timer.set': true,
      'timer.fired': true,
      'compensation.intent': true,
      'compensation.outcome': true,
      'override.asked': true,
      'override.agreed': true,
      'person.told': true,
    };
    expect(new Set(entries.map(({ type }) => type))).toEqual(new Set(Object.keys(all)));
  });

  it('is one line an entry, whose hash is that of the line without its hashes after the hash before', async () => {
    expect((await collected(journalLines(streamed(entries)))).join('')).toBe(file.toString());
    let before = `sha256:${'0'.repeat(64)}`;
    for (const line of file.toString().trimEnd().split('\n')) {
      const match = /^(.*)"hash":"(sha256:[0-9a-f]{64})","prevHash":"(sha256:[0-9a-f]{64})",("run":.*)$/.exec(line);
      const [, start = '', hash = '', prevHash = '', rest = ''] = match ?? [];
      const text = `${before}\n${start}${rest}`;
      expect([prevHash, hash]).toEqual([before, `sha256:${createHash('sha256').update(text).digest('hex')}`]);
      before = hash;
    }
  });

  it('can still be taken apart where somebody wrote the hashes’ own words into it', () => {
    const trap = '"hash":"sha256:0","prevHash":"sha256:1","run":"x"';
    const [first] = entries;
    if (first === undefined) throw new Error('no entry');
    const [entry] = chainedAnew([{ ...first, run: trap, by: { person: trap, host: trap, pid: 1 } }]);
    const line = entry === undefined ? '' : journalLine(entry).trimEnd();
    const match = /^(.*)"hash":"(sha256:[0-9a-f]{64})","prevHash":"(sha256:[0-9a-f]{64})",("run":.*)$/.exec(line);
    const text = `${entry?.prevHash}\n${match?.[1]}${match?.[4]}`;
    expect(`sha256:${createHash('sha256').update(text).digest('hex')}`).toBe(entry?.hash);
  });

  it.each([1, 7, 4096, 10_000_000])('is read back in pieces of %i bytes', async (size) => {
    expect(await read(file, size)).toEqual(entries);
  });

  it('is read without its last line feed too', async () => {
    expect(await read(file.subarray(0, -1))).toEqual(entries);
  });

  it('gives entries before its end is there', async () => {
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield file;
      throw new Error('was read on');
    }
    const reading = readJournalFile(endless());
    expect((await reading.next()).value).toEqual(entries[0]);
    await reading.return(undefined);
  });

  it.each([
    ['a changed letter', changed(4, (line) => line.replace('aurora-x', 'aurora-y')), 'journal.broken', 5],
    ['an entry that is gone', changed(4, () => ''), 'journal.broken', 5],
    ['an entry twice', changed(4, (line) => line + line), 'journal.broken', 6],
    ['half a line', changed(4, (line) => `${line.slice(0, 50)}\n`), 'journal.not-json', 5],
    ['an empty line', changed(4, (line) => `\n${line}`), 'journal.not-json', 5],
    ['something else', changed(4, () => '{"seq":5}\n'), 'journal.not-entry', 5],
    ['an array', changed(4, () => '[]\n'), 'journal.not-entry', 5],
    ['spaces', changed(4, (line) => line.replace('":', '": ')), 'journal.not-canonical', 5],
    ['line ends of Windows', changed(4, (line) => line.replace('\n', '\r\n')), 'journal.not-canonical', 5],
    ['one more key', changed(4, (line) => line.replace('{', '{"Note":"x",')), 'journal.not-canonical', 5],
    [
      'bytes that are no UTF-8',
      Buffer.concat([file, Buffer.from([0xff, 0x0a])]),
      'journal.not-json',
      entries.length + 1,
    ],
  ] as const)('with %s is refused, and the line is named', async (_, bytes, code, line) => {
    const reading = read(bytes);
    await expect(reading).rejects.toMatchObject({ code });
    await expect(reading).rejects.toThrow(`Line ${line} of the journal:`);
  });

  it('of another run is not taken for the rest of this one', async () => {
    const mixed = chainedAnew(entries.map((entry) => (entry.seq > 6 ? { ...entry, run: 'other' } : entry)));
    await expect(read(Buffer.from(mixed.map(journalLine).join('')))).rejects.toThrow(
      'Line 7 of the journal: Entry 7 is of run other',
    );
  });

  it('with nothing in it is no journal', async () => {
    await expect(read(Buffer.alloc(0))).rejects.toMatchObject({ code: 'journal.broken' });
  });
});
