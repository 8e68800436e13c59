import type { DetectedExport, ExportFile, ExportFinding, ExportTree, LeftOut } from '../../model/official-export.ts';
import type { ChannelImport } from '../channel-import.ts';
import { LeftOutCounter } from '../reading/export/count-left-out.ts';
import { filesLike, MediaFinder } from '../reading/export/export-files.ts';
import type { JsonObject } from '../reading/json-reader.ts';
import { countItems } from './import-count.ts';
import { isNotesFile, readNotesFile } from './import-notes.ts';
import { peekOutbox, readOutboxFile } from './import-outbox.ts';
import { ownerByAddress, ownerOf, packedAtByName, readActorFile } from './import-owner.ts';
import { idOf, readActivityStreams } from './read-activity.ts';
import { type Server, serverOf } from './server.ts';

const lists: readonly (readonly [RegExp, LeftOut])[] = [
  [/(^|\/)(likes|bookmarks)\.json$/, 'likes-and-bookmarks'],
  [/(^|\/)(followers|following)\.json$/, 'contacts'],
];
const media = /\.(?!json$)\w{2,5}$/i;

/**
 * The archive of an account on Mastodon, and on whatever else packs its ActivityStreams outbox (Pleroma, Akkoma); the notes of
 * Misskey and its relatives.
 * @see https://github.com/mastodon/mastodon/blob/main/app/services/backup_service.rb
 */
export const mastodonImport: ChannelImport = {
  async detect(tree) {
    const actor = await actorIn(tree);
    for (const file of outboxes(tree)) {
      const outbox = await peekOutbox(file);
      if (outbox === undefined) continue;
      const owner = actor === undefined ? ownerByAddress(outbox.actor) : ownerOf(actor);
      return found(tree, { dialect: 'activitystreams-archive', owner, missingParts: [] });
    }
    // An actor alone is an archive that was given without its posts, where it says that they lie beside it.
    if (actor !== undefined && idOf(actor.outbox) === 'outbox.json') {
      const missingParts = ['outbox.json'];
      return found(tree, { dialect: 'activitystreams-archive', owner: ownerOf(actor), missingParts });
    }
    if ((await notesFiles(tree)).length === 0) return undefined;
    const nobody = { id: null, handle: null, name: null, url: null };
    return found(tree, { dialect: 'misskey-notes', owner: nobody, missingParts: [] });
  },

  async *read({ dialect }, tree, place, { include, signal }) {
    const leftOut = new LeftOutCounter(include);
    const server = serverOf(place);
    if (dialect === 'misskey-notes') {
      for (const file of await notesFiles(tree)) yield* readNotesFile(file, server, leftOut, signal);
    } else yield* readArchive(tree, server, leftOut, signal);
    yield* leftOut.findings();
  },
};

function found(tree: ExportTree, known: Omit<DetectedExport, 'platform' | 'madeAt'>) {
  const madeAt = packedAtByName(tree.parts.map(({ name }) => name));
  return { kind: 'export', export: { platform: 'mastodon', madeAt, ...known } } as const;
}

function outboxes(tree: ExportTree): readonly ExportFile[] {
  return filesLike(tree, /(^|\/)outbox\.json$/);
}

async function actorIn(tree: ExportTree): Promise<JsonObject | undefined> {
  for (const file of filesLike(tree, /(^|\/)actor\.json$/)) {
    const actor = await readActorFile(file);
    if (actor !== undefined) return actor;
  }
  return undefined;
}

async function notesFiles(tree: ExportTree): Promise<readonly ExportFile[]> {
  const notes: ExportFile[] = [];
  for (const file of filesLike(tree, /(^|\/)notes[^/]*\.json$/).slice(0, 100)) {
    if (await isNotesFile(file)) notes.push(file);
  }
  return notes;
}

async function* readArchive(
  tree: ExportTree,
  server: Server,
  leftOut: LeftOutCounter,
  signal: AbortSignal | undefined,
): AsyncGenerator<ExportFinding> {
  yield* readProfile(tree, server);
  const context = { server, leftOut, files: new MediaFinder(tree, media) };
  for (const file of outboxes(tree)) yield* readOutboxFile(file, context, signal);
  for (const [pattern, what] of lists) {
    for (const file of filesLike(tree, pattern)) yield* countItems(file, what, leftOut, signal);
  }
}

async function* readProfile(tree: ExportTree, server: Server): AsyncGenerator<ExportFinding> {
  const actor = await actorIn(tree);
  const url = idOf(actor) ?? '';
  if (actor === undefined || !URL.canParse(url)) return;
  for (const finding of readActivityStreams(actor, { server, url })) if (finding.kind === 'profile') yield finding;
}
