import type { ChannelPlace } from '../../model/channel.ts';
import type { DetectedExport, ExportFinding, ExportTree } from '../../model/official-export.ts';
import type { PostKind, Visibility } from '../../model/post.ts';
import type { ChannelImport, ImportOptions } from '../channel-import.ts';
import { asNumber } from '../reading/json-reader.ts';
import { firstOfPath, handleOf, isSameName, originOf } from '../reading/own-account.ts';
import { readAccount } from './import-account.ts';
import { detectX, tablesOf } from './import-detect.ts';
import { countLeftOut, hiddenPosts } from './import-left-out.ts';
import { readManifest, type XManifest } from './import-manifest.ts';
import { XMediaFiles } from './import-media.ts';
import { NoteTexts } from './import-notes.ts';
import { PostReader } from './import-posts.ts';
import { anyScript, ofType, onlyValueOf, scriptsOf, type XScript } from './import-scripts.ts';
import type { XFrame } from './import-tweet.ts';

/** X's archive, as it has been given since 2011. */
export const xImport: ChannelImport = { detect: detectX, read };

async function* read(
  detected: DetectedExport,
  tree: ExportTree,
  place: ChannelPlace,
  options: ImportOptions,
): AsyncGenerator<ExportFinding> {
  const { signal, include } = options;
  const scripts = await scriptsOf(tree, anyScript);
  const manifest = await readManifest(scripts);
  const home = { url: `${originOf(place)}/${handleOf(place, firstOfPath)}`, handle: handleOf(place, firstOfPath) };
  const profile = await readAccount(scripts, manifest, detected.owner, home);
  yield { kind: 'profile', profile };
  if (profile.state === 'private') yield protectedNote;
  if (manifest?.isPartial === true) yield partialNote;

  const frame = frameOf(detected, tree, place, profile.state === 'private' ? 'unknown' : 'public');
  const asked = Object.entries(hiddenPosts).flatMap(([kind, types]) =>
    include.has(kind as keyof typeof hiddenPosts) ? [...types] : [],
  );
  const notes = ofType(scripts, 'note_tweet', ...(include.has('deleted') ? ['deleted_note_tweet'] : []));
  for await (const bad of frame.notes.load(notes, signal)) yield { kind: 'unreadable', id: null, ...bad };

  const tables = await tablesOf(tree);
  const reader = new PostReader(frame, tables.length > 0, signal);
  for (const script of ofType(scripts, 'tweets', 'tweet', 'month')) yield* reader.script(script);
  for (const script of ofType(scripts, 'community_tweet')) yield* reader.script(script);
  for (const script of ofType(scripts, ...asked)) yield* reader.script(script, hiddenAs(script));
  for (const table of tables) yield* reader.table(table);
  yield* reader.rest();

  for (const { file } of ofType(scripts, 'article', 'twitter_article')) yield* reader.articles(file);
  for (const [what, count] of await countLeftOut(scripts, manifest, new Set(asked), signal)) {
    yield { kind: 'left-out', what, count };
  }
  yield* claims(manifest, scripts, reader.hasOlderVersions);
}

const protectedNote: ExportFinding = {
  kind: 'note',
  text: {
    en: 'The account was protected when the archive was made: only its followers could see its posts.',
    de: 'Das Konto war geschützt, als das Archiv erstellt wurde: Nur Follower konnten die Beiträge sehen.',
  },
};

const partialNote: ExportFinding = {
  kind: 'note',
  text: {
    en: 'X calls this archive a partial one (isPartialArchive in data/manifest.js). Make sure that you have every file that X offered.',
    de: 'X nennt dieses Archiv unvollständig (isPartialArchive in data/manifest.js). Bitte prüfen, ob alle Dateien da sind, die X angeboten hat.',
  },
};

function hiddenAs({ type }: XScript): Visibility {
  return type === 'twitter_circle_tweet' ? 'followers' : 'private';
}

function frameOf(detected: DetectedExport, tree: ExportTree, place: ChannelPlace, visibility: Visibility): XFrame {
  const handle = handleOf(place, firstOfPath);
  const { owner, dialect, madeAt } = detected;
  // Whether the archive is this channel's at all is asked elsewhere; an account may have had another name.
  const written = isSameName(owner.handle, handle) ? (owner.handle ?? handle) : handle;
  const hasMedia = dialect === 'x-2022' || dialect === 'x-2019';
  return {
    handle,
    origin: originOf(place),
    account: { id: owner.id, handle: written, name: owner.name },
    madeAt,
    visibility,
    notes: new NoteTexts(),
    ...(hasMedia ? { media: new XMediaFiles(tree) } : {}),
  };
}

const counted: readonly PostKind[] = ['post', 'reply', 'quote', 'repost'];

/** What the archive itself says it holds. Each edit of a post is counted once more. */
async function* claims(
  manifest: XManifest | undefined,
  scripts: readonly XScript[],
  hasOlderVersions: boolean,
): AsyncGenerator<ExportFinding> {
  const reach = hasOlderVersions ? 'more-hidden' : 'exact';
  for (const [part, types] of [
    ['tweets', ['tweets', 'tweet']],
    ['community-tweet', ['community_tweet']],
  ] as const) {
    const files =
      manifest?.files.filter(({ type, count }) => (types as readonly string[]).includes(type) && count !== null) ?? [];
    if (manifest === undefined || files.length === 0) continue;
    const count = files.reduce((sum, file) => sum + (file.count ?? 0), 0);
    yield {
      kind: 'claim',
      claim: { name: 'manifest.js tweets', count, kinds: counted, reach, part },
      file: manifest.file,
    };
  }
  const [payload] = ofType(scripts, 'payload_details');
  const count = asNumber((await onlyValueOf(payload, 'payload')).tweets);
  if (payload !== undefined && count !== null) {
    yield {
      kind: 'claim',
      claim: { name: 'payload_details.js tweets', count, kinds: counted, reach: 'exact' },
      file: payload.file.path,
    };
  }
}
