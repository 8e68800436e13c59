import { findChromium } from '../crawl/find-chromium.ts';
import { logIn } from '../crawl/sessions/log-in.ts';
import type { JourneyContext } from '../model/journey-context.ts';
import type { CookieHost } from '../model/session.ts';
import type { Channel } from '../workspace/config.ts';
import { writeGitignore } from '../workspace/create-workspace.ts';
import { requireChannel, requireWorkspace, type Workspace, type WorkspacePlace } from '../workspace/open-workspace.ts';
import { profileFolder } from '../workspace/paths.ts';
import { webAddress } from './plan-snapshot.ts';

export interface LoginChannelInput {
  /** A channel's id, or an address. */
  readonly target: string;
  readonly place: WorkspacePlace;
  readonly browserPath?: string;
  /** Resolves when the person says that they are done; closing the window says it too. */
  readonly done: Promise<void>;
  /** Called when the window is about to open. */
  readonly onOpen: (url: string) => void;
}

export interface KeptLogin {
  /** null for an address that is no channel. */
  readonly channel: string | null;
  readonly url: string;
  /** Folder of the profile; it never leaves this machine. */
  readonly profile: string;
  readonly hosts: readonly CookieHost[];
}

/**
 * Opens a browser window in which a person logs in to a channel, and keeps the login for later snapshots of it.
 * Safe to call again: it goes on with the login that is there.
 * @throws KnownError `workspace.not-found`, `channel.unknown`, `usage.bad-address`, `browser.*`, `session.in-use`
 */
export async function loginChannel(input: LoginChannelInput, { signal }: JourneyContext): Promise<KeptLogin> {
  const workspace = await requireWorkspace(input.place);
  const channel = findChannel(workspace, input.target);
  const url = channel?.url ?? webAddress(input.target);
  const chromium = await findChromium(input.browserPath);
  await writeGitignore(workspace.paths);
  const profile = profileFolder(workspace.paths, channel ? { channel: channel.id } : { url });
  input.onOpen(url);
  const hosts = await logIn({
    executablePath: chromium.path,
    version: chromium.version,
    profileDir: profile,
    url,
    headed: true,
    signal,
    done: input.done,
  });
  return { channel: channel?.id ?? null, url, profile, hosts };
}

/** A word is a channel's id; what has a dot or a colon in it is an address, and perhaps that of a channel. */
function findChannel(workspace: Workspace, target: string): Channel | undefined {
  if (!/[.:/]/.test(target)) return requireChannel(workspace, target);
  const url = webAddress(target);
  return workspace.config.channels.find((channel) => webAddress(channel.url) === url);
}
