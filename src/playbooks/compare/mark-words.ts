import { diffWordsWithSpace } from 'diff';
import type { MarkedWords, PlaybookChange } from '../../model/playbook/playbook-diff.ts';

/** Marks the words of a changed text that only one of its forms has; everything else stays as it is. */
export function markWords(change: PlaybookChange): PlaybookChange {
  const { what, before, after } = change;
  if (what !== 'changed' || typeof before !== 'string' || typeof after !== 'string') return change;
  const parts = diffWordsWithSpace(before, after);
  const marked = (left: 'added' | 'removed'): readonly MarkedWords[] =>
    parts.filter((part) => !part[left]).map(({ value, added, removed }) => ({ text: value, isOnly: added || removed }));
  return { ...change, words: { before: marked('added'), after: marked('removed') } };
}
