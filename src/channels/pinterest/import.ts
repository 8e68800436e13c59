import type { ChannelPlace } from '../../model/channel.ts';
import type { ExportFile, ExportFinding, ExportTree } from '../../model/official-export.ts';
import type { ChannelImport } from '../channel-import.ts';
import { LeftOutCounter } from '../reading/export/count-left-out.ts';
import { filesLike } from '../reading/export/export-files.ts';
import { readBlocks } from './import-blocks.ts';
import { readPinBlock, said } from './import-pin.ts';

/** A pin stands in the first megabytes, behind what is known of the account. */
const MAX_SEARCH = 32 << 20;
const signs = /\/pin\/\d+\/?"[^<]*>[^<]*<\/a>[\s\S]{0,8000}?<br[^>]*>\s*Board (Id|Name):/;

/**
 * The page that Pinterest sends: sections of everything known, among them one block for each pin. What it says elsewhere of the
 * account, of messages and of ads is not taken over.
 */
export const pinterestImport: ChannelImport = {
  async detect(tree) {
    const [file] = await pagesOf(tree);
    if (file === undefined) return undefined;
    const handle = await usernameIn(file);
    const owner = { id: null, handle, name: null, url: null };
    return {
      kind: 'export',
      export: { platform: 'pinterest', dialect: 'pinterest-html', owner, madeAt: null, missingParts: [] },
    };
  },

  async *read(_detected, tree, place, { include, signal }) {
    const leftOut = new LeftOutCounter(include);
    for (const file of await pagesOf(tree)) yield* readPage(file, place, leftOut, signal);
    yield* leftOut.findings();
    yield zoneNote;
  },
};

async function* readPage(
  file: ExportFile,
  place: ChannelPlace,
  leftOut: LeftOutCounter,
  signal: AbortSignal | undefined,
): AsyncGenerator<ExportFinding> {
  const blocks = readBlocks(file, signal);
  let next = await blocks.next();
  for (; next.done !== true; next = await blocks.next()) {
    const { record } = next.value;
    const at = { file: file.path, record, offsetBytes: null };
    const read = readPinBlock(next.value, place);
    if ('problem' in read) {
      yield { kind: 'unreadable', id: read.id, at, message: `Pin ${record} of ${file.path}: ${read.problem}.` };
    } else if (leftOut.gives(read.as)) yield { kind: 'post', post: read.post, at };
  }
  if (!next.value) yield cutOff(file);
}

const zoneNote: ExportFinding = {
  kind: 'note',
  text: {
    en: 'The export names no zone for its times; they were read as UTC, in which Pinterest counts elsewhere.',
    de: 'Der Export nennt zu seinen Zeiten keine Zone; sie wurden als UTC gelesen, wie Pinterest sonst auch zählt.',
  },
};

function cutOff({ path }: ExportFile): ExportFinding {
  const at = { file: path, record: null, offsetBytes: null };
  return { kind: 'unreadable', id: null, at, message: `${path} ends too early: pins may be missing behind its end.` };
}

async function pagesOf(tree: ExportTree): Promise<readonly ExportFile[]> {
  const found: ExportFile[] = [];
  for (const file of filesLike(tree, /\.html?$/i).slice(0, 20)) if (await hasPins(file)) found.push(file);
  return found;
}

/** A pin's address with the labels that stand below it, and nowhere else. */
async function hasPins(file: ExportFile): Promise<boolean> {
  const decoder = new TextDecoder('utf-8');
  let window = '';
  let bytes = 0;
  for await (const chunk of file.open()) {
    window = `${window.slice(-10_000)}${decoder.decode(chunk, { stream: true })}`;
    bytes += chunk.length;
    if (window.includes('pinterest.') && signs.test(window)) return true;
    if (bytes > MAX_SEARCH) return false;
  }
  return false;
}

/** Whose pins they are, where the first of them all say the same. */
async function usernameIn(file: ExportFile): Promise<string | null> {
  const names = new Set<string>();
  let count = 0;
  for await (const block of readBlocks(file)) {
    const name = said(block, 'Username');
    if (name !== null && !block.isMixed) names.add(name);
    count += 1;
    if (count >= 50) break;
  }
  const [only] = names;
  return names.size === 1 && only !== undefined ? only : null;
}
