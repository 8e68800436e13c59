import type { Profile } from '../../model/finding.ts';
import type { ExportOwner } from '../../model/official-export.ts';
import { readJsonFile } from '../reading/export/json-records.ts';
import { asList, asText, asTime, asUrl, at } from '../reading/json-reader.ts';
import type { XManifest } from './import-manifest.ts';
import { ofType, onlyValueOf, type XScript } from './import-scripts.ts';

/** The account as the archive knows it, from `account.js`, `profile.js` and `protected-history.js`, or `user_details.js`. */
export async function readAccount(
  scripts: readonly XScript[],
  manifest: XManifest | undefined,
  owner: ExportOwner,
  home: { readonly url: string; readonly handle: string },
): Promise<Profile> {
  const account = await onlyValueOf(ofType(scripts, 'account')[0], 'account');
  const profile = await onlyValueOf(ofType(scripts, 'profile')[0], 'profile');
  const details = await onlyValueOf(ofType(scripts, 'user_details')[0], 'user');
  const counted = (type: string) => {
    const files = manifest?.files.filter((file) => file.type === type) ?? [];
    return files.length === 0 ? null : files.reduce((sum, { count }) => sum + (count ?? 0), 0);
  };
  return {
    id: owner.id,
    handle: owner.handle ?? home.handle,
    name: owner.name,
    bio: asText(at(profile, 'description', 'bio')) ?? asText(details.bio),
    url: home.url,
    avatarUrl: asUrl(profile.avatarMediaUrl),
    followers: counted('follower'),
    following: counted('following'),
    since: asTime(account.createdAt) ?? asTime(details.created_at),
    state: (await isProtected(scripts)) ? 'private' : 'open',
  };
}

/** The last thing done to the setting; nothing is said where it was not touched lately. */
async function isProtected(scripts: readonly XScript[]): Promise<boolean> {
  const [script] = ofType(scripts, 'protected_history');
  if (script === undefined) return false;
  const history = asList(await readJsonFile(script.file)).map((item) => ({
    at: asTime(at(item, 'protectedHistory', 'protectedAt')) ?? '',
    action: asText(at(item, 'protectedHistory', 'action')) ?? '',
  }));
  const last = history.sort((a, b) => a.at.localeCompare(b.at)).at(-1);
  return last !== undefined && /^protect/i.test(last.action);
}
