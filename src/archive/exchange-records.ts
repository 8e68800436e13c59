import type { IdSource } from '../base/ids.ts';
import type { Exchange } from '../model/http.ts';
import type { Original } from './capture-memory.ts';
import { requestHead, responseHead } from './http-block.ts';
import { NO_OCTETS, octets, recordUri, type WarcRecord } from './warc-record.ts';

/** @see WARC 1.1, 6.7.2 */
const IDENTICAL_PAYLOAD = 'http://netpreserve.org/warc/1.1/revisit/identical-payload-digest';
/** @see WARC 1.1, 6.7.3 */
const NOT_MODIFIED = 'http://netpreserve.org/warc/1.1/revisit/server-not-modified';

/**
 * The pair of records for one exchange: what was answered, then what was asked.
 * @param original when given, the answer becomes a revisit: its headers, and the name of the record that has the body
 */
export function exchangeRecords(
  exchange: Exchange,
  date: Date,
  ids: IdSource,
  original?: Original,
): readonly [WarcRecord, WarcRecord] {
  const answer = original === undefined ? response(exchange, date, ids) : revisit(exchange, date, ids, original);
  return [answer, request(exchange, date, ids, answer.id)];
}

function response(exchange: Exchange, date: Date, ids: IdSource): WarcRecord {
  return {
    type: 'response',
    id: ids.uuid(),
    date,
    fields: [['WARC-Target-URI', exchange.url]],
    contentType: 'application/http;msgtype=response',
    head: responseHead(exchange),
    payload: exchange.body,
    payloadDigest: exchange.body.sha256,
  };
}

function revisit(exchange: Exchange, date: Date, ids: IdSource, original: Original): WarcRecord {
  return {
    type: 'revisit',
    id: ids.uuid(),
    date,
    fields: [
      ['WARC-Target-URI', exchange.url],
      ['WARC-Profile', exchange.standsFor === undefined ? IDENTICAL_PAYLOAD : NOT_MODIFIED],
      ['WARC-Refers-To', recordUri(original.id)],
      ['WARC-Refers-To-Target-URI', original.url],
      ['WARC-Refers-To-Date', original.date],
    ],
    contentType: 'application/http;msgtype=response',
    head: responseHead(exchange),
    payload: NO_OCTETS,
    payloadDigest: exchange.standsFor ?? exchange.body.sha256,
  };
}

function request(exchange: Exchange, date: Date, ids: IdSource, answerId: string): WarcRecord {
  return {
    type: 'request',
    id: ids.uuid(),
    date,
    fields: [
      ['WARC-Target-URI', exchange.url],
      ['WARC-Concurrent-To', recordUri(answerId)],
    ],
    contentType: 'application/http;msgtype=request',
    head: requestHead(exchange),
    payload: octets(exchange.requestBody ?? new Uint8Array(0)),
  };
}
