import { randomBytes } from 'node:crypto';
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectRetentionCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sha256, sha256Of } from '../../src/base/digest.ts';
import type { VaultSource } from '../../src/model/vault-files.ts';
import { bytesSource } from '../../src/vault/vault-source.ts';
import { vaultFilesContract } from '../contracts/vault-files.ts';
import { openS3Files, type S3Server, s3Server } from '../support/s3-server.ts';

const partBytes = 5 << 20;

vaultFilesContract('an S3 bucket', async () => {
  const server = await s3Server();
  return [openS3Files(server, { partBytes }), openS3Files(server, { partBytes })];
});

function large(bytes = 17 << 20): { readonly content: Buffer; readonly source: VaultSource } {
  const content = randomBytes(bytes);
  return { content, source: { ...bytesSource(content) } };
}

/** True for the first `times` requests that `wanted` fits. */
function first(times: number, wanted: (method: string, path: string) => boolean) {
  let left = times;
  return (method: string, path: string): boolean => {
    if (left === 0 || !wanted(method, path)) return false;
    left -= 1;
    return true;
  };
}

async function uploadsOf({ endpoint, bucket, credentials }: S3Server): Promise<number> {
  const client = new S3Client({ endpoint, region: 'us-east-1', forcePathStyle: true, credentials });
  onTestFinished(() => client.destroy());
  return (await client.send(new ListMultipartUploadsCommand({ Bucket: bucket }))).Uploads?.length ?? 0;
}

describe('a vault that is an S3 bucket', () => {
  it('tries again when the server is busy', async () => {
    const server = await s3Server();
    const isBusy = first(3, (method) => method === 'PUT');
    server.faults.answer = (method, path) => (isBusy(method, path) ? [503, 'SlowDown'] : undefined);
    const { content, source } = large();
    const files = openS3Files(server, { partBytes });
    await files.put('blog/a.wacz', source);
    expect(await sha256Of(files.read('blog/a.wacz'))).toBe(sha256(content));
  });

  it('begins anew when another process has ended the upload that it was at', async () => {
    const server = await s3Server();
    const isEnded = first(2, (method, query) => method === 'PUT' && query.includes('partNumber=2'));
    server.faults.answer = (method, _path, query) => (isEnded(method, query) ? [404, 'NoSuchUpload'] : undefined);
    const { content, source } = large();
    const files = openS3Files(server, { partBytes });
    await files.put('blog/a.wacz', source);
    expect(await sha256Of(files.read('blog/a.wacz'))).toBe(sha256(content));
  });

  it('is content when another process has completed the upload that it was at', async () => {
    const server = await s3Server();
    const { content, source } = large();
    const other = openS3Files(server, { partBytes });
    let isOther = false;
    const isEnded = first(1, (method, query) => !isOther && method === 'PUT' && query.includes('partNumber=1'));
    server.faults.answer = (method, _path, query) => (isEnded(method, query) ? [404, 'NoSuchUpload'] : undefined);
    const opened: VaultSource = {
      ...source,
      async *open() {
        isOther = true;
        await other.put('blog/a.wacz', source);
        isOther = false;
        yield* source.open();
      },
    };
    await openS3Files(server, { partBytes }).put('blog/a.wacz', opened);
    expect(await sha256Of(other.read('blog/a.wacz'))).toBe(sha256(content));
  });

  it('does not begin anew for ever when its uploads are always ended', async () => {
    const server = await s3Server();
    server.faults.answer = (method, _path, query) =>
      method === 'PUT' && query.includes('partNumber=1') ? [404, 'NoSuchUpload'] : undefined;
    const files = openS3Files(server, { partBytes });
    await expect(files.put('blog/a.wacz', large().source)).rejects.toMatchObject({ code: 'vault.refused' });
    expect(server.requests.filter((line) => line.startsWith('PUT'))).toHaveLength(4);
  });

  it('goes on reading where the connection was cut', async () => {
    const server = await s3Server();
    const { content, source } = large();
    const files = openS3Files(server, { partBytes });
    await files.put('blog/a.wacz', source);
    const isCut = first(3, (method) => method === 'GET');
    server.faults.cutAfter = (method, path) => (isCut(method, path) ? 3 << 20 : undefined);
    expect(await sha256Of(files.read('blog/a.wacz'))).toBe(sha256(content));
    expect(server.requests.filter((line) => line.startsWith('GET')).length).toBeGreaterThanOrEqual(4);
  });

  it('tells that a server is away, and goes on with the parts that it has', { timeout: 120_000 }, async (context) => {
    const server = await s3Server();
    const { content, source } = large();
    let parts = 0;
    server.faults.answer = (method) => {
      if (method === 'PUT') parts += 1;
      return method === 'PUT' && parts > 2 ? [503, 'SlowDown'] : undefined;
    };
    const files = openS3Files(server, { partBytes });
    await expect(files.put('blog/a.wacz', source)).rejects.toMatchObject({ code: 'vault.unreachable' });
    delete server.faults.answer;
    // s3rver lists neither uploads nor parts, so with it all of them are sent again.
    const before = server.requests.length;
    await files.put('blog/a.wacz', source);
    expect(await sha256Of(files.read('blog/a.wacz'))).toBe(sha256(content));
    context.skip(!server.isReal, 'needs a server that lists unfinished uploads: LASTPOST_TEST_S3');
    expect(server.requests.slice(before).filter((line) => line.startsWith('PUT'))).toHaveLength(2);
    expect(await uploadsOf(server)).toBe(0);
  });

  it.each([
    ['ExpiredToken', 400, 'vault.expired'],
    ['AccessDenied', 403, 'vault.denied'],
    ['SignatureDoesNotMatch', 403, 'vault.denied'],
    ['NoSuchBucket', 404, 'vault.no-bucket'],
  ])('says what %s means, with something to do', async (name, status, code) => {
    const server = await s3Server();
    server.faults.answer = (method) => (method === 'PUT' ? [status, name] : undefined);
    const put = openS3Files(server).put('blog/a.json', bytesSource('{}'));
    await expect(put).rejects.toMatchObject({ code, hint: expect.stringMatching(/\./) });
  });

  it('says that there is no such bucket', async () => {
    const server = await s3Server();
    const files = openS3Files(server, { bucket: 'nobody-made-this' });
    await expect(files.put('blog/a.json', bytesSource('{}'))).rejects.toMatchObject({ code: 'vault.no-bucket' });
    const list = async () => {
      for await (const _item of files.list('blog/')) return;
    };
    await expect(list()).rejects.toMatchObject({ code: 'vault.no-bucket' });
  });

  it('is read by a credential that may not write', async () => {
    const server = await s3Server();
    await openS3Files(server).put('blog/a.json', bytesSource('{}'));
    server.faults.answer = (method) => (['PUT', 'POST', 'DELETE'].includes(method) ? [403, 'AccessDenied'] : undefined);
    const files = openS3Files(server);
    expect(await sha256Of(files.read('blog/a.json'))).toBe(sha256('{}'));
    await expect(files.put('blog/b.json', bytesSource('{}'))).rejects.toMatchObject({
      code: 'vault.denied',
      hint: expect.stringContaining('read-only'),
    });
  });

  it('holds its files with the lock of a bucket that has one', async ({ skip }) => {
    const server = await s3Server();
    if (!server.isReal) skip('needs a server that knows object lock: LASTPOST_TEST_S3');
    const { endpoint, credentials } = server;
    const client = new S3Client({ endpoint, region: 'us-east-1', forcePathStyle: true, credentials });
    onTestFinished(() => client.destroy());
    const Bucket = `${server.bucket}-locked`;
    await client.send(new CreateBucketCommand({ Bucket, ObjectLockEnabledForBucket: true }));
    const files = openS3Files(server, { bucket: Bucket, lockMs: 86_400_000, partBytes });
    const { source } = large();
    await files.put('blog/a.json', bytesSource('{}'));
    await files.put('blog/a.wacz', source);
    for (const key of ['brand/blog/a.json', 'brand/blog/a.wacz']) {
      const head = await client.send(new HeadObjectCommand({ Bucket, Key: key }));
      const { Retention } = await client.send(new GetObjectRetentionCommand({ Bucket, Key: key }));
      expect(Retention?.RetainUntilDate?.getTime()).toBeGreaterThan(Date.now() + 86_000_000);
      const removal = client.send(new DeleteObjectCommand({ Bucket, Key: key, VersionId: head.VersionId }));
      await expect(removal).rejects.toMatchObject({ name: 'AccessDenied' });
    }
  });

  it('refuses to promise a lock that the bucket does not have', async () => {
    const server = await s3Server();
    const put = openS3Files(server, { lockMs: 86_400_000 }).put('blog/a.json', bytesSource('{}'));
    await expect(put).rejects.toMatchObject({ code: expect.stringMatching(/^vault\.(no-lock|refused)$/) });
  });

  it('does not let a wrong secret in', async (context) => {
    const server = await s3Server();
    context.skip(!server.isReal, 's3rver believes every secret: LASTPOST_TEST_S3 names a server that does not');
    const credentials = { ...server.credentials, secretAccessKey: 'wrong' };
    const put = openS3Files(server, { credentials }).put('blog/a.json', bytesSource('{}'));
    await expect(put).rejects.toMatchObject({ code: 'vault.denied' });
  });
});
