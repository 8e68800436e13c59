import { readFileSync } from 'node:fs';

/** A certificate nobody vouches for, valid until 2126, and its key: made for the tests and used nowhere else. */
export function selfSignedCertificate(): { key: string; cert: string } {
  const read = (name: string) => readFileSync(new URL(`../fixtures/tls/${name}`, import.meta.url), 'utf8');
  return { key: read('key.pem'), cert: read('cert.pem') };
}
