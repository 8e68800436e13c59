import { KnownError } from '../base/known-error.ts';
import type { ChannelImport } from '../channels/channel-import.ts';
import { adapterOf, adapters } from '../channels/registry.ts';
import type { ChannelPlace } from '../model/channel.ts';
import type { DetectedExport, ExportTree } from '../model/official-export.ts';
import type { PlatformId } from '../model/platform.ts';
import { postAddressKey } from '../model/post-address.ts';

/** An export that belongs to a channel, with what reads it. */
export interface ChosenExport {
  readonly detected: DetectedExport;
  readonly importer: ChannelImport;
  /** The channel's place, as the platform of the export sees it. */
  readonly place: ChannelPlace;
}

/** Software that runs under anybody's domain: a channel that lastpost.yaml calls a website may be any of them. */
const underOwnDomain: readonly PlatformId[] = ['wordpress', 'ghost', 'substack', 'tumblr', 'medium', 'mastodon'];

/**
 * Finds out by its structure whose export it is, and whether it belongs to the channel.
 * @throws KnownError `export.wrong-platform`, `export.unknown`, and what an importer refuses an export with, `export.…`
 */
export async function detectExport(tree: ExportTree, place: ChannelPlace): Promise<ChosenExport> {
  const wanted = place.platform === 'website' ? underOwnDomain : [place.platform];
  for (const platform of wanted) {
    const importer = adapterOf(platform).import;
    const detection = await importer?.detect(tree);
    if (importer === undefined || detection === undefined) continue;
    if (detection.kind === 'refused') {
      throw new KnownError(detection.code, detection.message, { hint: detection.hint, exitCode: 2 });
    }
    return { detected: detection.export, importer, place: { ...place, platform } };
  }
  throw (await otherPlatform(tree, place)) ?? unknownExport(tree, place);
}

async function otherPlatform(tree: ExportTree, { platform }: ChannelPlace): Promise<KnownError | undefined> {
  for (const { id, name, import: importer } of adapters) {
    if (id === platform || (await importer?.detect(tree)) === undefined) continue;
    const own = adapterOf(platform).name;
    return new KnownError('export.wrong-platform', `This is an export of ${name}, and the channel is on ${own}.`, {
      hint: `Name the channel that it belongs to, or add it first: lastpost channel add ADDRESS`,
      exitCode: 2,
    });
  }
  return undefined;
}

function unknownExport(tree: ExportTree, { platform }: ChannelPlace): KnownError {
  const { name, facts, import: importer } = adapterOf(platform);
  const names = tree.parts.map((part) => part.name).join(', ');
  if (importer === undefined && platform !== 'website') {
    return new KnownError('export.not-supported', `No export of ${name} can be read yet.`, {
      hint: 'Keep the file: its form is not publicly known. Crawl what is public instead: lastpost snapshot take --channel …',
      exitCode: 2,
    });
  }
  const files = facts.exportFiles.value ?? [];
  const expected = files.length === 0 ? '' : ` It would hold ${files.slice(0, 4).join(', ')}.`;
  return new KnownError('export.unknown', `${names} is no export of ${name} that is known here.${expected}`, {
    hint: 'Give the file as it was downloaded, or the folder it was unpacked into.',
    exitCode: 2,
  });
}

/**
 * Holds whose export it is against whose channel.
 * @throws KnownError `export.wrong-account` when both say, and they differ
 */
export function requireSameAccount({ owner }: DetectedExport, place: ChannelPlace): void {
  const { handle, url } = place;
  // An id says who it is only where the channel is named by one: a name and a number may well be the same account's.
  const id =
    handle !== undefined && /^(did:|\d+$)/.test(plain(handle)) ? owner.id : owner.handle === null ? null : owner.id;
  const given = [owner.handle, id].flatMap((name) => (name === null ? [] : [plain(name)]));
  if (owner.url !== null && postAddressKey(owner.url) === postAddressKey(url)) return;
  if (handle === undefined || given.length === 0) return;
  const wanted = plain(handle);
  if (given.some((name) => name === wanted || name.split('@')[0] === wanted || wanted.split('@')[0] === name)) return;
  const shown = owner.handle ?? owner.name ?? owner.id ?? '';
  throw new KnownError('export.wrong-account', `This is the export of ${shown}, and the channel is ${handle}.`, {
    hint: 'If it is the same account under another name, add --any-account.',
    exitCode: 2,
  });
}

function plain(name: string): string {
  return name.trim().replace(/^@/, '').toLowerCase();
}
