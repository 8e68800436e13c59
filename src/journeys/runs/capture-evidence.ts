import { rm } from 'node:fs/promises';
import { KnownError } from '../../base/known-error.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { EvidenceBody } from '../../model/run/run-event.ts';
import { type EvidenceOf, growingFile, keepCapture } from '../../vault/evidence-folder.ts';
import { requireWorkspace, type WorkspacePlace } from '../../workspace/open-workspace.ts';
import { planSnapshot } from '../plan-snapshot.ts';
import { type TakenSnapshot, takeSnapshot } from '../take-snapshot.ts';

/**
 * Captures one page as evidence of a step, as anybody sees it who is not logged in: `evidence/<run>/<step>/<digest>-<host>.wacz`.
 * It has the workspace's settings, and is none of its snapshots. Safe to call again: what was left half done is thrown away.
 * @throws KnownError `evidence.not-captured` when there is no page that could be kept, `usage.bad-address`,
 * `evidence.cannot-write`, and those of the browser and the workspace
 */
export async function captureEvidence(
  of: EvidenceOf,
  address: string,
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<EvidenceBody> {
  const { dir: root, paths } = await requireWorkspace(place);
  const where = { root, evidence: paths.evidence };
  const { snapshot } = await capture(address, await growingFile(where, of, address), place, context);
  // What another process grows under the same name is not touched: only a snapshot of our own comes to here.
  try {
    context.signal.throwIfAborted();
    return await keepCapture(where, of, snapshot.url, snapshot);
  } finally {
    await rm(snapshot.file, { force: true });
  }
}

async function capture(
  address: string,
  out: string,
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<TakenSnapshot> {
  const nothingElse = { include: [], exclude: [], secretParameters: [], sitemaps: false, headed: false };
  const request = {
    ...nothingElse,
    url: address,
    out,
    scope: 'page' as const,
    force: true,
    unfinished: 'fresh' as const,
  };
  // Without channel and workspace it is signed and listed nowhere: only its digest in the journal vouches for it.
  const { workspaceDir, channel, ...input } = await planSnapshot(request, place, context.clock);
  return takeSnapshot(input, context).catch((error: unknown) => {
    throw isAboutThePage(error) ? notCaptured(address, error) : error;
  });
}

/** A wall, a page that is not there and a file that is no page are none of a snapshot's pages, and then there is no snapshot. */
function isAboutThePage(error: unknown): error is KnownError {
  return error instanceof KnownError && error.code.startsWith('capture.');
}

function notCaptured(address: string, cause: KnownError): KnownError {
  const instead =
    'Hand in a file instead, such as a screenshot or a PDF of the page, or a text that says what is seen there.';
  return new KnownError('evidence.not-captured', `${address} could not be captured as evidence. ${cause.message}`, {
    hint: cause.hint === undefined ? instead : `${instead} ${cause.hint}`,
    cause,
  });
}
