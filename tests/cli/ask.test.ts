import { describe, expect, it } from 'vitest';
import { scriptedPerson as person } from '../support/scripted-person.ts';

const choices = [
  { key: 'approve', says: 'yes' },
  { key: 'again', says: 'once more' },
  { key: 'later', says: 'not now' },
] as const;

describe('a choice', () => {
  it.each([
    ['approve', 'approve'],
    ['LATER', 'later'],
    [' l ', 'later'],
    ['ap', 'approve'],
  ])('is made by %j', async (typed, key) => {
    expect(await person(typed).ask.choice('Well?', choices)).toBe(key);
  });

  it('is never made by Enter, by what begins several, or by something else', async () => {
    const { ask, left, shown } = person('', 'a', 'yes', 'approve!', 'later', 'approve');
    expect(await ask.choice('Well?', choices)).toBe('later');
    expect(left).toEqual(['approve']);
    expect(shown()).toContain('Well?\n  approve  yes\n');
    expect(shown().match(/Type one of: approve, again, later\./g)).toHaveLength(4);
  });

  it('is none at the end of the input', async () => {
    expect(await person().ask.choice('Well?', choices)).toBeUndefined();
    expect(await person('what').ask.choice('Well?', choices)).toBeUndefined();
  });
});

describe('what has to be typed back', () => {
  it('holds when every letter is the same', async () => {
    expect(await person('brandt-official').ask.typed('brandt-official')).toBe(true);
    expect(await person(' Café '.normalize('NFD')).ask.typed('Café')).toBe(true);
  });

  it.each(['Brandt', 'brand', 'brandt.', '@brandt', '', 'b r a n d t'])('does not hold with %j', async (typed) => {
    const { ask, left } = person(typed, typed, typed, 'brandt');
    expect(await ask.typed('brandt')).toBe(false);
    expect(left).toEqual(['brandt']);
  });

  it('shows both, and where they part, as long as there is another try', async () => {
    const { ask, shown } = person('brqndt', 'brand', 'brandt');
    expect(await ask.typed('brandt')).toBe(true);
    expect(shown()).toBe(
      '> \nThat is not the same. 2 more tries.\n  asked  brandt\n  typed  brqndt\n           ^\n' +
        '> \nThat is not the same. One more try.\n  asked  brandt\n  typed  brand\n              ^\n> \n',
    );
  });

  it('does not hold when the input ends', async () => {
    expect(await person('no').ask.typed('brandt')).toBe(false);
  });
});
