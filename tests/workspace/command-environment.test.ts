import { describe, expect, it } from 'vitest';
import { commandEnvironment } from '../../src/workspace/command-environment.ts';

describe('the environment of commands', () => {
  it('is PATH, HOME and LANG, as far as there are any', () => {
    const all = { PATH: '/bin', HOME: '/root', AWS_SECRET_ACCESS_KEY: 'x', LASTPOST_MAIL: 'y', LANG: undefined };
    expect(commandEnvironment(all)).toEqual({ PATH: '/bin', HOME: '/root' });
  });
});
