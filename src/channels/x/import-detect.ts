import type { DetectedExport, Detection, ExportFile, ExportOwner, ExportTree } from '../../model/official-export.ts';
import { filesLike, headOf, missingNumbers } from '../reading/export/export-files.ts';
import { readJsonFile } from '../reading/export/json-records.ts';
import { asList, asNumber, asText, asTime, at } from '../reading/json-reader.ts';
import { absentFiles, readManifest, type XManifest } from './import-manifest.ts';
import { ofType, onlyValueOf, scriptsOf, tellingScript, type XScript } from './import-scripts.ts';

/** Scripts with posts of one's own, or with what belongs to them. */
const withPosts = ['tweets', 'tweet', 'note_tweet', 'community_tweet', 'deleted_tweets', 'twitter_circle_tweet'];
const nobody: ExportOwner = { id: null, handle: null, name: null, url: null };

/**
 * X's archive in the forms it has had: `x-2022` until today (`tweets.js`), `x-2019` (`tweet.js`), `x-2018` and before
 * (a script a month, in `data/js/tweets/`), and `x-csv` for the table that lay beside those.
 * @see https://help.x.com/en/managing-your-account/how-to-download-your-x-archive
 */
export async function detectX(tree: ExportTree): Promise<Detection | undefined> {
  const scripts = await scriptsOf(tree, tellingScript);
  const manifest = await readManifest(scripts);
  const isListed = manifest?.files.some(({ type }) => type === 'tweets' || type === 'tweet') === true;
  if (ofType(scripts, 'tweets', 'tweet').length > 0 || isListed) return found(await current(tree, scripts, manifest));
  if (ofType(scripts, 'month').length > 0) return found(await monthly(tree, scripts));
  if ((await tablesOf(tree)).length > 0)
    return found({ dialect: 'x-csv', owner: nobody, madeAt: null, missingParts: [] });
  return (await isPageAlone(tree)) ? refused : undefined;
}

function found(detected: Omit<DetectedExport, 'platform'>): Detection {
  return { kind: 'export', export: { platform: 'x', ...detected } };
}

const refused: Detection = {
  kind: 'refused',
  code: 'export.html-only',
  message: 'This is the page that shows an archive of X ("Your archive.html"), without the archive.',
  hint: 'Give the whole ZIP as X sent it, or the unpacked folder with its folder "data" in it.',
};

async function current(
  tree: ExportTree,
  scripts: readonly XScript[],
  manifest: XManifest | undefined,
): Promise<Omit<DetectedExport, 'platform'>> {
  const parts = ofType(scripts, 'tweets', 'tweet');
  const type = parts.some((script) => script.type === 'tweets') ? 'tweets' : (parts[0]?.type ?? 'tweets');
  const account = await onlyValueOf(ofType(scripts, 'account')[0], 'account');
  const said = manifest?.owner ?? nobody;
  return {
    dialect: type === 'tweets' ? 'x-2022' : 'x-2019',
    owner: {
      id: said.id ?? asText(account.accountId),
      handle: said.handle ?? asText(account.username),
      name: said.name ?? asText(account.accountDisplayName),
      url: null,
    },
    madeAt: manifest?.madeAt ?? null,
    missingParts: manifest === undefined ? gapsOf(parts, type) : absentFiles(manifest, tree, withPosts),
  };
}

/** Without a manifest the numbers of the parts tell; the first is 0. */
function gapsOf(parts: readonly XScript[], type: string): readonly string[] {
  const numbers = parts.filter((script) => script.type === type).map(({ part }) => part);
  return missingNumbers(numbers, 0).map((number) => (number === 0 ? `${type}.js` : `${type}-part${number}.js`));
}

async function monthly(tree: ExportTree, scripts: readonly XScript[]): Promise<Omit<DetectedExport, 'platform'>> {
  const user = await onlyValueOf(ofType(scripts, 'user_details')[0], 'user');
  const payload = await onlyValueOf(ofType(scripts, 'payload_details')[0], 'payload');
  const [index] = ofType(scripts, 'tweet_index');
  const listed = asList(index === undefined ? [] : await readJsonFile(index.file)).flatMap((month) => {
    const path = asText(at(month, 'file_name'));
    return path === null || asNumber(at(month, 'tweet_count')) === 0 ? [] : [path];
  });
  const there = new Set(ofType(scripts, 'month').map(({ file }) => file.path.split('/').at(-1)));
  return {
    dialect: 'x-2018',
    owner: { id: asText(user.id), handle: asText(user.screen_name), name: asText(user.full_name), url: null },
    madeAt: asTime(payload.created_at),
    missingParts: (await tablesOf(tree)).length > 0 ? [] : listed.filter((path) => !there.has(path.split('/').at(-1))),
  };
}

const columns = ['tweet_id', 'timestamp', 'text', 'retweeted_status_id', 'expanded_urls'];

/** `tweets.csv` as the archive had it until 2018, by its columns. */
export async function tablesOf(tree: ExportTree): Promise<readonly ExportFile[]> {
  const tables: ExportFile[] = [];
  for (const file of filesLike(tree, /(?:^|\/)[^/]*tweets[^/]*\.csv$/i)) {
    const [line = ''] = (await headOf(file, 1024)).split('\n', 1);
    const names = new Set(line.split(',').map((name) => name.trim().replace(/^"|"$/g, '')));
    if (columns.every((name) => names.has(name))) tables.push(file);
  }
  return tables;
}

/** The page draws itself from the scripts beside it, which it names. */
async function isPageAlone(tree: ExportTree): Promise<boolean> {
  for (const file of filesLike(tree, /^(?:[^/]+\/)?[^/]+\.html?$/i)) {
    const head = await headOf(file, 64 << 10);
    if (
      /\bdata\/manifest\.js\b|\b__THAR_CONFIG\b|\bwindow\.YTD\b|\bGrailbird\b|\bdata\/js\/tweet_index\.js\b/.test(head)
    )
      return true;
  }
  return false;
}
