import { type Sha256, sha256 } from '../base/digest.ts';
import type { Signer } from '../model/signer.ts';
import { signedData } from './sign.ts';

export interface PackedResource {
  /** Inside the WACZ. */
  readonly path: string;
  readonly bytes: number;
  readonly hash: Sha256;
}

export interface PackageFacts {
  readonly title: string;
  readonly description?: string;
  readonly created: Date;
  readonly software: string;
  readonly mainPageUrl: string;
  readonly mainPageDate: Date;
}

/**
 * `datapackage.json`, the list of all that is in the WACZ.
 * @see WACZ 1.1.1, "datapackage.json"; Frictionless Data Package wants names lower case and unlike one another, which
 * paths are and base names need not be
 */
export function datapackage(facts: PackageFacts, resources: readonly PackedResource[]): string {
  const created = facts.created.toISOString();
  return json({
    profile: 'data-package',
    wacz_version: '1.1.1',
    title: facts.title,
    ...(facts.description === undefined ? {} : { description: facts.description }),
    created,
    modified: created,
    software: facts.software,
    mainPageUrl: facts.mainPageUrl,
    mainPageDate: facts.mainPageDate.toISOString(),
    resources: resources.map(({ path, hash, bytes }) => ({ name: path, path, hash, bytes })),
  });
}

/** `datapackage-digest.json`: the digest of the list, and the signature of that digest when there is a signer. */
export function datapackageDigest(list: string, facts: PackageFacts, signer: Signer | undefined): string {
  const hash = sha256(list);
  const signature = signer === undefined ? {} : { signedData: signedData(hash, facts, signer) };
  return json({ path: 'datapackage.json', hash, ...signature });
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
