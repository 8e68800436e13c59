import type { Detection, ExportFile, ExportTree } from '../../../model/official-export.ts';
import { asList, asObject, asText, asUnixTime, at, type JsonObject } from '../json-reader.ts';
import { filesLike, headOf, missingNumbers } from './export-files.ts';
import { readJsonFile } from './json-records.ts';
import { firstMetaRecords } from './meta-records.ts';
import { repairAll } from './mojibake.ts';

/** The first of the files that fit a pattern and hold at least one record that is one of the platform's. */
export async function firstFileWith(
  tree: ExportTree,
  pattern: RegExp,
  isRecord: (record: JsonObject, list: string | null) => boolean,
  most = 20,
): Promise<ExportFile | undefined> {
  for (const file of filesLike(tree, pattern).slice(0, most)) {
    const records = await firstMetaRecords(file);
    if (records.some(({ value, list }) => isRecord(asObject(value) ?? {}, list))) return file;
  }
  return undefined;
}

/** Names that Meta's programs give to the parts of their pages, and servers that these load from. */
const marksOfMeta =
  /\buiBoxWhite\b|["' ]_a6-[a-z]\b|["' ]_a7[0-9a-z]{2}\b|["' ]_3-9[0-9a-z]\b|fbcdn\.net|cdninstagram\.com/;

/** Whether an export lies there as pages to look at: one of the files that fit is a page of Meta's. */
export async function hasMetaPages(tree: ExportTree, pattern: RegExp): Promise<boolean> {
  for (const file of filesLike(tree, pattern).slice(0, 5)) {
    const head = await headOf(file, 256 << 10);
    if (/<html\b|<!doctype html/i.test(head.slice(0, 1024)) && marksOfMeta.test(head)) return true;
  }
  return false;
}

/** What to say of such pages. */
export function htmlOnly(platform: string): Detection {
  return {
    kind: 'refused',
    code: 'export.html-only',
    message: `This is an export from ${platform} as HTML: pages to look at, from which posts cannot be taken without loss.`,
    hint:
      'Ask for it again in the Accounts Center under "Export your information": choose JSON as the format, all of the ' +
      'time, and media in high quality. The link to download it works for 4 days.',
  };
}

/**
 * Files that must exist, as the numbers in the names of others say: the first has the number 1.
 * @param pattern with the number as its only group
 */
export function missingFiles(tree: ExportTree, pattern: RegExp): readonly string[] {
  const numbers = new Map<string, number[]>();
  for (const { path } of tree.files) {
    const digits = pattern.exec(path)?.[1];
    if (digits === undefined) continue;
    const series = path.replace(/\d+(\.\w+)$/, '#$1');
    numbers.set(series, [...(numbers.get(series) ?? []), Number(digits)]);
  }
  return [...numbers].flatMap(([series, known]) =>
    missingNumbers(known, 1).map((number) => series.replace(/#(\.\w+)$/, `${number}$1`)),
  );
}

const requests = /(^|\/)your_information_download_requests\.json$/;
const datedName = /(?:^|[^\d])(20\d\d)-(\d{1,2})-(\d{1,2})(?:[^\d]|$)/;

/**
 * When the export was asked for, which is as close as one comes to when it was made: from the list of such requests in it,
 * else from the day in the name of the ZIP (only where year, month and day come in this order: others mean several days).
 */
export async function metaMadeAt(tree: ExportTree): Promise<string | null> {
  const [file] = filesLike(tree, requests);
  if (file !== undefined) {
    const times = (await firstMetaRecords(file, 1000)).flatMap(({ value }) => asUnixTime(at(value, 'timestamp')) ?? []);
    const newest = times.sort().at(-1);
    if (newest !== undefined) return newest;
  }
  for (const name of namesOf(tree)) {
    const [, year = '', month = '', day = ''] = datedName.exec(name) ?? [];
    const time = Date.parse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T00:00:00Z`);
    if (!Number.isNaN(time)) return new Date(time).toISOString();
  }
  return null;
}

/** `instagram-NAME-2025-08-24-AbCdEfGh`: the account in the name of the ZIP, or of its root. */
export function handleInName(tree: ExportTree, platform: string): string | null {
  const pattern = new RegExp(`^${platform}-([\\w.]+)-\\d{1,4}[-_.]\\d{1,2}[-_.]\\d{1,4}(?:-|\\.|$)`, 'i');
  const found = namesOf(tree).flatMap((name) => pattern.exec(name)?.[1] ?? []);
  return found[0] ?? null;
}

function namesOf(tree: ExportTree): readonly string[] {
  const roots = tree.files.slice(0, 1).flatMap(({ path }) => (path.includes('/') ? (path.split('/')[0] ?? []) : []));
  return [...tree.parts.map(({ name }) => name), ...roots];
}

/** What an account says of itself in a file of Instagram's: values by labels in the language of the account. */
export interface OwnWords {
  readonly handle: string | null;
  readonly name: string | null;
  readonly bio: string | null;
  readonly isPrivate: boolean;
}

const labelsOfHandle =
  /^(username|user name|benutzername|nutzername|nom d[’']utilisateur|nom de profil|nombre de usuario|nome de usuário|nome utente|gebruikersnaam|nazwa użytkownika|brugernavn|användarnamn|kullanıcı adı|имя пользователя|用戶名稱|用户名|ユーザーネーム|사용자 이름)$/i;
const labelsOfName = /^(name|nom|nombre|nome|naam|imię i nazwisko|navn|namn|ad|имя|姓名|名前|이름)$/i;
const labelsOfBio = /^(bio|steckbrief|biographie|biografía|biografia|biografie|自我介紹|自己紹介|소개)$/i;
const labelsOfPrivacy =
  /^(private account|privates konto|compte privé|cuenta privada|conta privada|account privato|privéaccount|konto prywatne)$/i;

/** @param list `profile_user` of Instagram, `text_post_app_text_post_app_profile` of Threads */
export async function readOwnWords(file: ExportFile | undefined, list: string): Promise<OwnWords> {
  const value = file === undefined ? undefined : repairAll(await readJsonFile(file, 1 << 20));
  const labels = Object.entries(asObject(at(value, list, 0, 'string_map_data')) ?? {});
  const said = (pattern: RegExp) => {
    const [, found] = labels.find(([label]) => pattern.test(label.trim())) ?? [];
    return asText(at(found, 'value'));
  };
  const link = asList(labels.map(([, label]) => asText(at(label, 'href')))).flatMap(
    (href) => /^https:\/\/www\.(?:instagram|threads)\.(?:com|net)\/@?([\w.]+)\/?$/.exec(String(href))?.[1] ?? [],
  )[0];
  return {
    handle: said(labelsOfHandle) ?? link ?? null,
    name: said(labelsOfName),
    bio: said(labelsOfBio),
    isPrivate: /^true$/i.test(said(labelsOfPrivacy) ?? ''),
  };
}
