import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAllEvidence, readInputs, requirePerson, requireReason, runAndWord } from '../../src/cli/run-options.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const code = (name: string) => expect.objectContaining({ code: name, exitCode: 2 });

describe('inputs of a run', () => {
  it('are what stands behind the first equals sign, spaces and all', () => {
    expect(
      readInputs(['account=brandt', 'url=https://x.com/?a=b', 'note= two words ', 'empty=', '__proto__=x']),
    ).toEqual(
      Object.fromEntries([
        ['account', 'brandt'],
        ['url', 'https://x.com/?a=b'],
        ['note', ' two words '],
        ['empty', ''],
        ['__proto__', 'x'],
      ]),
    );
  });

  it.each(['account', '=brandt', 'two words=x'])('are refused when they are %j', (text) => {
    expect(() => readInputs([text])).toThrow(code('usage.bad-value'));
  });

  it('are given once each', () => {
    expect(() => readInputs(['a=1', 'a=2'])).toThrow(code('usage.bad-value'));
  });
});

describe('who, why and which', () => {
  it('a person and a reason are never guessed', () => {
    expect(() => requirePerson(undefined)).toThrow(code('run.no-person'));
    for (const reason of [undefined, '...', ' ']) expect(() => requireReason(reason)).toThrow(code('run.no-reason'));
    expect(requireReason(' The page says 404. ')).toBe('The page says 404.');
  });

  it('the last word is the step, and the one before it the run', () => {
    expect(runAndWord(['memo'], 'run confirm', 'STEP')).toEqual({ run: undefined, word: 'memo' });
    expect(runAndWord(['3f2a', 'memo'], 'run confirm', 'STEP')).toEqual({ run: '3f2a', word: 'memo' });
    expect(() => runAndWord([], 'run confirm', 'STEP')).toThrow(code('usage.missing-argument'));
  });
});

it('evidence is looked for on the disk, in the folder where the person is', async () => {
  const cwd = await temporaryFolder();
  await mkdir(join(cwd, 'shots'));
  await writeFile(join(cwd, 'shots', 'gone.png'), 'png');
  const given = ['screenshot=shots/gone.png', 'https://x.com/brandt', 'x'.repeat(5000)];
  expect(readAllEvidence(given, { cwd })).toEqual([
    { id: 'screenshot', kind: 'file', value: join(cwd, 'shots', 'gone.png') },
    { id: null, kind: 'url', value: 'https://x.com/brandt' },
    { id: null, kind: 'text', value: 'x'.repeat(5000) },
  ]);
  expect(() => readAllEvidence(['shots'], { cwd })).toThrow(code('evidence.not-a-file'));
  expect(() => readAllEvidence(['shots/gone.png/x'], { cwd })).toThrow(code('evidence.not-found'));
});
