import { join } from 'node:path';

/** Where things are in a workspace folder; all absolute when `dir` is. */
export interface WorkspacePaths {
  readonly config: string;
  readonly vault: string;
  /** Playbooks of one's own, `<name>.yaml`. */
  readonly playbooks: string;
  /** Texts of the farewell, `<locale>/<id>.md`; people edit them. */
  readonly drafts: string;
  /** Drafts in the forms that they are handed over in; nothing is read from there. */
  readonly draftExports: string;
  /** What calendars were told of the exit last. */
  readonly draftCalendar: string;
  /** Templates of one's own for them, `<locale>/<kind>/<form>.md`. */
  readonly templates: string;
  /** What is made of drafts to be handed on; it can be made again. */
  readonly exports: string;
  /** What people show for what they did, `<run>/<step>/<digest>-<name>`. */
  readonly evidence: string;
  /** JavaScript files that run in captured pages; made by hand. */
  readonly behaviours: string;
  /** What Lastpost keeps for itself: the ledger and the key. */
  readonly internal: string;
  readonly ledger: string;
  /** Sealed snapshots until the vault has them. */
  readonly outbox: string;
  /** Snapshots as whole files, where the vault has them in another form; they can be made again. */
  readonly cache: string;
  /** Which servers of buckets keep names, as far as they were asked. */
  readonly bucketTraits: string;
  /** What `vault verify` found sound, and when. */
  readonly verified: string;
  /** What calls by cron and launchd said. */
  readonly scheduleLog: string;
  readonly keys: string;
  readonly signingKey: string;
  /** One browser profile for each channel that somebody has logged in to. */
  readonly profiles: string;
  /** What one's own playbooks were copied from, as it was. */
  readonly originals: string;
  /** What drafts were when they were generated last. */
  readonly draftBases: string;
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
    playbooks: join(dir, 'playbooks'),
    drafts: join(dir, 'drafts'),
    draftExports: join(dir, 'exports', 'drafts'),
    draftCalendar: join(internal, 'drafts', 'calendar.json'),
    templates: join(dir, 'templates'),
    exports: join(dir, 'exports'),
    evidence: join(dir, 'evidence'),
    behaviours: join(dir, 'behaviours'),
    internal,
    ledger: join(internal, 'ledger.db'),
    outbox: join(internal, 'outbox'),
    cache: join(internal, 'cache'),
    verified: join(internal, 'vault-verified.jsonl'),
    bucketTraits: join(internal, 'vault-bucket.json'),
    scheduleLog: join(internal, 'schedule.log'),
    keys,
    signingKey: join(keys, 'signing-key.pem'),
    profiles: join(internal, 'profiles'),
    originals: join(internal, 'playbooks'),
    draftBases: join(internal, 'drafts'),
    internalGitignore: join(internal, '.gitignore'),
  };
}
