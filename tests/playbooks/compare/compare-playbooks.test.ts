import { describe, expect, it } from 'vitest';
import { changesBetween, comparePlaybooks } from '../../../src/playbooks/compare/compare-playbooks.ts';
import { markWords } from '../../../src/playbooks/compare/mark-words.ts';
import { movedSteps } from '../../../src/playbooks/compare/moved-steps.ts';

const memo = { id: 'memo', type: 'manual', due: 'last_day - 31d', evidence: [{ id: 'mail', kind: 'file' }] };
const signoff = { id: 'signoff', type: 'approval', approvers: ['brand', 'legal'] };
const base = { name: 'leave', version: 1, title: { en: 'Leave', de: 'Gehen' }, steps: [memo, signoff] };

describe('two forms of a playbook', () => {
  it('differ by the smallest thing that is different, and not by names and versions', () => {
    const after = {
      ...base,
      name: 'other',
      version: 7,
      based_on: { playbook: 'leave' },
      title: { en: 'Leave', de: 'X verlassen' },
      steps: [{ ...memo, due: 'last_day - 14d', evidence: [...memo.evidence, { id: 'note', kind: 'text' }] }, signoff],
    };
    expect(changesBetween(base, after)).toEqual([
      { what: 'changed', step: null, field: 'title.de', before: 'Gehen', after: 'X verlassen' },
      { what: 'changed', step: 'memo', field: 'due', before: 'last_day - 31d', after: 'last_day - 14d' },
      { what: 'added', step: 'memo', field: 'evidence.note.id', before: null, after: 'note' },
      { what: 'added', step: 'memo', field: 'evidence.note.kind', before: null, after: 'text' },
    ]);
    expect(changesBetween(base, { ...base, name: 'other' })).toEqual([]);
  });

  it('differ by steps that came, went and moved', () => {
    const extra = { id: 'extra', type: 'wait', duration: '3d' };
    expect(changesBetween(base, { ...base, steps: [signoff, memo, extra] })).toEqual([
      expect.objectContaining({ what: 'moved', step: 'signoff', before: 'memo', after: null }),
      { what: 'added', step: 'extra', field: null, before: null, after: extra },
    ]);
    expect(changesBetween(base, { ...base, steps: [memo] })).toEqual([
      { what: 'removed', step: 'signoff', field: null, before: signoff, after: null },
    ]);
  });

  it('have as few moved steps as there can be', () => {
    expect(movedSteps(['a', 'b', 'c', 'd'], ['d', 'a', 'x', 'b', 'c'])).toEqual([
      { id: 'd', before: 'c', after: null },
    ]);
    expect(movedSteps(['a', 'b'], ['b', 'a']).length).toBe(1);
    expect(movedSteps(['a', 'gone', 'b'], ['a', 'new', 'b'])).toEqual([]);
  });
});

describe('two who changed the same playbook', () => {
  const withMemo = (more: object) => ({ ...base, steps: [{ ...memo, ...more }, signoff] });

  it('are in conflict only where they changed the same in two ways', () => {
    const mine = withMemo({ due: 'last_day - 14d', assignee: 'brand', hint: 'Ask early.' });
    const theirs = withMemo({ due: 'last_day - 40d', assignee: 'brand', effort: '2h' });
    const compared = comparePlaybooks(base, mine, theirs);
    expect(compared.mine.map(({ field }) => field)).toEqual(['due', 'assignee', 'hint']);
    // What both did alike is no news.
    expect(compared.theirs.map(({ field }) => field)).toEqual(['due', 'effort']);
    expect(compared.conflicts.map(({ mine: { field, after }, theirs: other }) => [field, after, other.after])).toEqual([
      ['due', 'last_day - 14d', 'last_day - 40d'],
    ]);
  });

  it('are in conflict where one took away what the other changed, or made a block of it', () => {
    const gone = { ...base, steps: [signoff] };
    expect(comparePlaybooks(base, gone, withMemo({ due: 'last_day' })).conflicts).toHaveLength(1);
    expect(comparePlaybooks(base, withMemo({ due: 'last_day' }), gone).conflicts).toHaveLength(1);
    const [conflict] = comparePlaybooks(
      withMemo({ name: 'Tell them' }),
      withMemo({ name: 'Tell all' }),
      withMemo({ name: { en: 'Tell them', de: 'Sagen' } }),
    ).conflicts;
    expect(conflict).toMatchObject({ mine: { field: 'name' }, theirs: { field: 'name' } });
  });

  it('are not in conflict by where a step stands', () => {
    const turned = { ...base, steps: [signoff, memo] };
    expect(comparePlaybooks(base, turned, withMemo({ due: 'last_day' })).conflicts).toEqual([]);
  });
});

describe('two forms of a text', () => {
  it('have those words marked that the other has not', () => {
    const change = {
      what: 'changed',
      step: 'a',
      field: 'name',
      before: 'Open the settings.',
      after: 'Open the menu.',
    } as const;
    const { before = [], after = [] } = markWords(change).words ?? {};
    const only = (words: typeof before) => words.filter(({ isOnly }) => isOnly).map(({ text }) => text);
    expect([only(before), only(after)]).toEqual([['settings'], ['menu']]);
    expect(after.map(({ text }) => text).join('')).toBe('Open the menu.');
    expect(markWords({ ...change, before: 7 }).words).toBeUndefined();
  });
});
