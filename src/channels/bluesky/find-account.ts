import type { PublicSite, SiteAnswer } from '../../model/public-site.ts';
import { asList, asText, asUrl, at, parseJson } from '../reading/json-reader.ts';
import { troubleIn } from './read-profile.ts';
import { type Account, xrpc } from './repo-address.ts';

export interface FoundAccount {
  readonly did: string;
  /** Origin of the server on which the account lives; undefined when nothing says. */
  readonly server: string | undefined;
}

const directory = 'https://plc.directory';

/**
 * Handle → DID → server. Where one server is to answer everything, it is asked who it has, and is the server itself.
 * @returns the answer that should have said it, when nothing did
 * @see https://atproto.com/specs/handle, https://atproto.com/specs/did
 */
export async function findAccount(
  account: Account,
  site: PublicSite,
): Promise<FoundAccount | { readonly answer: SiteAnswer }> {
  const { name, only, view } = account;
  if (only !== undefined) {
    const described = await site.ask(xrpc(only, 'com.atproto.repo.describeRepo', { repo: name }));
    const json = parseJson(described.text);
    const did = didIn(at(json, 'did'));
    if (did !== undefined) return { did, server: only };
    // It knows the account and does not show it; whoever else is asked would say that there is none.
    if (name.startsWith('did:') || troubleIn(json)?.isKnown === true) return { answer: described };
  }
  if (name.startsWith('did:')) return { did: name, server: await serverOf(name, site) };
  const resolved = await site.ask(xrpc(view, 'com.atproto.identity.resolveHandle', { handle: name }));
  const did =
    didIn(at(parseJson(resolved.text), 'did')) ?? (only === undefined ? await ownWord(name, site) : undefined);
  if (did === undefined) return { answer: resolved };
  return { did, server: only ?? (await serverOf(did, site)) };
}

function didIn(value: unknown): string | undefined {
  const did = asText(value)?.trim();
  return did !== undefined && /^did:[a-z]+:[\w.:%-]+$/.test(did) ? did : undefined;
}

/** What a domain says of itself; the other way, a DNS record, is closed to us. */
async function ownWord(handle: string, site: PublicSite): Promise<string | undefined> {
  if (!/^[\w-]+(\.[\w-]+)+$/.test(handle)) return undefined;
  const { status, text } = await site.ask(`https://${handle}/.well-known/atproto-did`);
  return status === 200 ? didIn(text) : undefined;
}

async function serverOf(did: string, site: PublicSite): Promise<string | undefined> {
  const host = /^did:web:([^:]+)$/.exec(did)?.[1];
  const document =
    host === undefined ? `${directory}/${did}` : `https://${decodeURIComponent(host)}/.well-known/did.json`;
  const { status, text } = await site.ask(document);
  if (status !== 200) return undefined;
  for (const service of asList(at(parseJson(text), 'service'))) {
    const isServer = asText(at(service, 'id'))?.endsWith('#atproto_pds') === true;
    const endpoint = isServer ? asUrl(at(service, 'serviceEndpoint')) : null;
    if (endpoint !== null) return new URL(endpoint).origin;
  }
  return undefined;
}
