import { z } from 'zod';
import { parseDuration } from '../base/quantity.ts';

const REFERENCE =
  'env:NAME, file:PATH or keychain:SERVICE/ACCOUNT, since what is written here can be read by everybody who has this file';
const text = z.string({ error: 'some text' }).trim().min(1, { error: 'some text' });
const address = z
  .string({ error: 'an address that begins with https:// or http://' })
  .refine((given) => /^https?:\/\//i.test(given) && URL.canParse(given), {
    error: 'an address that begins with https:// or http://',
  });
const yesOrNo = z.boolean({ error: 'true or false' });

/** A secret never stands in lastpost.yaml itself; it only says where it is. */
const reference = z
  .string({ error: REFERENCE })
  .regex(/^(env:[A-Za-z_][A-Za-z0-9_]*|file:.+|keychain:[^/]+\/.+)$/, { error: REFERENCE });

const credentialsSchema = z.strictObject({
  access_key: reference,
  secret_key: reference,
  session_token: reference.optional(),
});

const BUCKET = 'the name of a bucket: lower-case letters, digits, dots and hyphens';
const s3Schema = z.strictObject({
  bucket: z.string({ error: BUCKET }).regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, { error: BUCKET }),
  prefix: text.optional(),
  region: text.optional(),
  endpoint: address.optional(),
  path_style: yesOrNo.optional(),
  credentials: credentialsSchema.optional(),
  checksums: z.enum(['when_required', 'when_supported'], { error: 'one of: when_required, when_supported' }).optional(),
});

const RECIPIENT = 'a recipient of age, which begins with age1';
const encryptSchema = z.strictObject({
  recipients: z
    .array(z.string({ error: RECIPIENT }).regex(/^age1[a-z0-9]+$/, { error: RECIPIENT }), { error: 'a list' })
    .min(1, { error: 'a list with at least one recipient of age' }),
  identity: reference.optional(),
});

const loginSchema = z.strictObject({ user: reference, password: reference });

const TSA = 'the address of a timestamp authority, which begins with https:// or http://';
const timestampShape = {
  url: z.string({ error: TSA }).superRefine((url, context) => {
    const mistake = mistakeInAuthority(url);
    if (mistake !== undefined) context.addIssue({ code: 'custom', message: mistake });
  }),
  ca: text.optional(),
  policy: z
    .string({ error: 'an OID in quotes, like "1.2.3.4.1"' })
    .regex(/^[012](\.\d+)+$/, { error: 'an OID in quotes, like "1.2.3.4.1"' })
    .optional(),
  credentials: loginSchema.optional(),
};
const timestampSchema = z.strictObject(timestampShape).superRefine(({ url, credentials }, context) => {
  // What is signed may be read by everybody on its way; a password may not.
  if (credentials === undefined || !URL.canParse(url) || isPrivateLine(new URL(url))) return;
  const message = 'an address that begins with https://, or the password would cross the network in the clear';
  context.addIssue({ code: 'custom', path: ['url'], message });
});

function mistakeInAuthority(url: string): string | undefined {
  if (!URL.canParse(url)) return TSA;
  const { protocol, username, password } = new URL(url);
  if (!/^https?:$/.test(protocol)) return TSA;
  return username + password === '' ? undefined : 'without a login in it, which belongs under credentials';
}

function isPrivateLine({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || /^127\.|^\[::1\]$|(^|\.)localhost$/.test(hostname);
}

const LOCK = 'a duration like 365d';
const blockSchema = z.strictObject({
  folder: text.optional(),
  s3: s3Schema.optional(),
  lock: z
    .string({ error: LOCK })
    .transform((given, context) => {
      const value = parseDuration(given);
      if (value !== undefined && value > 0) return value;
      context.issues.push({ code: 'custom', message: LOCK, input: given });
      return z.NEVER;
    })
    .optional(),
  encrypt: encryptSchema.optional(),
  timestamp: timestampSchema.optional(),
});

/** `archive.vault:` of lastpost.yaml: a folder, or a block. */
export const vaultSchema = z.union([text.transform((folder) => ({ folder })), blockSchema], {
  error: 'a folder, or a block of keys',
});

export const vaultShapes: Readonly<Record<string, object>> = {
  'archive.vault': blockSchema.shape,
  'archive.vault.s3': s3Schema.shape,
  'archive.vault.s3.credentials': credentialsSchema.shape,
  'archive.vault.encrypt': encryptSchema.shape,
  'archive.vault.timestamp': timestampShape,
  'archive.vault.timestamp.credentials': loginSchema.shape,
};

/** An S3 bucket, as lastpost.yaml names it. Secrets are references: `env:NAME`, `file:PATH`, `keychain:SERVICE/ACCOUNT`. */
export interface S3Settings {
  readonly bucket: string;
  /** Without slashes at its ends; '' for the bucket itself. */
  readonly prefix: string;
  readonly region?: string;
  /** Of a server that is not Amazon's. */
  readonly endpoint?: string;
  readonly pathStyle: boolean;
  /** What the environment of AWS has, when absent. */
  readonly credentials?: { readonly accessKey: string; readonly secretKey: string; readonly sessionToken?: string };
  readonly checksums: 'when_required' | 'when_supported';
}

/** A timestamp authority (RFC 3161). */
export interface TimestampSettings {
  readonly url: string;
  /** A file with the certificates that are trusted as roots, PEM or DER; relative to the workspace. */
  readonly ca?: string;
  /** The OID of the policy that is asked for. */
  readonly policy?: string;
  /** References, for one that wants a login. */
  readonly credentials?: { readonly user: string; readonly password: string };
}

/** Where snapshots are kept, and how. */
export interface VaultSettings {
  /** As it is written; relative to the workspace. */
  readonly folder?: string;
  readonly s3?: S3Settings;
  readonly lockMs?: number;
  readonly encrypt?: { readonly recipients: readonly string[]; readonly identity?: string };
  readonly timestamp?: TimestampSettings;
}

export function toVault(given: z.output<typeof vaultSchema>): VaultSettings {
  const { folder, s3, lock, encrypt, timestamp } = given as z.output<typeof blockSchema>;
  return {
    ...(folder && { folder }),
    ...(s3 && { s3: toS3(s3) }),
    ...(lock && { lockMs: lock }),
    ...(encrypt && {
      encrypt: { recipients: encrypt.recipients, ...(encrypt.identity && { identity: encrypt.identity }) },
    }),
    ...(timestamp && { timestamp: toTimestamp(timestamp) }),
  };
}

function toTimestamp({ url, ca, policy, credentials }: z.output<typeof timestampSchema>): TimestampSettings {
  return { url, ...(ca && { ca }), ...(policy && { policy }), ...(credentials && { credentials }) };
}

function toS3({
  bucket,
  prefix = '',
  region,
  endpoint,
  path_style,
  credentials,
  checksums,
}: z.output<typeof s3Schema>) {
  return {
    bucket,
    prefix: prefix.replace(/^\/+|\/+$/g, ''),
    ...(region && { region }),
    ...(endpoint && { endpoint }),
    pathStyle: path_style ?? false,
    ...(credentials && {
      credentials: {
        accessKey: credentials.access_key,
        secretKey: credentials.secret_key,
        ...(credentials.session_token && { sessionToken: credentials.session_token }),
      },
    }),
    checksums: checksums ?? ('when_supported' as const),
  };
}
