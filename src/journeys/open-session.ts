import { basename } from 'node:path';
import { KnownError } from '../base/known-error.ts';
import { pathExists } from '../base/path-exists.ts';
import { cookiesOfProfile } from '../crawl/sessions/cookies-of-profile.ts';
import { readCookiesFile } from '../crawl/sessions/read-cookies-file.ts';
import type { JourneyContext } from '../model/journey-context.ts';
import type { CrawlSession, LoggedOut, StoredSession } from '../model/session.ts';
import type { TakeSnapshotInput } from '../model/take-snapshot-input.ts';
import { profileFolder, type WorkspacePaths } from '../workspace/paths.ts';

/** What a crawl gets to be logged in, and to be logged in again. */
export interface OpenedSession {
  readonly session?: CrawlSession;
  readonly onLoggedOut?: (told: LoggedOut) => Promise<StoredSession | undefined>;
}

/**
 * The session a snapshot is to be taken with: the cookies file that was named, else the login that `channel login` kept.
 * @param chromiumPath reads a kept profile again after a fresh login
 * @throws KnownError `session.no-file`, `session.bad-cookies`, `session.no-cookies`, `session.expired`
 */
export async function openSession(
  input: TakeSnapshotInput,
  paths: WorkspacePaths | undefined,
  chromiumPath: string,
  context: JourneyContext,
): Promise<OpenedSession> {
  if (input.cookiesFile !== undefined) return fromFile(input.cookiesFile, context);
  if (paths === undefined || input.keptLogin === false) return {};
  const { channel, url } = input;
  const profileDir = profileFolder(paths, channel === undefined ? { url } : { channel });
  if (!(await pathExists(profileDir))) return {};
  context.note?.(`Using the login kept for ${channel ?? new URL(url).host}; --no-login leaves it out.`);
  const howToLogIn = `Log in again with "lastpost channel login ${channel ?? url}"`;
  return {
    session: { source: 'profile', profileDir, howToLogIn: `${howToLogIn}, then run the same command again.` },
    ...asking(context, howToLogIn, () => cookiesOfProfile(profileDir, chromiumPath)),
  };
}

async function fromFile(path: string, context: JourneyContext): Promise<OpenedSession> {
  const { session: stored, expired } = await readCookiesFile(path, context.clock.now());
  if (expired.length > 0) {
    const named = expired.slice(0, 5).map(({ name, domain }) => `${name} of ${domain.replace(/^\./, '')}`);
    const more = expired.length > 5 ? ` and ${expired.length - 5} more` : '';
    context.note?.(`Expired and left out of ${basename(path)}: ${named.join(', ')}${more}.`);
  }
  const howToLogIn = `Log in again in the browser and export its cookies anew into ${path}`;
  return {
    session: { source: 'cookies-file', stored, howToLogIn: `${howToLogIn}, then run the same command again.` },
    ...asking(context, howToLogIn, async () => (await readCookiesFile(path, context.clock.now())).session),
  };
}

/** At a terminal the crawl waits; elsewhere it ends, and says how to go on. */
function asking(
  { waitForEnter, note }: JourneyContext,
  howToLogIn: string,
  read: () => Promise<StoredSession>,
): Pick<OpenedSession, 'onLoggedOut'> {
  if (!waitForEnter) return {};
  return {
    onLoggedOut: async ({ host }) => {
      while (await waitForEnter(`Logged out of ${host}. ${howToLogIn}, then press Enter here.`)) {
        const fresh = await read().catch((error: unknown) => {
          // A window that is still open or a bad line in the file must not cost the pages that are there.
          if (!(error instanceof KnownError)) throw error;
          note?.(`${error.message} ${error.hint ?? ''}`.trim());
          return undefined;
        });
        if (fresh) return fresh;
      }
      return undefined;
    },
  };
}
