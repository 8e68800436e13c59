import { expect, test } from 'vitest';
import { KnownError } from '../../src/base/known-error.ts';
import { readConfigText } from '../../src/workspace/read-config.ts';

const readWith = (check: string) =>
  readConfigText(
    'lastpost.yaml',
    `version: 1\nbrand: {name: B, languages: [de]}\nchannels: []\nexit:\n  check:\n${check}`,
  );

function refusal(check: string): string {
  try {
    readWith(check);
  } catch (error) {
    if (error instanceof KnownError) return error.message;
    throw error;
  }
  throw new Error('It was taken as it is.');
}

test('what is said of the rules is read, and what is not said is not there', () => {
  const { exit } = readWith(`    playbook: leave-x
    rules: {thanks: off, first-lines: hint}
    exceptions:
      - {rule: absolutes, draft: de/last-post-x, reason: Ein Gefühl.}
    words: [Klingelpost]
`);
  expect(exit?.check).toEqual({
    playbook: 'leave-x',
    rules: { thanks: 'off', 'first-lines': 'hint' },
    exceptions: [{ rule: 'absolutes', draft: 'de/last-post-x', words: null, reason: 'Ein Gefühl.' }],
    words: ['Klingelpost'],
  });
  expect(readWith('    rules:\n').exit?.check).toEqual({ playbook: null, rules: {}, exceptions: [], words: [] });
});

test.each([
  ['    rules: {absolute: off}\n', /lastpost\.yaml:6:\d+: .*absolute/],
  [
    '    rules: {absolutes: loud}\n',
    /exit\.check\.rules\.absolutes is "loud"; it must be one of: error, warning, hint, off/,
  ],
  ['    exceptions: [{rule: absolutes}]\n', /exit\.check\.exceptions\W+0\W+reason/],
  ['    exceptions: [{rule: abslutes, reason: x}]\n', /"abslutes"; .*perhaps "absolutes" is meant/],
])('a mistake is told with its place and what may stand there: %s', (check, told) => {
  expect(refusal(check)).toMatch(told);
});
