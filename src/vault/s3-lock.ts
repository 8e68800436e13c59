import { GetObjectLockConfigurationCommand, HeadObjectCommand, PutObjectRetentionCommand } from '@aws-sdk/client-s3';
import { KnownError } from '../base/known-error.ts';
import type { S3Desk } from './s3-desk.ts';

/** Looks whether a bucket can hold its files at all, before anything is put. @throws KnownError `vault.no-lock` */
export async function requireLock({ client, place }: S3Desk): Promise<void> {
  try {
    const { ObjectLockConfiguration } = await client.send(
      new GetObjectLockConfigurationCommand({ Bucket: place.bucket }),
    );
    if (ObjectLockConfiguration?.ObjectLockEnabled === 'Enabled') return;
  } catch (cause) {
    const { name } = cause as Error;
    if (!['ObjectLockConfigurationNotFoundError', 'NotImplemented', 'MethodNotAllowed'].includes(name)) throw cause;
  }
  throw new KnownError(
    'vault.no-lock',
    `archive.vault.lock is set, and the bucket ${place.bucket} has no object lock.`,
    {
      hint: 'Object lock is chosen when a bucket is made: make another one with it, or leave "lock" out.',
      exitCode: 2,
    },
  );
}

/**
 * Sees to it that what was put is held. Ceph's gateway does not hear the wish when a file is sent in parts (seen with 16.2.15),
 * and says nothing of it. Nothing to do without `lock`.
 */
export async function holdLock({ client, place, objectKey, retention }: S3Desk, key: string): Promise<void> {
  const { ObjectLockMode: Mode, ObjectLockRetainUntilDate: RetainUntilDate } = retention();
  if (Mode === undefined || RetainUntilDate === undefined) return;
  const object = { Bucket: place.bucket, Key: objectKey(key) };
  const { ObjectLockRetainUntilDate: heldUntil } = await client.send(new HeadObjectCommand(object));
  if (heldUntil !== undefined) return;
  await client.send(new PutObjectRetentionCommand({ ...object, Retention: { Mode, RetainUntilDate } }));
}
