import type { FactLanguage } from '../../model/platform.ts';

/** Where the evidence of a run lies, below the workspace's folder, with `/` and without one at its end. */
export function evidenceFolder(run: string): string {
  return `evidence/${run}`;
}

/** The files of one filed certificate, which belong together by the first twelve digits of its JSON's digest. */
export function filedNames(run: string, sha256: string): Readonly<Record<FactLanguage | 'json', string>> {
  const start = `${evidenceFolder(run)}/${sha256.replace('sha256:', '').slice(0, 12)}-certificate`;
  return { json: `${start}.json`, de: `${start}.de.html`, en: `${start}.en.html` };
}
