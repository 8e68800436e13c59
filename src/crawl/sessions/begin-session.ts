import type { BrowserContext } from 'playwright-core';
import type { StoredSession } from '../../model/session.ts';
import { addCookies, applySession } from './apply-session.ts';
import { readSessionCookies } from './kept-profile.ts';

/** Logs a fresh browser in: with what a kept profile has beside it, and with what a file held. */
export async function beginSession(
  context: BrowserContext,
  { copyOf, stored }: { readonly copyOf?: string; readonly stored?: StoredSession },
): Promise<void> {
  if (copyOf) await addCookies(context, await readSessionCookies(copyOf));
  if (stored) await applySession(context, stored);
}
