import type { X509Certificate } from 'node:crypto';
import type { Accuracy, TSTInfo } from '@peculiar/asn1-tsp';
import type { Sha256 } from '../../base/digest.ts';
import { refusalIn } from './answer-status.ts';
import { certificateTrouble } from './check-certificate.ts';
import { checkSignature } from './check-signature.ts';
import { type ReadToken, readAnswer } from './read-token.ts';
import { asInteger, SHA256_OID } from './stamp-request.ts';
import { leadsToRoot } from './trace-to-root.ts';

/** Two clocks that are kept are hardly ever further apart. */
const SKEW_MS = 5 * 60_000;

/** What an authority says with a sound token. */
export interface TokenFacts {
  readonly at: Date;
  /** The subject of the certificate it signed with, on one line. */
  readonly authority: string;
  /** Undefined where it was not said which roots are trusted. */
  readonly isTrusted: true | undefined;
  readonly policy: string;
}

export type TokenRule =
  | 'timestamp.damaged'
  | 'timestamp.wrong'
  | 'timestamp.signature'
  | 'timestamp.certificate'
  | 'timestamp.root'
  | 'timestamp.time';

export type TokenTrouble = {
  readonly rule: TokenRule;
  /** A sentence of which the token is the subject. */
  readonly message: string;
  /** Of what the token is, when that is something else than it should be. */
  readonly imprint?: Sha256;
};

export interface TokenClaim {
  /** Of what it should be. */
  readonly digest: Sha256;
  /** When that was made, as its maker says. */
  readonly madeAt: Date;
  /** What is trusted; undefined: that was not said. */
  readonly roots: readonly X509Certificate[] | undefined;
  /** Of the request, where it is known. */
  readonly nonce?: Uint8Array;
  readonly policy?: string | undefined;
}

export type CheckedToken = { readonly facts: TokenFacts } | { readonly trouble: TokenTrouble };

/**
 * Holds what an authority answered (the DER of a TimeStampResp) against what it should be a timestamp of. Asks nobody.
 * @see RFC 3161, 2.2 to 2.4
 */
export function checkToken(der: Uint8Array, claim: TokenClaim): CheckedToken {
  const answer = readAnswer(der);
  if (answer === undefined) return trouble('timestamp.damaged', 'It cannot be read as a timestamp (RFC 3161).');
  const refusal = refusalIn(answer.status);
  if (refusal !== undefined) return trouble('timestamp.damaged', `It is no timestamp, but a refusal: ${refusal}.`);
  if (answer.token === undefined) return trouble('timestamp.damaged', 'There is no token in it.');
  try {
    return checkRead(answer.token, claim);
  } catch (error) {
    // A certificate or an attribute in it that is none.
    return trouble('timestamp.damaged', `It cannot be read: ${(error as Error).message}`);
  }
}

function checkRead(token: ReadToken, claim: TokenClaim): CheckedToken {
  const { info, certificates } = token;
  const wrong = wrongIn(info, claim);
  if (wrong !== undefined) return { trouble: wrong };
  const signed = checkSignature(token);
  if ('trouble' in signed) return trouble('timestamp.signature', `It is not sound: ${signed.trouble}`);
  const { certificate } = signed;
  const authority = certificate.subject.split('\n').join(', ');
  const unfit = certificateTrouble(certificate, info.genTime);
  if (unfit !== undefined) return trouble('timestamp.certificate', `The certificate of ${authority} ${unfit}`);
  const { roots, madeAt } = claim;
  if (roots !== undefined && !leadsToRoot(certificate, certificates, roots, info.genTime)) {
    return trouble('timestamp.root', `The certificate of ${authority} does not lead to a root that is trusted.`);
  }
  const latest = info.genTime.getTime() + accuracyMs(info.accuracy) + SKEW_MS;
  if (latest < madeAt.getTime()) {
    const [at, made] = [info.genTime.toISOString(), madeAt.toISOString()];
    return trouble('timestamp.time', `It is of ${at}, and what it is of was made at ${made}, after it.`);
  }
  const isTrusted = roots === undefined ? undefined : (true as const);
  return { facts: { at: info.genTime, authority, isTrusted, policy: info.policy } };
}

function wrongIn(info: TSTInfo, { digest, nonce, policy }: TokenClaim): TokenTrouble | undefined {
  const { messageImprint, extensions } = info;
  const wrong = (message: string) => ({ rule: 'timestamp.wrong' as const, message });
  const imprint = imprintOf(info);
  if (messageImprint.hashAlgorithm.algorithm !== SHA256_OID) return wrong('It is not about a SHA-256 digest.');
  if (imprint !== digest) return { ...wrong(`It is about ${imprint}, and not about ${digest}.`), imprint };
  if (nonce !== undefined && !hasNonce(info, nonce))
    return wrong('It does not answer this question: its nonce differs.');
  if (policy !== undefined && info.policy !== policy) {
    return wrong(`Its policy is ${info.policy}, and ${policy} was asked for.`);
  }
  const unknown = extensions?.find(({ critical }) => critical);
  return unknown && wrong(`It has a critical extension that nobody knows here: ${unknown.extnID}.`);
}

function imprintOf({ messageImprint }: TSTInfo): Sha256 {
  return `sha256:${Buffer.from(messageImprint.hashedMessage.buffer).toString('hex')}`;
}

function hasNonce({ nonce }: TSTInfo, wanted: Uint8Array): boolean {
  return nonce !== undefined && Buffer.from(nonce).equals(asInteger(wanted));
}

function accuracyMs(accuracy: Accuracy | undefined): number {
  if (accuracy === undefined) return 0;
  const { seconds, millis = 0, micros = 0 } = accuracy;
  return seconds * 1000 + millis + micros / 1000;
}

function trouble(rule: TokenRule, message: string): { readonly trouble: TokenTrouble } {
  return { trouble: { rule, message } };
}
