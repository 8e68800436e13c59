import { resolve } from 'node:path';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { EvidenceBody } from '../../model/run/run-event.ts';
import type { MatchedEvidence } from '../../model/run/wanted-evidence.ts';
import { type EvidenceOf, keepFile, keepText } from '../../vault/evidence-folder.ts';
import { requireWorkspace, type WorkspacePlace } from '../../workspace/open-workspace.ts';
import { captureEvidence } from './capture-evidence.ts';

/**
 * Keeps what a person hands in for a step, in that order: files and texts as they are, addresses as captured pages. What
 * was kept before one of them is refused stays where it is, in no journal and in nobody's way: the same is kept once.
 * @throws KnownError those of `keepFile`, `keepText` and `captureEvidence`
 */
export async function keepEvidence(
  of: Omit<EvidenceOf, 'id'>,
  handedIn: readonly MatchedEvidence[],
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<readonly EvidenceBody[]> {
  const { dir: root, paths } = await requireWorkspace(place);
  const where = { root, evidence: paths.evidence };
  const kept: EvidenceBody[] = [];
  for (const { id, input } of handedIn) {
    const whose = { ...of, id };
    switch (input.kind) {
      case 'file':
        kept.push(await keepFile(where, whose, resolve(place.cwd, input.value), { signal: context.signal }));
        break;
      case 'text':
        kept.push(await keepText(where, whose, input.value));
        break;
      case 'url':
        kept.push(await captureEvidence(whose, input.value, place, context));
        break;
    }
  }
  return kept;
}
