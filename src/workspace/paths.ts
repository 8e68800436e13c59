import { join } from 'node:path';

/** Where things are in a workspace folder; all absolute when `dir` is. */
export interface WorkspacePaths {
  readonly config: string;
  readonly vault: string;
  /** What people show for what they did, `<run>/<step>/<digest>-<name>`. */
  readonly evidence: string;
  /** JavaScript files that run in captured pages; made by hand. */
  readonly behaviours: string;
  /** What Lastpost keeps for itself: the ledger and the key. */
  readonly internal: string;
  readonly ledger: string;
  readonly keys: string;
  readonly signingKey: string;
  /** One browser profile for each channel that somebody has logged in to. */
  readonly profiles: string;
  /** Keeps the whole internal folder out of git, whatever the person's own .gitignore says. */
  readonly internalGitignore: string;
}

export const CONFIG_NAME = 'lastpost.yaml';

/**
 * The folder of a channel's kept login, or of a site that is no channel: an id has no underscore, so the two never meet.
 * @param target a channel's id, or an absolute address
 */
export function profileFolder({ profiles }: WorkspacePaths, target: { channel: string } | { url: string }): string {
  if ('channel' in target) return join(profiles, target.channel);
  return join(profiles, `site_${new URL(target.url).host.replace(/[^a-z0-9.-]/gi, '-')}`);
}

export function workspacePaths(dir: string): WorkspacePaths {
  const internal = join(dir, '.lastpost');
  const keys = join(internal, 'keys');
  return {
    config: join(dir, CONFIG_NAME),
    vault: join(dir, 'vault'),
    evidence: join(dir, 'evidence'),
    behaviours: join(dir, 'behaviours'),
    internal,
    ledger: join(internal, 'ledger.db'),
    keys,
    signingKey: join(keys, 'signing-key.pem'),
    profiles: join(internal, 'profiles'),
    internalGitignore: join(internal, '.gitignore'),
  };
}
