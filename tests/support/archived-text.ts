import { sha256 } from '../../src/base/digest.ts';
import type { ChannelAdapter } from '../../src/channels/channel-adapter.ts';
import type { ArchivedHead, ArchivedResponse } from '../../src/model/archived-response.ts';
import type { ChannelPlace } from '../../src/model/channel.ts';
import type { Finding } from '../../src/model/finding.ts';

/** A response as an archive would give it, made of text; for what an adapter reads out of one answer. */
export function archivedText(
  url: string,
  body: string | Uint8Array,
  parts: Partial<Pick<ArchivedResponse, 'method' | 'status' | 'mime' | 'headers' | 'requestBody'>> = {},
): ArchivedResponse {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  return {
    url,
    method: 'GET',
    status: 200,
    mime: 'application/json',
    headers: [],
    requestBody: null,
    sha256: sha256(bytes),
    isRevisit: false,
    isPart: false,
    place: {
      url,
      record: 'urn:uuid:00000000-0000-4000-8000-000000000001',
      file: 'archive/data.warc.gz',
      offsetBytes: 0,
      lengthBytes: bytes.length,
      at: '2026-11-25T09:00:00.000Z',
    },
    async *stream() {
      yield bytes;
    },
    text: async () => Buffer.from(bytes).toString('utf8'),
    ...parts,
  };
}

/** What the adapter finds in it; [] when it does not want to read it at all. */
export async function readWith(
  adapter: Pick<ChannelAdapter, 'extract'>,
  response: ArchivedResponse,
  place: ChannelPlace,
): Promise<readonly Finding[]> {
  const { headers: _headers, stream: _stream, text: _text, ...rest } = response;
  const head: ArchivedHead = { ...rest, record: response.place.record };
  if (adapter.extract?.reads(head, place) !== true) return [];
  const findings: Finding[] = [];
  for await (const finding of adapter.extract.read(response, place)) findings.push(finding);
  return findings;
}
