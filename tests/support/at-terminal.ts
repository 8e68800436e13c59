import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const program = fileURLToPath(new URL('../../bin/lastpost.js', import.meta.url));

/** A command line at a terminal of its own, and somebody who reads it and types. */
export interface Terminal {
  /** Waits until the screen shows this, after what was waited for before. */
  until(text: string): Promise<void>;
  /** A line, with Enter. */
  type(line: string): void;
  /** Keys as they are, such as `\u0003` for Ctrl-C. */
  press(keys: string): void;
  /** Waits for the end. */
  readonly ended: Promise<{ readonly code: number | null; readonly screen: string }>;
}

const shellWord = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;

/** Starts the real program at a pseudo terminal, which `script` of util-linux makes. */
export function atTerminal(args: readonly string[], cwd: string, node: readonly string[] = [program]): Terminal {
  const line = `stty cols 100 rows 40; exec ${[process.execPath, ...node, ...args].map(shellWord).join(' ')}`;
  const { NO_COLOR: _noColor, FORCE_COLOR: _forceColor, ...env } = process.env;
  const child = spawn('script', ['-qec', line, '/dev/null'], { cwd, env: { ...env, TERM: 'xterm' }, stdio: 'pipe' });
  let screen = '';
  let seen = 0;
  let wake: () => void = () => undefined;
  let code: number | null = null;
  let isOver = false;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    screen += text;
    wake();
  });
  const ended = new Promise<{ code: number | null; screen: string }>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => {
      code = exitCode;
      isOver = true;
      wake();
      resolve({ code, screen: withoutControls(screen) });
    });
  });
  return {
    ended,
    type: (text) => child.stdin.write(`${text}\r`),
    press: (keys) => child.stdin.write(keys),
    until: async (text) => {
      for (;;) {
        const plain = withoutControls(screen);
        const at = plain.indexOf(text, seen);
        if (at !== -1) {
          seen = at + text.length;
          return;
        }
        if (isOver) throw new Error(`The screen never showed "${text}":\n${plain}`);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

/** What stands on the screen, without what moves its cursor and colours it. */
function withoutControls(text: string): string {
  return stripVTControlCharacters(text).replaceAll('\r', '');
}
