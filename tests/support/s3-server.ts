import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import S3rver from 's3rver';
import { onTestFinished } from 'vitest';
import { shortId } from '../../src/base/ids.ts';
import type { S3Place } from '../../src/vault/s3-desk.ts';
import { s3Files } from '../../src/vault/s3-files.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** What goes wrong between a vault and its server. Each is asked for every request; the first answer that is given counts. */
export interface Faults {
  /** Instead of asking the server: status and S3's own name of the error. */
  answer?: (method: string, path: string, query: string) => readonly [status: number, code: string] | undefined;
  /** After so many bytes of a body on its way to the client the connection is cut. */
  cutAfter?: (method: string, path: string) => number | undefined;
  /** Passes If-None-Match by, as s3rver itself does. */
  isBlind?: boolean;
  /** Hears that the server has done what was asked, before the client hears of it. */
  answered?: (method: string, path: string) => void;
  /** A body of XML instead of the server's answer. */
  instead?: (method: string, url: string) => string | undefined;
}

export interface S3Server {
  readonly endpoint: string;
  readonly bucket: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly checksums: 'when_required' | 'when_supported';
  /** True for one that keeps If-None-Match and refuses wrong secrets by itself. */
  readonly isReal: boolean;
  readonly faults: Faults;
  /** `PUT /bucket/key`, in order. */
  readonly requests: readonly string[];
  place(parts?: Partial<S3Place>): S3Place;
}

/** A server of one's own, such as a Ceph gateway: `LASTPOST_TEST_S3=http://KEY:SECRET@127.0.0.1:7480`. */
const given = process.env.LASTPOST_TEST_S3;

/**
 * An S3 server on loopback with an empty bucket, and a door before it that does harm when asked to. Without a server of one's
 * own it is s3rver, which believes every secret; the door keeps If-None-Match in its place, one request after the other.
 */
export async function s3Server(): Promise<S3Server> {
  const upstream = given === undefined ? await startS3rver() : new URL(given);
  const isReal = given !== undefined;
  const faults: Faults = {};
  const requests: string[] = [];
  let turn: Promise<void> = Promise.resolve();
  const door = createServer((incoming, outgoing) => {
    const { method = '', url = '' } = incoming;
    requests.push(`${method} ${url.split('?')[0]}`);
    const ended = new Promise<void>((resolve) => {
      outgoing.once('close', resolve);
    });
    const go = () => pass(incoming, outgoing, { upstream, faults, isReal });
    if (isReal || faults.isBlind || !isConditional(incoming)) return void go();
    // To look whether something is there and to write are two requests to s3rver: nobody else may come between.
    void turn.then(go);
    turn = turn.then(() => ended);
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  onTestFinished(async () => {
    door.closeAllConnections();
    door.close();
  });
  const credentials = isReal
    ? { accessKeyId: upstream.username, secretAccessKey: upstream.password }
    : { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
  const endpoint = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
  const bucket = `vault-${shortId()}`;
  const client = new S3Client({ endpoint, region: 'us-east-1', forcePathStyle: true, credentials });
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  client.destroy();
  requests.length = 0;
  const checksums = 'when_required' as const;
  const base = { bucket, prefix: 'brand', endpoint, pathStyle: true, credentials, checksums, now: () => new Date() };
  return {
    endpoint,
    bucket,
    credentials,
    checksums,
    isReal,
    faults,
    requests,
    place: (parts) => ({ ...base, ...parts }),
  };
}

export function openS3Files(server: S3Server, parts?: Partial<S3Place>) {
  const files = s3Files(server.place(parts));
  onTestFinished(() => files.close());
  return files;
}

async function startS3rver(): Promise<URL> {
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory: await temporaryFolder() });
  const { port } = await server.run();
  onTestFinished(() => server.close());
  return new URL(`http://127.0.0.1:${port}`);
}

interface Door {
  readonly upstream: URL;
  readonly faults: Faults;
  readonly isReal: boolean;
}

async function pass(incoming: IncomingMessage, outgoing: ServerResponse, door: Door): Promise<void> {
  const { method = '', url = '' } = incoming;
  const [path = '', query = ''] = url.split('?');
  const refused = door.faults.answer?.(method, path, query) ?? (await takenBefore(incoming, door));
  if (refused) {
    incoming.resume();
    const [status, code] = refused;
    outgoing.writeHead(status, { 'content-type': 'application/xml' });
    outgoing.end(method === 'HEAD' ? undefined : `<Error><Code>${code}</Code><Message>${code}</Message></Error>`);
    return;
  }
  const given = door.faults.instead?.(method, url);
  if (given !== undefined) {
    incoming.resume();
    outgoing.writeHead(200, { 'content-type': 'application/xml' }).end(given);
    return;
  }
  const { hostname, port } = door.upstream;
  const onward = request({ hostname, port, method, path: url, headers: incoming.headers }, (answer) => {
    door.faults.answered?.(method, path);
    outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
    const most = door.faults.cutAfter?.(method, path);
    let sent = 0;
    answer.on('data', (chunk: Buffer) => {
      if (most !== undefined && sent + chunk.length > most) {
        outgoing.write(chunk.subarray(0, Math.max(0, most - sent)), () => outgoing.destroy());
        answer.destroy();
        return;
      }
      sent += chunk.length;
      outgoing.write(chunk);
    });
    answer.on('end', () => outgoing.end());
    answer.on('error', () => outgoing.destroy());
  });
  onward.on('error', () => outgoing.destroy());
  incoming.pipe(onward);
}

function isConditional({ method, headers }: IncomingMessage): boolean {
  return headers['if-none-match'] === '*' && ['PUT', 'POST'].includes(method ?? '');
}

async function takenBefore(
  incoming: IncomingMessage,
  { upstream, faults, isReal }: Door,
): Promise<readonly [number, string] | undefined> {
  if (isReal || faults.isBlind || !isConditional(incoming)) return undefined;
  const { hostname, port } = upstream;
  const look = request({ hostname, port, method: 'HEAD', path: incoming.url?.split('?')[0] });
  look.end();
  const [answer] = (await once(look, 'response')) as [IncomingMessage];
  answer.resume();
  return answer.statusCode === 200 ? [412, 'PreconditionFailed'] : undefined;
}
