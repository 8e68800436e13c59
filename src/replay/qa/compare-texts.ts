/** How alike two texts are: Dice's coefficient over pairs of neighbouring words, each as often as it occurs. */
export function textSimilarity(one: string, other: string): number {
  const [a, b] = [wordPairs(one), wordPairs(other)];
  const left = new Map<string, number>();
  for (const pair of a) left.set(pair, (left.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of b) {
    const count = left.get(pair) ?? 0;
    if (count > 0) shared += 1;
    left.set(pair, count - 1);
  }
  return a.length + b.length === 0 ? 1 : (2 * shared) / (a.length + b.length);
}

/** Text begins and ends with a mark of its own, so that a single word has pairs too. */
function wordPairs(text: string): readonly string[] {
  const words = ['^', ...wordsOf(text), '$'];
  return words.length === 2 ? [] : words.slice(1).map((word, index) => `${words[index]} ${word}`);
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

const MOST_WORDS = 40;

/**
 * The first place where two texts part: a few words that only one of them has there, for a person to look up.
 * @returns undefined when they have the same words
 */
export function firstDifference(
  captured: string,
  replayed: string,
): { readonly captured: string; readonly replayed: string } | undefined {
  const [a, b] = [wordsOf(captured), wordsOf(replayed)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  if (start === a.length && start === b.length) return undefined;
  let end = 0;
  const most = Math.min(a.length, b.length) - start;
  while (end < most && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const cut = (words: readonly string[]) => {
    const part = words.slice(start, words.length - end);
    return part.length > MOST_WORDS ? `${part.slice(0, MOST_WORDS).join(' ')} …` : part.join(' ');
  };
  return { captured: cut(a), replayed: cut(b) };
}
