import type { ChannelPlace } from '../../model/channel.ts';
import type {
  DetectedExport,
  ExportFile,
  ExportFinding,
  ExportOwner,
  ExportTree,
  LeftOut,
} from '../../model/official-export.ts';
import type { ChannelImport, ImportOptions } from '../channel-import.ts';
import { LeftOutCounter } from '../reading/export/count-left-out.ts';
import { MadeIds } from '../reading/export/export-id.ts';
import { readWholeTable } from '../reading/export/whole-table.ts';
import { writtenTime } from '../reading/export/written-time.ts';
import { originOf } from '../reading/own-account.ts';
import { accountOf } from './extract.ts';
import { refuseAnalytics } from './import-analytics.ts';
import { articlesIn, readArticle } from './import-article.ts';
import { type OwnWords, readCommentLine, readRepostLine, readShareLine } from './import-share.ts';
import { type LinkedinTable, linkedinTables, ownerOf } from './import-tables.ts';
import { doubledQuotes } from './import-words.ts';

/**
 * The personal archive: a ZIP of tables, and of articles as HTML. A company's page has no archive; what it exports are
 * statistics, which are known for what they are and refused.
 * @see https://www.linkedin.com/help/linkedin/answer/a1339364, https://github.com/Hermione-Granger-1176/linkedin-analyzer
 */
export const linkedinImport: ChannelImport = {
  async detect(tree) {
    const tables = await linkedinTables(tree);
    if (tables.length === 0) return refuseAnalytics(tree);
    const owner: ExportOwner = { id: null, handle: null, name: await ownerOf(tables), url: null };
    const madeAt = madeAtOf(tree);
    return {
      kind: 'export',
      export: { platform: 'linkedin', dialect: 'linkedin-personal', owner, madeAt, missingParts: [] },
    };
  },

  async *read(detected, tree, place, options) {
    const tables = await linkedinTables(tree);
    const leftOut = new LeftOutCounter(options.include);
    const own = ownWordsOf(detected, place);
    const { author } = own;
    if (author.name !== null) {
      const profile = { id: null, handle: author.handle, name: author.name, bio: null, url: author.url };
      const numbers = { avatarUrl: null, followers: null, following: null, since: null };
      yield { kind: 'profile', profile: { ...profile, ...numbers, state: 'open' } };
    }
    for (const table of tables) yield* readTable(table, own, leftOut, options);
    for (const file of articlesIn(tree, tables)) yield* readArticle(file, own, leftOut, options.signal);
    yield* leftOut.findings();
    yield* notes(tables);
  },
};

/** Only the name of the ZIP says when it was made, and only the day: `Complete_LinkedInDataExport_06-12-2026.zip`. */
function madeAtOf({ parts }: ExportTree): string | null {
  const days = parts.flatMap(({ name }) => {
    const [, month, day, year] = /LinkedInDataExport_(\d{2})-(\d{2})-(\d{4})/i.exec(name) ?? [];
    return writtenTime(`${year}-${month}-${day}`) ?? [];
  });
  return days.sort().at(-1) ?? null;
}

function ownWordsOf({ owner }: DetectedExport, place: ChannelPlace): OwnWords {
  const origin = originOf(place);
  const account = accountOf(place);
  const author = {
    id: null,
    handle: account.split('/')[1] ?? null,
    name: owner.name,
    url: `${origin}/${account}/`,
  };
  return { author, origin, ids: new MadeIds() };
}

const leftOutBy: Readonly<Partial<Record<LinkedinTable['kind'], LeftOut>>> = {
  messages: 'direct-messages',
  contacts: 'contacts',
  reactions: 'likes-and-bookmarks',
  advertising: 'advertising',
  others: 'others',
};

const lineBegins = /\n\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2})?( UTC)?,"?https?:\/\//;

async function* readTable(
  table: LinkedinTable,
  own: OwnWords,
  leftOut: LeftOutCounter,
  { signal }: ImportOptions,
): AsyncGenerator<ExportFinding> {
  const { file, kind, fromLine } = table;
  if (kind === 'unknown') {
    const message = `${file.path} could not be read: its first line does not name the columns that it should have.`;
    yield { kind: 'unreadable', id: null, at: { file: file.path, record: null, offsetBytes: null }, message };
    return;
  }
  const what = leftOutBy[kind];
  const options = { lineBegins, fromLine, ...(signal === undefined ? {} : { signal }) };
  for await (const line of readWholeTable(kind === 'comments' ? withDoubledQuotes(file) : file, options)) {
    const at = { file: file.path, record: line.record, offsetBytes: line.offsetBytes };
    if (line.error !== undefined) {
      const message = `A line of ${file.path} could not be read: ${line.error}.`;
      yield { kind: 'unreadable', id: null, at, message };
    } else if (what !== undefined) leftOut.add(what);
    else if (kind === 'shares') yield* readShareLine(line.fields, at, own, leftOut);
    else if (kind === 'comments') yield readCommentLine(line.fields, at, own);
    else if (kind === 'reposts') yield readRepostLine(line.fields, at, own);
  }
}

function withDoubledQuotes(file: ExportFile): ExportFile {
  return { ...file, open: (signal) => doubledQuotes(file.open(signal)) };
}

function* notes(tables: readonly LinkedinTable[]): Generator<ExportFinding> {
  if (!tables.some(({ kind }) => kind === 'shares')) {
    const en =
      'There is no Shares.csv in it. LinkedIn sends a first part within minutes and the complete archive, with the posts, about a day later.';
    const de =
      'Shares.csv fehlt darin. LinkedIn schickt nach wenigen Minuten einen ersten Teil und etwa einen Tag später das vollständige Archiv mit den Beiträgen.';
    yield { kind: 'note', text: { en, de } };
    return;
  }
  const en =
    'LinkedIn writes MEMBER_NETWORK beside posts that everybody sees as well as beside those for connections, so that who sees a post is unknown. Pictures, films and documents are not in the archive, only their addresses.';
  const de =
    'LinkedIn schreibt MEMBER_NETWORK neben öffentliche Beiträge ebenso wie neben solche nur für Kontakte; wer einen Beitrag sieht, bleibt damit offen. Bilder, Filme und Dokumente liegen dem Archiv nicht bei, nur ihre Adressen.';
  yield { kind: 'note', text: { en, de } };
}
