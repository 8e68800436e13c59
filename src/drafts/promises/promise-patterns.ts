import type { PromiseKind } from '../../model/farewell/promise.ts';

/** How a language says each promise, within one sentence. What it does not have is a promise that we are not sure of there. */
export type PromisePatterns = Readonly<Partial<Record<PromiseKind, RegExp>>>;
