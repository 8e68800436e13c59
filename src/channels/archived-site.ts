import type { ArchivedHead, ArchivedResponse } from '../model/archived-response.ts';
import { headerValue } from '../model/http.ts';
import { noAnswer, type PublicSite, type SiteAnswer } from '../model/public-site.ts';

/** As much of an archive as answering for a site takes. */
export interface Archived {
  latest(url: string): ArchivedHead | undefined;
  /** The record that has the bytes of one that has none itself. */
  withBody(head: ArchivedHead): ArchivedHead | undefined;
  open(head: ArchivedHead): Promise<ArchivedResponse>;
}

const MAX_REDIRECTS = 10;

/** A site that answers from the archive alone: what was never asked gets no answer. */
export function archivedSite(archive: Archived): PublicSite {
  return {
    signal: new AbortController().signal,
    async ask(url): Promise<SiteAnswer> {
      const found = await followed(archive, url);
      const message = `${url} is not in the archive.`;
      return found ?? noAnswer(url, { reason: 'interrupted', message });
    },
  };
}

/** The answer at the end of the redirects that were recorded. */
async function followed(archive: Archived, asked: string): Promise<SiteAnswer | undefined> {
  let url = asked;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const head = archive.latest(url);
    if (head === undefined) return undefined;
    const response = await archive.open(head);
    const next = redirectOf(response, url);
    if (next === undefined) {
      const text = await textOf(archive, head, response);
      return { asked, url, status: head.status, headers: response.headers, text };
    }
    url = next;
  }
  return undefined;
}

async function textOf(archive: Archived, head: ArchivedHead, response: ArchivedResponse): Promise<string> {
  const full = head.isRevisit ? archive.withBody(head) : head;
  if (full === undefined) return '';
  const opened = full === head ? response : await archive.open(full);
  return opened.text().catch(() => '');
}

function redirectOf({ status, headers }: ArchivedResponse, base: string): string | undefined {
  const location = headerValue(headers, 'location');
  if (status < 300 || status > 399 || location === undefined || !URL.canParse(location, base)) return undefined;
  return new URL(location, base).href;
}
