import type { HttpHeaders } from '../../model/http.ts';
import { type DevtoolsConnection, DevtoolsError } from '../browser/devtools-connection.ts';
import type { PageRecorder } from './page-recorder.ts';
import type { PausedResponse } from './paused-response.ts';

/** A response that the browser holds for us. */
export interface Held {
  readonly devtools: DevtoolsConnection;
  readonly sessionId: string;
  readonly requestId: string;
}

/** One response on its way to the archive. */
export interface Arrival {
  readonly paused: PausedResponse;
  readonly headers: HttpHeaders;
  readonly at: Date;
  readonly recorder: PageRecorder;
  readonly held: Held;
  /** The page itself rather than something it loads. */
  readonly isMain: boolean;
}

/** The page gets what was held. */
export async function release({ devtools, sessionId, requestId }: Held): Promise<void> {
  await devtools.send('Fetch.continueRequest', { requestId }, sessionId).catch(ignoreGone);
}

/** The page does without, and stays where it is. */
export async function refuse({ devtools, sessionId, requestId }: Held): Promise<void> {
  await devtools.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }, sessionId).catch(ignoreGone);
}

/** The page went away while its response was held. */
export function ignoreGone(error: unknown): void {
  if (!(error instanceof DevtoolsError)) throw error;
}
