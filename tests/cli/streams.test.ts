import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { KnownError } from '../../src/base/known-error.ts';
import { describeBug, describeKnownError, errorObject } from '../../src/cli/output.ts';
import { colourStyle, plainStyle } from '../../src/cli/style.ts';
import { finished, spawnCli } from '../support/run-cli.ts';

describe('stdout', () => {
  it('may be closed early by the reader, without a word', async () => {
    const child = spawnCli(['snapshot', 'take', '--help']);
    child.stdout?.destroy();
    const { code, signal, stderr } = await finished(child);
    expect({ code, signal, stderr }).toEqual({ code: 0, signal: null, stderr: '' });
  });

  it('is read to its end through a pipe', async () => {
    const child = spawnCli(['snapshot', 'take', '--help']);
    const [first] = (await once(child.stdout ?? process.stdin, 'data')) as [Buffer];
    expect(first.toString()).toMatch(/^Usage: lastpost snapshot take/);
    expect((await finished(child)).code).toBe(0);
  });
});

describe('an error for people', () => {
  const error = new KnownError('vault.cannot-write', 'The vault cannot be written.', {
    hint: 'Make room.',
    cause: new Error('ENOSPC: no space left on device\n  at write'),
  });

  it('says what, why and what next, each on its line', () => {
    expect(describeKnownError(error, plainStyle)).toBe(
      'Error vault.cannot-write: The vault cannot be written.\nCause: ENOSPC: no space left on device\nHint: Make room.',
    );
    expect(describeKnownError(new KnownError('a.b', 'What.'), plainStyle)).toBe('Error a.b: What.');
    expect(describeKnownError(new KnownError('a.b', 'What.'), colourStyle)).toBe(
      '\u001b[31mError\u001b[39m a.b: What.',
    );
  });

  it('is {error: {code, message, hint}} as JSON', () => {
    expect(errorObject(error)).toEqual({
      error: { code: 'vault.cannot-write', message: 'The vault cannot be written.', hint: 'Make room.' },
    });
    expect(errorObject(new KnownError('a.b', 'What.'))).toEqual({
      error: { code: 'a.b', message: 'What.', hint: null },
    });
  });

  it('that is a bug keeps its stack and is called one', () => {
    const bug = new TypeError('x is undefined');
    expect(describeBug(bug, plainStyle)).toContain(
      `This is a bug in Lastpost, not your mistake.\n${bug.stack}\nHint: `,
    );
    expect(errorObject(bug)).toMatchObject({ error: { code: 'bug', message: 'x is undefined', stack: bug.stack } });
    expect(describeBug('only text', plainStyle)).toContain('only text');
  });
});
