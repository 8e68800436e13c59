import { closestMatch } from '../../base/closest-match.ts';
import { error, type FilePath, meant, type Remark } from '../remark.ts';

/** Where a name stands, and how it is written there. */
export interface InFile {
  readonly path: FilePath;
  readonly words: string;
}

/** What to say of a name that is not among those there are; undefined when it is. */
export function missing(
  noun: string,
  name: string,
  known: readonly string[],
  { path, words }: InFile,
): Remark | undefined {
  if (known.includes(name)) return undefined;
  const near = closestMatch(name, known);
  const swap = near === undefined ? {} : { swap: { wrong: name, right: near } };
  const code = ['input', 'secret', 'step'].includes(noun) ? `unknown-${noun}` : 'unknown-name';
  const message = noun === 'name' ? `Nothing is called "${name}".` : `There is no ${noun} "${name}".`;
  return error(code, path, message, meant(near, noun, known), { words, ...swap });
}
