import { isoTime } from '../base/clock.ts';
import { gatherChunks } from '../base/gather-chunks.ts';
import { softwareName } from '../base/software.ts';
import type { ExportFormat, ExportLanguage } from '../model/export-format.ts';
import type { JourneyContext } from '../model/journey-context.ts';
import type { PostFilter } from '../model/post-store.ts';
import type { ExportedPost, ExportFacts, PostsAgain } from '../posts/exports/exported-post.ts';
import { writeHtml } from '../posts/exports/html/write-html.ts';
import { writeMarkdown } from '../posts/exports/markdown/write-markdown.ts';
import { MediaFolder, type OpenMedium } from '../posts/exports/media-folder.ts';
import { writeAtom } from '../posts/exports/write-atom.ts';
import { writeCsv } from '../posts/exports/write-csv.ts';
import { writeJsonl } from '../posts/exports/write-jsonl.ts';
import { writeXlsx } from '../posts/exports/write-xlsx.ts';
import { openNearestWorkspace, type WorkspacePlace } from '../workspace/open-workspace.ts';
import { chooseExportTarget } from './choose-export-target.ts';
import { MediaOfExports } from './media-of-exports.ts';
import { MediaOfSnapshots } from './media-of-snapshots.ts';
import { type ExportedPosts, postsOfSnapshot } from './open-exported-posts.ts';
import { postsOfLedger } from './posts-of-ledger.ts';
import { putFile, putFolder } from './put-export.ts';

export interface ExportPostsInput {
  readonly format: ExportFormat;
  readonly filter: PostFilter;
  /** Path of a WACZ or id of a snapshot, to export from its own list; undefined for all posts of the workspace. */
  readonly snapshot?: string;
  /** A path, `-` for stdout, or undefined for a fitting name in the folder one is in. */
  readonly out?: string;
  readonly force: boolean;
  /** For csv: as Excel opens it by double click. */
  readonly excel: boolean;
  /** For html; the workspace's first language unless said. */
  readonly language?: ExportLanguage;
  readonly outIsTerminal: boolean;
  /** Takes what goes to stdout. */
  readonly toStdout: (chunks: AsyncIterable<Uint8Array>) => Promise<void>;
}

export interface ExportResult {
  readonly format: ExportFormat;
  /** Absolute; null for stdout. */
  readonly target: string | null;
  readonly posts: number;
  /** Null for formats that have no files beside them. */
  readonly media: ExportedMedia | null;
  /** What should be in the export and is not, or not whole; one sentence each. */
  readonly problems: readonly string[];
}

export interface ExportedMedia {
  readonly files: number;
  readonly bytes: number;
  /** Media that are in no snapshot. */
  readonly missing: number;
  /** Media that the snapshot should have, and that could not be read. */
  readonly unreadable: number;
}

/**
 * Writes the posts of a workspace, or of one snapshot, in a format of a person's choice.
 * @throws KnownError those of `chooseExportTarget`, `postsOfSnapshot`, `postsOfLedger` and `putFile`
 */
export async function exportPosts(
  input: ExportPostsInput,
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<ExportResult> {
  const { format, filter, snapshot, out, force, outIsTerminal } = input;
  const { cwd } = place;
  const target = await chooseExportTarget({ format, out, force, cwd, channel: filter.channel, outIsTerminal });
  const source = await (snapshot === undefined
    ? postsOfLedger(filter, place)
    : postsOfSnapshot(snapshot, filter, place));
  try {
    if (target.kind === 'folder') return await toFolder(input, target, source, place, context);
    return await toStream(input, target.kind === 'file' ? target : undefined, source, context);
  } finally {
    await source.close();
  }
}

interface PlaceOnDisk {
  readonly path: string;
  readonly replaces: boolean;
}

async function toStream(
  input: ExportPostsInput,
  target: PlaceOnDisk | undefined,
  source: ExportedPosts,
  context: JourneyContext,
): Promise<ExportResult> {
  const cut: string[] = [];
  let count = 0;
  const posts = () =>
    each(source.posts(), context, (so) => {
      count = so;
    });
  const chunks = gatherChunks(streamOf(input, posts, factsOf(source, context), (sentence) => cut.push(sentence)));
  if (target === undefined) await input.toStdout(chunks);
  else await putFile(target.path, chunks, target.replaces, context.signal);
  return {
    format: input.format,
    target: target?.path ?? null,
    posts: count,
    media: null,
    problems: [...source.unreadable(), ...cut],
  };
}

function streamOf(
  { format, excel }: ExportPostsInput,
  posts: PostsAgain,
  facts: ExportFacts,
  onCut: (sentence: string) => void,
): AsyncIterable<string | Uint8Array> {
  if (format === 'csv') return writeCsv(posts(), excel ? 'excel' : 'plain');
  if (format === 'xlsx') return writeXlsx(posts(), facts, onCut);
  if (format === 'atom') return writeAtom(posts, facts);
  return writeJsonl(posts());
}

async function toFolder(
  input: ExportPostsInput,
  target: PlaceOnDisk,
  source: ExportedPosts,
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<ExportResult> {
  const { format } = input;
  const facts = factsOf(source, context);
  const language = input.language ?? (format === 'html' ? await languageOf(place) : 'en');
  const snapshots = new MediaOfSnapshots((name) => source.fileOf(name));
  const originals = new MediaOfExports((id) => source.partsOf(id));
  const openMedium: OpenMedium = (medium) =>
    medium.kind === 'record'
      ? snapshots.open(medium.place, medium.snapshot)
      : originals.open(medium.export, medium.file);
  try {
    const { posts, media, problems } = await putFolder(
      target.path,
      async (folder) => {
        const mediaFolder = new MediaFolder(folder, openMedium);
        const onPost = (count: number) => context.onProgress({ phase: 'export', postsDone: count });
        const job = { folder, posts: source.posts, media: mediaFolder, facts, signal: context.signal, onPost };
        const count = await (format === 'html' ? writeHtml(job, language) : writeMarkdown(job));
        const { files, bytes, missing, unreadable } = mediaFolder.tally;
        return {
          ...facts,
          format,
          posts: count,
          media: { files, bytes, missing, unreadable: unreadable.length },
          problems: [...source.unreadable(), ...new Set(unreadable)],
        };
      },
      target.replaces,
    );
    return { format, target: target.path, posts, media, problems };
  } finally {
    await snapshots.close();
    await originals.close();
  }
}

function factsOf({ title }: ExportedPosts, { clock }: JourneyContext): ExportFacts {
  return { title, madeAt: isoTime(clock.now()), software: softwareName() };
}

async function* each(
  posts: AsyncIterable<ExportedPost>,
  { signal, onProgress }: JourneyContext,
  onCount: (count: number) => void,
): AsyncGenerator<ExportedPost> {
  let count = 0;
  for await (const exported of posts) {
    signal.throwIfAborted();
    yield exported;
    count += 1;
    onCount(count);
    onProgress({ phase: 'export', postsDone: count });
  }
}

async function languageOf(place: WorkspacePlace): Promise<ExportLanguage> {
  const workspace = await openNearestWorkspace(place);
  return workspace?.config.brand.languages[0]?.toLowerCase().startsWith('de') === true ? 'de' : 'en';
}
