/** Trouble that was foreseen. Anything else thrown is a bug and keeps its stack. */
export interface KnownErrorOptions {
  /** The next thing the person can do, as a full sentence. */
  readonly hint?: string;
  readonly cause?: unknown;
  /** 1 failed (default) · 2 wrong use or settings · 75 waiting for a person. */
  readonly exitCode?: 1 | 2 | 75;
}

/**
 * An error made for people: a stable dotted code, what happened with the value, and what to do next.
 * @example new KnownError('wacz.exists', 'blog.wacz is already there.', { hint: 'Add --force to replace it.' })
 */
export class KnownError extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  readonly exitCode: 1 | 2 | 75;

  constructor(code: string, message: string, options: KnownErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'KnownError';
    this.code = code;
    this.hint = options.hint;
    this.exitCode = options.exitCode ?? 1;
  }
}

/** The `code` of a Node system error (`ENOSPC`, `EEXIST`, …), or undefined for anything else. */
export function systemErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
