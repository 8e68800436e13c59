import type { ChannelPlace } from '../../model/channel.ts';
import { segmentsOf } from '../address.ts';

/** The app view that answers strangers. @see https://docs.bsky.app/docs/advanced-guides/api-directory */
const appView = 'https://public.api.bsky.app';

/** Where an account is read. */
export interface Account {
  /** Handle or DID, as the place names it. */
  readonly name: string;
  /** Origin of the interface that gives profiles and feeds, without a slash. */
  readonly view: string;
  /** Set where one server is to answer everything, as a person said. */
  readonly only: string | undefined;
  /** Address of the account's page, without a slash at the end. */
  readonly page: string;
}

export function accountOf({ handle, url, api }: ChannelPlace): Account {
  const page = url.replace(/\/$/, '');
  const name = handle ?? segmentsOf(new URL(url)).at(-1) ?? '';
  const only = api?.replace(/\/(xrpc\/?)?$/, '');
  return { name: name.replace(/^@/, ''), view: only ?? appView, only, page };
}

export interface RecordAddress {
  readonly did: string;
  readonly collection: string;
  readonly key: string;
}

/** `at://did/collection/key`; undefined for anything else, addresses with a handle among them. */
export function readAtUri(uri: unknown): RecordAddress | undefined {
  const match = typeof uri === 'string' ? /^at:\/\/(did:[a-z]+:[^/\s]+)\/([\w.-]+)\/([\w.~:-]+)$/.exec(uri) : null;
  const [, did, collection, key] = match ?? [];
  return did === undefined || collection === undefined || key === undefined ? undefined : { did, collection, key };
}

/** The page on which the web app shows a record; null for what has no page of its own. */
export function pageOf(uri: string, { page }: Account, ownDid?: string): string | null {
  const record = readAtUri(uri);
  const folder = folders[record?.collection ?? ''];
  if (record === undefined || folder === undefined) return null;
  const { origin } = new URL(page);
  if (folder === 'starter-pack') return `${origin}/starter-pack/${record.did}/${record.key}`;
  const profile = record.did === ownDid ? page : `${origin}/profile/${record.did}`;
  return `${profile}/${folder}/${record.key}`;
}

const folders: Readonly<Record<string, string>> = {
  'app.bsky.feed.post': 'post',
  'app.bsky.feed.generator': 'feed',
  'app.bsky.graph.list': 'lists',
  'app.bsky.graph.starterpack': 'starter-pack',
};

/** An address of the interface with what is asked. */
export function xrpc(base: string, method: string, parameters: Readonly<Record<string, string>>): string {
  return `${base}/xrpc/${method}?${new URLSearchParams(parameters)}`;
}
