import { generateKeyPairSync, sign } from 'node:crypto';
import type { VerifyRule } from '../../src/archive/verify-rules.ts';
import type { Draft, RecordParts } from './verify-make.ts';
import type { ZipPart } from './verify-make-zip.ts';

/** A rule, what is wrong, how to make it so, and where the problem is if a byte can be named. */
export type Case = readonly [rule: VerifyRule, title: string, change: Change, place?: object];

export type Change = (made: Draft) => void;

export const part =
  (name: string, change: (part: ZipPart) => Partial<ZipPart>): Change =>
  (made) => {
    made.zip = (parts) => parts.map((one) => (one.name.endsWith(name) ? { ...one, ...change(one) } : one));
  };

export const record =
  (number: number, change: Partial<RecordParts>): Change =>
  (made) => {
    const before = made.records[number];
    if (before === undefined) throw new Error(`There is no record ${number}.`);
    made.records[number] = { ...before, ...change };
  };

export const after =
  (change: (bytes: Buffer) => Buffer | number): Change =>
  (made) => {
    made.after = (bytes) => {
      const result = change(bytes);
      return typeof result === 'number' ? bytes : result;
    };
  };

export const warc =
  (change: (bytes: Buffer, members: readonly number[]) => Buffer): Change =>
  (made) => {
    made.warc = change;
  };

export const index =
  (number: number, change: Record<string, unknown>): Change =>
  (made) => {
    made.index = (lines) => Object.assign(lines[number]?.json ?? {}, change);
  };

export const idx =
  (change: Record<string, unknown>): Change =>
  (made) => {
    made.blockLines = 2;
    made.idx = (lines) => Object.assign(lines[1]?.json ?? {}, change);
  };

export const manifest =
  (change: Record<string, unknown>): Change =>
  (made) => {
    made.manifest = (json) => Object.assign(json, change);
  };

export const resource =
  (number: number, change: Record<string, unknown>): Change =>
  (made) => {
    made.manifest = (json) => Object.assign((json.resources as Record<string, unknown>[])[number] ?? {}, change);
  };

export const page =
  (line: string): Change =>
  (made) => {
    made.pages[1] = line;
  };

export const file =
  (path: string, content: string | Buffer): Change =>
  (made) => {
    made.files.set(path, Buffer.from(content));
  };

export const without =
  (name: string): Change =>
  (made) => {
    made.zip = (parts) => parts.filter((one) => !one.name.startsWith(name));
  };

export const signed =
  (change: (data: Record<string, string>) => void): Change =>
  (made) => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    made.digest = (json) => {
      const hash = String(json.hash);
      const signature = sign('sha256', Buffer.from(hash), { key: privateKey, dsaEncoding: 'ieee-p1363' });
      const spki = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
      const data: Record<string, string> = { hash, signature: signature.toString('base64'), publicKey: spki };
      change(data);
      json.signedData = data;
    };
  };

export const put = (bytes: Buffer, at: number, value: number) => bytes.writeUInt8(value, at);
export const endAt = (bytes: Buffer) => bytes.length - 22;
export const centralAt = (bytes: Buffer) => bytes.readUInt32LE(endAt(bytes) + 16);
