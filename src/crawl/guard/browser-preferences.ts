import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What Chromium hands to the system's programs without asking anybody (ExternalProtocolHandler, kAllowedSchemes). */
const closedSchemes = ['mailto', 'news', 'snews'];

/** Writes into a fresh profile that no page may start a program of the machine. */
export async function forbidPrograms(profile: string): Promise<void> {
  const excluded = Object.fromEntries(closedSchemes.map((scheme) => [scheme, true]));
  await mkdir(join(profile, 'Default'), { recursive: true });
  await writeFile(
    join(profile, 'Default', 'Preferences'),
    JSON.stringify({ protocol_handler: { excluded_schemes: excluded } }),
    // A copy of a kept profile has preferences of its own.
    { flag: 'wx' },
  ).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}
