import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { KnownError } from '../base/known-error.ts';

export interface Choice<Key extends string> {
  /** What is typed, or its first letters. */
  readonly key: Key;
  readonly says: string;
}

/** Somebody at a terminal. An answer is undefined when their input has ended (Ctrl-D); Ctrl-C throws. Nothing is taken for granted. */
export interface Ask {
  show(text: string): void;
  /** One line, without spaces at its ends; '' for Enter alone. */
  question(prompt: string): Promise<string | undefined>;
  /** Asks until one of the choices is typed: Enter alone is none. */
  choice<Key extends string>(prompt: string, choices: readonly Choice<Key>[]): Promise<Key | undefined>;
  /** True when `expected` was typed, letter by letter, within three tries. */
  typed(expected: string): Promise<boolean>;
}

/** What asking needs of a terminal. */
export interface AskTerminal {
  write(text: string): void;
  /** One line as it was typed; undefined at the end of the input. */
  line(prompt: string): Promise<string | undefined>;
}

const TRIES = 3;

export function createAsk(terminal: AskTerminal): Ask {
  const show = (text: string): void => terminal.write(`${text}\n`);
  return {
    show,
    question: async (prompt) => (await terminal.line(prompt))?.trim(),
    choice: async (prompt, choices) => {
      show(describeChoices(prompt, choices));
      for (;;) {
        const typed = await terminal.line('> ');
        if (typed === undefined) return undefined;
        const chosen = choose(typed, choices);
        if (chosen !== undefined) return chosen;
        show(`Type one of: ${choices.map(({ key }) => key).join(', ')}.`);
      }
    },
    typed: async (expected) => {
      for (let left = TRIES; left > 0; left -= 1) {
        const answer = await terminal.line('> ');
        if (answer === undefined) return false;
        if (sameLetters(answer, expected)) return true;
        show(notTheSame(expected, answer.trim(), left - 1));
      }
      return false;
    },
  };
}

function describeChoices(prompt: string, choices: readonly Choice<string>[]): string {
  const width = Math.max(...choices.map(({ key }) => key.length));
  return [prompt, ...choices.map(({ key, says }) => `  ${key.padEnd(width)}  ${says}`.trimEnd())].join('\n');
}

/** The choice of that name, or the only one that begins so. */
function choose<Key extends string>(typed: string, choices: readonly Choice<Key>[]): Key | undefined {
  const word = typed.trim().toLowerCase();
  const exact = choices.find(({ key }) => key.toLowerCase() === word);
  if (exact !== undefined) return exact.key;
  const near = word === '' ? [] : choices.filter(({ key }) => key.toLowerCase().startsWith(word));
  return near.length === 1 ? near[0]?.key : undefined;
}

/** Spaces around it, and the way an accent is encoded, are the keyboard's and not the person's. */
function sameLetters(typed: string, expected: string): boolean {
  return typed.trim().normalize('NFC') === expected.normalize('NFC');
}

/** Both under each other, with a mark below the first letter that differs. */
export function notTheSame(expected: string, typed: string, triesLeft: number): string {
  const [wanted, given] = [[...expected], [...typed]];
  const at = wanted.findIndex((letter, index) => letter !== given[index]);
  const place = at === -1 ? wanted.length : at;
  const left = triesLeft === 0 ? '' : ` ${triesLeft === 1 ? 'One more try' : `${triesLeft} more tries`}.`;
  return [
    `That is not the same.${left}`,
    `  asked  ${expected}`,
    `  typed  ${typed}`,
    `         ${' '.repeat(place)}^`,
  ].join('\n');
}

/** Reads one line from the terminal at a time. Ctrl-C goes to the process, as without it. */
export async function readLine(prompt: string, signal: AbortSignal): Promise<string | undefined> {
  signal.throwIfAborted();
  await forgetTypedAhead();
  const lines = createInterface({ input: process.stdin, output: process.stderr, terminal: true, historySize: 0 });
  lines.on('SIGINT', () => {
    process.stderr.write('\n');
    process.kill(process.pid, 'SIGINT');
  });
  let onAbort: () => void = () => undefined;
  try {
    return await new Promise<string | undefined>((resolve, reject) => {
      onAbort = () => reject(leftOpen(signal.reason));
      signal.addEventListener('abort', onAbort, { once: true });
      lines.once('close', () => resolve(undefined));
      lines.question(prompt, resolve);
    });
  } finally {
    signal.removeEventListener('abort', onAbort);
    lines.close();
  }
}

function leftOpen(cause: unknown): KnownError {
  return new KnownError('interrupted', 'A question was left open. Nothing of it was recorded.', {
    hint: 'What was answered before it is kept. Type the same line again to go on.',
    cause,
  });
}

const TYPED_AHEAD_MS = 20;

/** What was typed while something else was going on is no answer to a question that nobody had seen yet. */
async function forgetTypedAhead(): Promise<void> {
  const { stdin } = process;
  const forget = (): void => undefined;
  stdin.on('data', forget);
  await setTimeout(TYPED_AHEAD_MS);
  stdin.off('data', forget);
  stdin.pause();
}
