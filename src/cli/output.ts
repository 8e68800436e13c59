import { KnownError, systemErrorCode } from '../base/known-error.ts';
import type { Style } from './style.ts';

/** As much of a process stream as output needs. */
export interface OutStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  /** @param done called when it is written, or with what went wrong */
  write(text: string | Uint8Array, done?: (error?: Error | null) => void): unknown;
}

/** Columns for help and tables: a terminal's own up to 100, else 100. */
export function textWidth(stream: OutStream): number {
  return Math.max(40, Math.min(100, stream.columns ?? 100));
}

export function writeLine(stream: OutStream, text: string): void {
  if (text !== '') stream.write(`${text}\n`);
}

export function writeJson(stream: OutStream, value: object): void {
  stream.write(`${JSON.stringify(value, null, 2)}\n`);
}

/**
 * Writes a result of many pieces, each when the one before has gone. Ends early, and without an error, when the reader has
 * had enough, as `head` has.
 */
export async function writeChunks(stream: OutStream, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of chunks) {
    const error = await new Promise<Error | null | undefined>((resolve) => stream.write(chunk, resolve));
    if (error == null) continue;
    if (systemErrorCode(error) === 'EPIPE') return;
    throw error;
  }
}

function causeLine(error: KnownError): string | undefined {
  const { cause } = error;
  if (!(cause instanceof Error) || cause.message === '' || error.message.includes(cause.message)) return undefined;
  // Commander's own wording of a usage error says the same again.
  return error.exitCode === 2 ? undefined : `Cause: ${cause.message.split('\n')[0]}`;
}

/** Foreseen trouble for a person: what, why if it is known, and what to do next. */
export function describeKnownError(error: KnownError, style: Style): string {
  const lines = [`${style.red('Error')} ${error.code}: ${error.message}`, causeLine(error)];
  if (error.hint !== undefined) lines.push(`Hint: ${error.hint}`);
  return lines.filter((line) => line !== undefined).join('\n');
}

/** A bug keeps its stack: it is all we will get to find it. */
export function describeBug(error: unknown, style: Style): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [
    `${style.red('Error')} bug: Lastpost met something it did not foresee. This is a bug in Lastpost, not your mistake.`,
    stack,
    'Hint: Please report it with the lines above and the command you ran.',
  ].join('\n');
}

/** The promise of `--json`: one object `{error: {code, message, hint}}`. */
export function errorObject(error: unknown): object {
  if (error instanceof KnownError) {
    return { error: { code: error.code, message: error.message, hint: error.hint ?? null } };
  }
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? (error.stack ?? null) : null;
  const hint = 'This is a bug in Lastpost. Please report it with the stack and the command you ran.';
  return { error: { code: 'bug', message, hint, stack } };
}
