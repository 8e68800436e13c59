// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of playbooks are written so
import { describe, expect, it } from 'vitest';
import { KnownError } from '../../src/base/known-error.ts';
import type { JsonValue } from '../../src/model/playbook/json.ts';
import type { ExpressionNames } from '../../src/model/run/expressions.ts';
import { revealSecrets } from '../../src/model/run/expressions.ts';
import { expressions } from '../../src/playbooks/expressions/expressions.ts';
import { namesUsed } from '../../src/playbooks/expressions/names-used.ts';

const archived = {
  pages: 12,
  state: 'succeeded',
  outputs: { pages: 12, sha256: 'ab', state: 'fine' },
  at: '2026-11-26T10:00:00.000Z',
};

const names: ExpressionNames = {
  inputs: { account: 'brandt', last_day: '2026-12-31', days: 30, rehearsal: false, note: null },
  steps: { archive: archived, copy: archived, told: { state: 'skipped', outputs: {} } },
  run: { id: 'r1' },
  facts: { x: { grace: { value: 30, de: '30 Tage', en: '30 days' } } },
  channels: { x: { handle: 'brandt' } },
  secrets: ['token'],
};

const evaluate = (text: string) => expressions.evaluate(text, names);
const fill = (value: JsonValue) => expressions.fill(value, names);

function troubleOf(act: () => unknown): KnownError {
  try {
    act();
  } catch (error) {
    if (error instanceof KnownError) return error;
    throw error;
  }
  throw new Error('Nothing was thrown.');
}

describe('expressions', () => {
  it('find inputs, steps, what they brought and the run, by their long names and by their short ones', () => {
    expect(evaluate('inputs.account')).toBe('brandt');
    expect(evaluate('last_day')).toBe('2026-12-31');
    expect(evaluate('steps.archive.outputs.pages')).toBe(12);
    expect(evaluate('steps.archive.pages')).toBe(12);
    expect(evaluate('archive.pages')).toBe(12);
    expect(evaluate('copy.outputs.sha256')).toBe('ab');
    expect(evaluate("steps['archive'].pages")).toBe(12);
    expect(evaluate('run.id')).toBe('r1');
    expect(evaluate('archive.state')).toBe('succeeded');
  });

  it('reckon as GitHub does, with and without braces', () => {
    expect(evaluate("archive.pages > 10 && inputs.account == 'BRANDT'")).toBe(true);
    expect(evaluate('${{ !inputs.rehearsal }}')).toBe(true);
    expect(evaluate("contains(inputs.account, 'ran') || inputs.note.x")).toBe(true);
    expect(evaluate("format('{0} of {1}', archive.pages, days)")).toBe('12 of 30');
    expect(evaluate("'it''s o''clock'")).toBe("it's o'clock");
    expect(evaluate("fromJSON('[1, 2]')")).toEqual([1, 2]);
  });

  it('know what is true', () => {
    expect([null, false, 0, ''].map(expressions.isTrue)).toEqual([false, false, false, false]);
    expect([true, 1, 'no', [], {}].map(expressions.isTrue)).toEqual([true, true, true, true, true]);
  });

  it('are filled in wherever they stand, and one that stands alone keeps its type', () => {
    const filled = fill({
      url: 'https://x.com/${{ inputs.account }}?days=${{ inputs.days }}',
      list: ['${{ days }}', '${{ inputs.rehearsal }}', 7, null],
      deep: { all: '${{ archive.outputs }}' },
      quoted: "${{ 'a }} b' }}",
      plain: 'no $ { } here',
    });
    expect(filled).toEqual({
      url: 'https://x.com/brandt?days=30',
      list: [30, false, 7, null],
      deep: { all: { pages: 12, sha256: 'ab', state: 'fine' } },
      quoted: 'a }} b',
      plain: 'no $ { } here',
    });
  });

  it('put no nothing amid a text: an address without its account is another address', () => {
    expect(fill('${{ inputs.note }}')).toBeNull();
    const trouble = troubleOf(() => fill('https://x.com/${{ inputs.note }}'));
    expect(trouble).toMatchObject({
      code: 'expression.no-value',
      message: '"inputs.note" has no value, and stands amid a text.',
    });
    expect(fill("${{ inputs.note || 'nobody' }}!")).toBe('nobody!');
  });

  it('have references in the place of secrets', () => {
    const header = fill('Bearer ${{ secrets.token }}') as string;
    expect(header).toBe('Bearer ⟦secret:token⟧');
    expect(revealSecrets(header, (name) => `the ${name}`)).toBe('Bearer the token');
  });

  it('are not worked out a second time in what they gave', () => {
    const typed = { ...names, inputs: { account: '${{ secrets.token }}' } };
    expect(expressions.fill('${{ inputs.account }}', typed)).toBe('${{ secrets.token }}');
  });

  it.each([
    ['inputs.acount', 'There is no input "acount", which "inputs.acount" names.', 'Did you mean "account"?'],
    ['steps.archiv.pages', 'There is no step "archiv", which "steps.archiv.pages" names.', 'Did you mean "archive"?'],
    [
      'archive.page > 3',
      'The step "archive" has no output "page", which "archive.page > 3" names.',
      'Did you mean "pages"?',
    ],
    ['secrets.tokn', 'There is no secret "tokn", which "secrets.tokn" names.', 'Did you mean "token"?'],
    ['run.idd', 'There is no fact of the run "idd", which "run.idd" names.', 'Did you mean "id"?'],
    [
      'github.ref',
      'Nothing is called "github", which "github.ref" names.',
      expect.stringContaining('There are: account,'),
    ],
  ])('say which name is unknown: %s', (text, message, hint) => {
    expect(troubleOf(() => evaluate(text))).toMatchObject({
      code: 'expression.unknown-name',
      message,
      hint,
      exitCode: 2,
    });
  });

  it('take what a step that was skipped would have brought for nothing', () => {
    expect(evaluate('steps.told.anything')).toBeNull();
  });

  it.each([
    ['inputs.days = 3', 13, /unexpected symbol: '='/],
    ["inputs.account == 'x", 19, /unexpected symbol/],
    ['(inputs.days', 9, /it ends too early/],
    ['inputs.days == 3 3', 18, /unexpected symbol: '3'/],
    ['', 1, /there is nothing in it/],
    ['a ${{ b }}', 3, /an expression stands in another/],
    ['konstrukt(3)', 1, /"konstrukt" is no function/],
    ['constructor(3)', 1, /"constructor" is no function/],
    ['contains(inputs.account)', 1, /too few parameters/],
  ])('say where they cannot be read: %s', (text, at, why) => {
    const trouble = troubleOf(() => evaluate(text));
    expect(trouble.code).toBe('expression.syntax');
    expect(trouble.message).toMatch(`at character ${at}: `);
    expect(trouble.message).toMatch(why);
    expect(troubleOf(() => expressions.fill('a ${{ b', names)).code).toBe('expression.syntax');
  });

  it('say what a function cannot do', () => {
    expect(troubleOf(() => evaluate("fromJSON('{')"))).toMatchObject({ code: 'expression.failed' });
  });

  it('are not brought down by ones that are very deep or very long', () => {
    expect(troubleOf(() => evaluate('('.repeat(2000))).code).toBe('expression.syntax');
    expect(troubleOf(() => evaluate(`'${'x'.repeat(30_000)}'`)).code).toBe('expression.syntax');
  });
});

describe('the names that an expression uses', () => {
  it('are listed with their way and their place', () => {
    expect(namesUsed("steps.archive.outputs.pages > inputs['days'] && contains(copy.x, run.id)")).toEqual([
      { path: ['steps', 'archive', 'outputs', 'pages'], isOpenEnded: false, at: 0 },
      { path: ['inputs', 'days'], isOpenEnded: false, at: 30 },
      { path: ['copy', 'x'], isOpenEnded: false, at: 57 },
      { path: ['run', 'id'], isOpenEnded: false, at: 65 },
    ]);
  });

  it('end where only the run knows how they go on, and those in brackets count too', () => {
    expect(namesUsed('steps[inputs.which].pages')).toEqual([
      { path: ['steps'], isOpenEnded: true, at: 0 },
      { path: ['inputs', 'which'], isOpenEnded: false, at: 6 },
    ]);
    expect(namesUsed('steps.*.pages')).toEqual([{ path: ['steps'], isOpenEnded: true, at: 0 }]);
  });
});
