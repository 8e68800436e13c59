import type { ArchivedHead, ArchivedResponse, ArchivedResponses } from '../model/archived-response.ts';

/** Which addresses an archive has answers for, and where. */
export interface ResponseIndex {
  /** All heads, in the order in which the archive gives them. */
  readonly heads: readonly ArchivedHead[];
  /** The latest whole answer to a GET, of any status; undefined when there is none. */
  latest(url: string): ArchivedHead | undefined;
  /** The latest whole answer to a GET that brought what was asked for (status 200, revisits among them). */
  good(url: string): ArchivedHead | undefined;
  /** The record that has the bytes which a revisit points to; the head itself when it is none. */
  withBody(head: ArchivedHead): ArchivedHead | undefined;
  open(head: ArchivedHead): Promise<ArchivedResponse>;
}

/** Reads an archive's index once. Costs about 400 bytes of memory a response. */
export async function indexResponses(responses: ArchivedResponses): Promise<ResponseIndex> {
  const heads: ArchivedHead[] = [];
  const byUrl = new Map<string, ArchivedHead[]>();
  const revisited = new Map<string, ArchivedHead | undefined>();
  for await (const head of responses.heads()) {
    heads.push(head);
    if (head.isRevisit && !revisited.has(head.sha256)) revisited.set(head.sha256, undefined);
    if (head.method !== 'GET' || head.isPart) continue;
    const known = byUrl.get(head.url);
    if (known) known.push(head);
    else byUrl.set(head.url, [head]);
  }
  for (const head of heads) if (!head.isRevisit && revisited.has(head.sha256)) revisited.set(head.sha256, head);
  const newest = (found: readonly ArchivedHead[]) =>
    found.reduce<ArchivedHead | undefined>((a, b) => (a !== undefined && a.place.at > b.place.at ? a : b), undefined);
  const at = (url: string) => byUrl.get(url.replace(/#.*$/, '')) ?? [];
  return {
    heads,
    latest: (url) => newest(at(url)),
    good: (url) => newest(at(url).filter(({ status }) => status === 200 || status === 206)),
    withBody: (head) => (head.isRevisit ? revisited.get(head.sha256) : head),
    open: (head) => responses.open(head),
  };
}
