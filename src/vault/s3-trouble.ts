import { KnownError, systemErrorCode } from '../base/known-error.ts';
import type { S3Desk } from './s3-desk.ts';

interface Answer {
  readonly name: string;
  readonly message: string;
  readonly status: number | undefined;
}

function answerOf(error: unknown): Answer {
  const { name = '', message = '', $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
  return { name, message, status: $metadata?.httpStatusCode };
}

export function isNotFound(error: unknown): boolean {
  return ['NotFound', 'NoSuchKey'].includes(answerOf(error).name);
}

/** What a server that knows If-None-Match says when something has the name. */
export function isTaken(error: unknown): boolean {
  const { name, status } = answerOf(error);
  return name === 'PreconditionFailed' || name === 'ConditionalRequestConflict' || status === 412;
}

const EXPIRED = new Set(['ExpiredToken', 'ExpiredTokenException', 'TokenRefreshRequired', 'RequestExpired']);
const UNKNOWN = new Set([
  'InvalidAccessKeyId',
  'SignatureDoesNotMatch',
  'InvalidToken',
  'AuthorizationHeaderMalformed',
]);
const NETWORK = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH']);

interface Told {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly exitCode?: 1 | 2;
}

/** The same error, or a KnownError that says what happened at the server and what to do. */
export function explainS3(error: unknown, { place, nameOf }: S3Desk, key: string): unknown {
  if (error instanceof KnownError) return error;
  const answer = answerOf(error);
  if (answer.name === 'AbortError') return error;
  const at = place.endpoint ?? 'Amazon S3';
  const told =
    aboutBucket(answer, place.bucket, at) ??
    aboutCredential(answer, place.bucket, at) ??
    aboutRights(answer, nameOf(key), at) ??
    aboutServer(answer, systemErrorCode(error) ?? '', at) ??
    refused(answer, nameOf(key), at);
  if (told === undefined) return error;
  const { code, message, hint, exitCode = 1 } = told;
  return new KnownError(code, message, { hint, exitCode, cause: error });
}

function aboutBucket({ name, status }: Answer, bucket: string, at: string): Told | undefined {
  if (name === 'NoSuchBucket') {
    const hint = 'Check archive.vault.s3.bucket in lastpost.yaml, or make the bucket first; Lastpost makes none.';
    return { code: 'vault.no-bucket', message: `There is no bucket ${bucket} at ${at}.`, hint, exitCode: 2 };
  }
  if (name !== 'PermanentRedirect' && status !== 301) return undefined;
  const hint = 'Set archive.vault.s3.region.';
  return { code: 'vault.no-bucket', message: `The bucket ${bucket} is in another region.`, hint, exitCode: 2 };
}

function aboutCredential({ name, message: said }: Answer, bucket: string, at: string): Told | undefined {
  if (EXPIRED.has(name)) {
    const hint = 'Get a new one and give the same command again; nothing was lost.';
    return { code: 'vault.expired', message: `The credential for ${bucket} has expired.`, hint };
  }
  if (name === 'CredentialsProviderError') {
    const hint = 'Name them under archive.vault.s3.credentials, or set them up as for the AWS command line.';
    return { code: 'vault.no-credentials', message: `There are no credentials for ${bucket}.`, hint, exitCode: 2 };
  }
  if (!UNKNOWN.has(name)) return undefined;
  const message = `${at} does not accept the credential for ${bucket}: ${said || name}`;
  return { code: 'vault.denied', message, hint: 'Check access key, secret key and region.', exitCode: 2 };
}

function aboutRights({ name, message: said, status }: Answer, file: string, at: string): Told | undefined {
  if (name === 'RequestTimeTooSkewed') {
    const hint = 'Set the clock, and give the same command again.';
    return { code: 'vault.denied', message: `${at} says that the clock of this machine is wrong.`, hint };
  }
  if (name !== 'AccessDenied' && status !== 403) return undefined;
  const hint =
    'The credential needs s3:GetObject, s3:PutObject, s3:ListBucket and s3:AbortMultipartUpload there. A read-only one can ' +
    'only verify and restore.';
  return { code: 'vault.denied', message: `${at} does not allow this for ${file}: ${said || name}`, hint };
}

function aboutServer({ name, message: said, status }: Answer, code: string, at: string): Told | undefined {
  const isBusy = name === 'SlowDown' || name === 'TimeoutError' || (status ?? 0) >= 500;
  if (!isBusy && !NETWORK.has(code) && !/aborted|socket hang up/.test(said)) return undefined;
  const why = [code || name, status].filter(Boolean).join(', ');
  const hint = 'Check the address and the network, and give the same command again; it goes on where it was.';
  return { code: 'vault.unreachable', message: `${at} does not answer as it should (${why}).`, hint };
}

function refused({ name, message: said, status }: Answer, file: string, at: string): Told | undefined {
  if (status === undefined) return undefined;
  const hint = 'Ask whoever runs the server; docs/vault.md tells what is needed of it.';
  return { code: 'vault.refused', message: `${at} refused ${file}: ${name} (${status}): ${said}`, hint };
}
