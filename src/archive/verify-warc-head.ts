import { warcInstant } from './verify-time.ts';
import { type DeclaredDigest, parseDigest } from './warc-read-digest.ts';
import type { FieldLines } from './warc-read-head.ts';
import type { WarcReport } from './warc-read-members.ts';

/** What a record says of itself. */
export interface RecordClaim {
  readonly at: number;
  readonly type: string;
  readonly id: string | undefined;
  readonly uri: string | undefined;
  /** WARC-Date in milliseconds since 1970, NaN if unreadable. */
  readonly time: number;
  readonly contentType: string;
  readonly lengthBytes: number;
  readonly isHttp: boolean;
  readonly block: DeclaredDigest | undefined;
  readonly payload: DeclaredDigest | undefined;
  readonly refersTo: { readonly uri: string | undefined; readonly time: number | undefined };
}

const NEEDS_URI = new Set(['response', 'resource', 'request', 'revisit', 'conversion', 'continuation']);
const MANDATORY = ['warc-record-id', 'content-length', 'warc-date', 'warc-type'];

/** Reads a record's named fields and reports those that WARC 1.1 does not allow as they are. */
export function readClaim(fields: FieldLines, at: number, report: WarcReport): RecordClaim {
  const id = fields.get('warc-record-id');
  const type = fields.get('warc-type')?.toLowerCase() ?? '';
  const say = (rule: Parameters<WarcReport>[0], message: string) => report(rule, at, message, id);
  for (const name of MANDATORY) {
    if (fields.get(name) === undefined) say('warc.header-missing', `The record has no ${name}.`);
  }
  for (const name of fields.repeated) {
    if (name !== 'warc-concurrent-to') say('warc.header-repeated', `The record has more than one ${name}.`);
  }
  if (fields.badLine !== undefined) say('warc.header', 'A line of the record header is no "name: value".');
  if (id !== undefined && !/^<[a-z][a-z0-9+.-]*:[^<>\s]+>$/i.test(id)) {
    say('warc.record-id', 'The WARC-Record-ID must be an address in angle brackets.');
  }
  const uri = fields.get('warc-target-uri')?.replace(/^<(.*)>$/, '$1');
  if (NEEDS_URI.has(type) && !uri) say('warc.target-uri', `A ${type} record must have a WARC-Target-URI.`);
  const contentType = fields.get('content-type') ?? '';
  return {
    at,
    type,
    id,
    uri,
    time: readDate(fields.get('warc-date'), say),
    contentType,
    lengthBytes: Number(fields.get('content-length')),
    isHttp: /^application\/http\b/i.test(contentType),
    block: readDigest(fields, 'warc-block-digest', say),
    payload: readDigest(fields, 'warc-payload-digest', say),
    refersTo: readReference(fields, type, say),
  };
}

type Say = (rule: Parameters<WarcReport>[0], message: string) => void;

function readDate(date: string | undefined, say: Say): number {
  if (date === undefined) return Number.NaN;
  const time = warcInstant(date);
  if (time === undefined) say('warc.date', 'The WARC-Date is not a UTC time such as 2026-11-23T09:30:00Z.');
  return time ?? Number.NaN;
}

function readDigest(fields: FieldLines, name: string, say: Say): DeclaredDigest | undefined {
  const text = fields.get(name);
  if (text === undefined) return undefined;
  const digest = parseDigest(text);
  if (digest === undefined) say('warc.digest-form', `The ${name} is in no form that can be checked.`);
  return digest;
}

function readReference(fields: FieldLines, type: string, say: Say): RecordClaim['refersTo'] {
  if (type !== 'revisit') return { uri: undefined, time: undefined };
  if (fields.get('warc-profile') === undefined) say('warc.revisit', 'A revisit record must have a WARC-Profile.');
  const date = fields.get('warc-refers-to-date');
  const uri = fields.get('warc-refers-to-target-uri')?.replace(/^<(.*)>$/, '$1');
  const time = date === undefined ? undefined : warcInstant(date);
  if (date !== undefined && time === undefined) say('warc.date', 'The WARC-Refers-To-Date is not a UTC time.');
  return { uri, time };
}
