import { type Sha256, sha256 } from '../base/digest.ts';
import type { IdSource } from '../base/ids.ts';
import type { PageCapture, PageLeads, PageResource } from '../model/page.ts';
import { octets, type WarcRecord } from './warc-record.ts';

/** To be raised whenever a page is captured better than before, so that what is taken over from then on is not the worse one. */
export const REPEATABLE_RULES = 1;

export interface PageRecord {
  readonly url: string;
  readonly digest: Sha256;
  readonly record: WarcRecord;
}

/**
 * What was seen of a page beside what it loaded, as `resource` records: pictures, visible text, and what it was made of.
 * The names and the form of `urn:pageinfo:` are those of Browsertrix, whose tools compare a replay with them.
 * @param date WARC-Date of the page's own record
 */
export function pageRecords(page: PageCapture, date: Date, ids: IdSource): readonly PageRecord[] {
  const make = (kind: string, contentType: string, bytes: Uint8Array): PageRecord => {
    const url = `urn:${kind}:${page.url}`;
    const digest = sha256(bytes);
    return {
      url,
      digest,
      record: {
        type: 'resource',
        id: ids.uuid(),
        date,
        fields: [['WARC-Target-URI', url]],
        contentType,
        head: new Uint8Array(0),
        payload: octets(bytes),
        payloadDigest: digest,
      },
    };
  };
  const pictures = [
    ['view', page.view],
    ['fullPage', page.fullPage],
    ['thumbnail', page.thumbnail],
  ] as const;
  return [
    ...pictures.flatMap(([kind, picture]) => (picture === undefined ? [] : [make(kind, picture.mime, picture.bytes)])),
    make('text', 'text/plain; charset=utf-8', Buffer.from(page.text, 'utf8')),
    make('pageinfo', 'application/json', Buffer.from(JSON.stringify(pageInfo(page, date)), 'utf8')),
  ];
}

function pageInfo(page: PageCapture, date: Date): object {
  return {
    pageid: page.id,
    url: page.url,
    ts: date.toISOString(),
    urls: Object.fromEntries(byAddress(page.resources)),
    counts: {
      resources: page.resources.length,
      fromCache: page.resources.filter((resource) => resource.fromCache).length,
      failed: page.resources.filter((resource) => resource.status === 0).length,
    },
    ...(page.behaviours?.length ? { behaviours: page.behaviours.map(({ name, did }) => `${name}: ${did}`) } : {}),
    ...(page.leads === undefined ? {} : leadsInfo(page.leads, page.resources)),
  };
}

/** Our own part of it. `repeatable` names the rules by which that was decided: under newer ones the page is opened again. */
function leadsInfo(leads: PageLeads, resources: readonly PageResource[]): object {
  const loaded = new Set(resources.map(({ url }) => url));
  const files = leads.files.filter((file) => !loaded.has(file));
  return {
    links: leads.links,
    ...(leads.feeds.length > 0 ? { feeds: leads.feeds } : {}),
    ...(leads.canonical === '' ? {} : { canonical: leads.canonical }),
    ...(files.length > 0 ? { files } : {}),
    ...(leads.robots.length > 0 ? { robots: leads.robots } : {}),
    ...(leads.isRepeatable ? { repeatable: REPEATABLE_RULES } : {}),
  };
}

/** An address that was asked for twice has one place: what answered a GET, since that is what replay shows. */
function byAddress(resources: readonly PageResource[]): ReadonlyMap<string, object> {
  const found = new Map<string, object>();
  for (const resource of resources) {
    if (resource.method === 'GET' || !found.has(resource.url)) found.set(resource.url, resourceInfo(resource));
  }
  return found;
}

function resourceInfo({ status, mime, type, fromCache }: PageResource): object {
  return { status, mime, type, ...(fromCache ? { fromBrowserCache: true } : {}) };
}
