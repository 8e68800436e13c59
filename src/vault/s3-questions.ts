import { GetBucketVersioningCommand } from '@aws-sdk/client-s3';
import type { BucketQuestions } from '../model/vault-files.ts';
import type { S3Desk } from './s3-desk.ts';
import { putWhole } from './s3-put.ts';

/** What differs from one S3 server to another, found out by asking it. */
export function bucketQuestions(desk: S3Desk): BucketQuestions {
  return {
    keepsNames: async (key, same) => {
      try {
        return (await putWhole(desk, key, same, {})) === 'taken';
      } catch {
        // A credential that may only read, a server that knows no such condition, one that does not answer now.
        return undefined;
      }
    },
    versioning: async () => {
      try {
        const { Status } = await desk.client.send(new GetBucketVersioningCommand({ Bucket: desk.place.bucket }));
        return Status === 'Enabled' ? 'on' : 'off';
      } catch {
        return 'unknown';
      }
    },
  };
}
