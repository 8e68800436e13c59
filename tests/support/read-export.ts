import { adapterOf } from '../../src/channels/registry.ts';
import type { ChannelPlace } from '../../src/model/channel.ts';
import type { Askable, DetectedExport, Detection, ExportFinding, ExportTree } from '../../src/model/official-export.ts';
import type { PlatformId } from '../../src/model/platform.ts';
import type { FoundPost } from '../../src/model/post.ts';

type Of<Kind extends ExportFinding['kind']> = Extract<ExportFinding, { kind: Kind }>;

/** Everything an importer finds, by what it is. */
export interface ReadExport {
  readonly detected: DetectedExport;
  readonly findings: readonly ExportFinding[];
  readonly posts: readonly FoundPost[];
  readonly leftOut: Readonly<Record<string, number>>;
  readonly unreadable: readonly Of<'unreadable'>[];
  readonly claims: readonly Of<'claim'>[];
}

export async function detectExport(platform: PlatformId, tree: ExportTree): Promise<Detection | undefined> {
  const importer = adapterOf(platform).import;
  if (importer === undefined) throw new Error(`${platform} has no import`);
  return importer.detect(tree);
}

/** Detects and reads an export as the import does. @throws Error when it is not the platform's */
export async function readExport(
  place: ChannelPlace,
  tree: ExportTree,
  include: readonly Askable[] = [],
): Promise<ReadExport> {
  const detection = await detectExport(place.platform, tree);
  if (detection?.kind !== 'export') throw new Error(`not an export of ${place.platform}: ${JSON.stringify(detection)}`);
  const findings: ExportFinding[] = [];
  const importer = adapterOf(place.platform).import;
  const found = importer?.read(detection.export, tree, place, { include: new Set(include) }) ?? [];
  for await (const finding of found) findings.push(finding);
  const of = <Kind extends ExportFinding['kind']>(kind: Kind) =>
    findings.filter((finding): finding is Of<Kind> => finding.kind === kind);
  const leftOut: Record<string, number> = {};
  for (const { what, count } of of('left-out')) leftOut[what] = (leftOut[what] ?? 0) + count;
  return {
    detected: detection.export,
    findings,
    posts: of('post').map(({ post }) => post),
    leftOut,
    unreadable: of('unreadable'),
    claims: of('claim'),
  };
}
