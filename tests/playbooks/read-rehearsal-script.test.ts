import { expect, it } from 'vitest';
import { readRehearsalScript } from '../../src/playbooks/read/read-rehearsal-script.ts';

it('reads the answers of a rehearsal', () => {
  expect(readRehearsalScript('s.yaml', '- {step: memo, says: later, after: 2d}')).toEqual([
    { step: 'memo', says: 'later', after: '2d', because: null, by: null, place: 's.yaml:1' },
  ]);
});

it.each([
  ['step: memo', 'It is no list.'],
  ['- {step: memo, say: done}', 'Did you mean "says"?'],
  ['- {step: memo, says: maybe}', 'It says "maybe"'],
  ['- {step: memo}\n\n- {step: card, says: dome}', 's.yaml:3 cannot be played. It says "dome"'],
  ['- {step: memo}\n- {step: card', 's.yaml:2 cannot be played. '],
  ['- memo', 's.yaml:1 cannot be played. It is no answer'],
  ['- {step: memo, says: later}', '"later" needs after'],
  ['- {step: memo, after: soon}', '"soon" is no duration'],
  ['- {says: done}', 'The step is missing'],
])('refuses %s and says what is wrong', (text, says) => {
  expect(() => readRehearsalScript('s.yaml', text)).toThrow(says);
});
