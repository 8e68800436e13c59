import { readFileSync } from 'node:fs';

/** `Lastpost 0.1.0`, as it stands in package.json: what snapshots, records and requests say made them. */
export function softwareName(): string {
  return `Lastpost ${softwareVersion()}`;
}

export function softwareVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
