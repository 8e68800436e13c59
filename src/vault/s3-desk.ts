import { S3Client } from '@aws-sdk/client-s3';

export interface S3Place {
  readonly bucket: string;
  /** Without slashes at its ends; '' for the bucket itself. */
  readonly prefix: string;
  readonly region?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly pathStyle: boolean;
  /** What the environment of AWS has, when absent. */
  readonly credentials?: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
  readonly checksums: 'when_required' | 'when_supported';
  /** How long nothing may be deleted; the bucket must have object lock. */
  readonly lockMs?: number | undefined;
  readonly now: () => Date;
  /** Larger files go up in parts of this size. */
  readonly partBytes?: number;
}

/** What all requests of one vault have in common. */
export interface S3Desk {
  readonly client: S3Client;
  readonly place: S3Place;
  readonly partBytes: number;
  objectKey(key: string): string;
  /** For people. */
  nameOf(key: string): string;
  /** Retention to ask for with a new object; none without `lock`. */
  retention(): { readonly ObjectLockMode?: 'GOVERNANCE'; readonly ObjectLockRetainUntilDate?: Date };
}

const PART_BYTES = 16 << 20;
/** How often one thing is tried before it is given up. */
export const S3_ATTEMPTS = 6;

/** Asks nothing of the server yet. */
export function openDesk(place: S3Place): S3Desk {
  // What the SDK's next versions will need is for whoever updates Lastpost, and not for people who take a snapshot.
  // biome-ignore lint/style/noProcessEnv: the SDK takes this wish nowhere else.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const { bucket, prefix, region = 'us-east-1', endpoint, pathStyle, credentials, lockMs, now } = place;
  const checking = place.checksums === 'when_required' ? 'WHEN_REQUIRED' : 'WHEN_SUPPORTED';
  const client = new S3Client({
    region,
    forcePathStyle: pathStyle,
    maxAttempts: S3_ATTEMPTS,
    requestChecksumCalculation: checking,
    responseChecksumValidation: checking,
    ...(endpoint && { endpoint }),
    ...(credentials && { credentials }),
  });
  const objectKey = (key: string): string => (prefix === '' ? key : `${prefix}/${key}`);
  return {
    client,
    place,
    partBytes: place.partBytes ?? PART_BYTES,
    objectKey,
    nameOf: (key) => `s3://${bucket}/${objectKey(key)}`,
    retention: () =>
      lockMs === undefined
        ? {}
        : { ObjectLockMode: 'GOVERNANCE', ObjectLockRetainUntilDate: new Date(now().getTime() + lockMs) },
  };
}
