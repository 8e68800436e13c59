import { type Ask, createAsk } from '../../src/cli/ask.ts';

/** A person who types these lines, one an answer, and then ends their input. */
export function scriptedPerson(...lines: readonly string[]): {
  readonly ask: Ask;
  /** What they have not typed yet. */
  readonly left: string[];
  /** Everything that was put to them. */
  shown(): string;
} {
  const left = [...lines];
  let shown = '';
  const ask = createAsk({
    write: (text) => {
      shown += text;
    },
    line: async (prompt) => {
      shown += `${prompt}\n`;
      return left.shift();
    },
  });
  return { ask, left, shown: () => shown };
}
