import { describe, expect, it } from 'vitest';
import { checkExitFacts } from '../../../src/model/farewell/check-exit-facts.ts';
import { contrastOf } from '../../../src/model/farewell/contrast.ts';

const colours = { paper: '#ffffff', ink: '#1a1a1a', accent: '#1a1a1a' };
const facts = { lastDay: '2027-02-28', lastTime: '18:00', timezone: 'Europe/Berlin', voice: { colours } } as const;
const at = (moment: string) => new Date(moment);

describe('the facts of an exit, held against a clock', () => {
  it('are over with the moment of the last post, on the clocks of the exit', () => {
    expect(checkExitFacts(facts, at('2027-02-28T16:59:59Z'))).toEqual([]);
    expect(checkExitFacts(facts, at('2027-02-28T17:00:00Z'))).toEqual([
      {
        severity: 'error',
        key: 'last_day',
        message: 'The last post was to go out on 2027-02-28 at 18:00 (Europe/Berlin), and that is over.',
        hint: 'Give exit.last_day a day that is to come. With four weeks of notice the first one is 2027-03-29.',
      },
    ]);
  });

  it('warn of little notice, of ink that is hard to read, and of one sentence for two languages', () => {
    const doubtful = {
      ...facts,
      told: { public: '2027-02-01T10:00' },
      voice: { colours: { ...colours, ink: '#777777' } },
      stays: { de: 'Unsere Läden bleiben geöffnet.', en: 'Unsere Läden bleiben geöffnet.' },
      thanks: { de: 'Danke.', en: 'Danke.' },
    };
    const findings = checkExitFacts(doubtful, at('2027-01-01T00:00:00Z'));
    expect(findings.map(({ severity, key }) => [severity, key])).toEqual([
      ['warning', 'told.public'],
      ['warning', 'voice.colours.ink'],
      ['warning', 'stays'],
    ]);
    expect(findings[0]?.message).toContain('there are 27 days');
    // 4.478 to 1, which must not be shown as the 4.5 that would do.
    expect(findings[1]?.message).toContain('a contrast of 4.4 to 1');
    expect(findings[2]?.hint).toBe('Write it in each language: stays: {de: …, en: …}');
  });

  it('pass over what nobody has given yet', () => {
    expect(checkExitFacts({}, at('2027-01-01T00:00:00Z'))).toEqual([]);
  });
});

it('contrast is that of WCAG', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrastOf('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
  expect(contrastOf('#ffffff', '#767676')).toBe(contrastOf('#767676', '#ffffff'));
});
