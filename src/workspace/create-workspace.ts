import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { flushDirectory, writeFileAtomic } from '../base/atomic-write.ts';
import { KnownError, systemErrorCode } from '../base/known-error.ts';
import { pathExists } from '../base/path-exists.ts';
import { type WorkspacePaths, workspacePaths } from './paths.ts';

export interface NewWorkspace {
  readonly brandName: string;
  /** Language codes, the first is the main one. */
  readonly languages: readonly string[];
  /** IANA name; that of the machine counts without it. */
  readonly timezone?: string;
  /** `DE-BY`; Monday to Friday without it. */
  readonly holidays?: string;
}

function cannotMake(dir: string, cause: unknown): unknown {
  const code = systemErrorCode(cause);
  if (code === undefined) return cause;
  const hint = 'Choose a folder you may write to, with: lastpost init DIR --brand NAME';
  return new KnownError('workspace.cannot-write', `The workspace ${dir} cannot be made (${code}).`, { hint, cause });
}

/**
 * Makes the folders of a workspace; those that are there stay as they are.
 * @throws KnownError `workspace.cannot-write`
 */
export async function makeFolders(dir: string): Promise<WorkspacePaths> {
  const absolute = resolve(dir);
  const paths = workspacePaths(absolute);
  try {
    await mkdir(paths.vault, { recursive: true });
    // Only its owner may look where the key is.
    await mkdir(paths.keys, { recursive: true, mode: 0o700 });
    await flushDirectory(absolute);
  } catch (error) {
    throw cannotMake(absolute, error);
  }
  return paths;
}

/** Writes `text` unless something is at `path`; tells whether it did. */
async function writeOnce(path: string, text: string, mode?: number): Promise<boolean> {
  if (await pathExists(path)) return false;
  await writeFileAtomic(path, text, mode);
  return true;
}

/** Puts the signing key in its place, readable by its owner alone. An existing key is never touched: false then. */
export async function writeSigningKey(paths: WorkspacePaths, pem: string): Promise<boolean> {
  return writeOnce(paths.signingKey, pem, 0o600);
}

/** Keeps key and ledger out of git. False when the file was there. */
export async function writeGitignore(paths: WorkspacePaths): Promise<boolean> {
  return writeOnce(paths.internalGitignore, '# The signing key and the ledger stay on this machine.\n*\n');
}

function configText({ brandName, languages, timezone, holidays }: NewWorkspace): string {
  const zone = timezone === undefined ? '#timezone: Europe/Berlin' : `timezone: ${timezone}`;
  const days = holidays === undefined ? '#holidays: DE-BY' : `holidays: ${holidays}`;
  // A JSON string is a YAML string, whatever is in the name.
  return `# This folder is a Lastpost workspace. Edit this file by hand whenever you like;
# mistakes are named by line. "lastpost doctor" checks it.
version: 1

brand:
  name: ${JSON.stringify(brandName)}
  languages: [${languages.join(', ')}]

# For plans and runs: in which zone days begin, and whose holidays are no working
# days (docs/dates.md). Without them the machine's zone, and Monday to Friday.
${zone}
${days}

# The places to keep a copy of. The id is also the folder in vault/.
# lastpost channel add https://x.com/example writes one here. Or take the # away
# from these lines, and then: lastpost snapshot take --channel blog
channels:
#  - id: blog
#    platform: website
#    url: https://blog.example.org
#    title: The blog
#    scope: host            # host, prefix (the address's path and below) or page
#    exclude: ['/search/']  # regular expressions over the whole address
#    facts: { post_limit: 25000 }  # what you know better, see: lastpost channel show blog

# What holds for every snapshot. What stands here can be said otherwise for one
# snapshot with an option of the same name.
archive:
  workers: 2               # browser tabs at once, 1 to 16
  robots: obey             # obey, or ignore for sites that are yours
#  delay: 500ms            # least time between two pages of a host
#  max_pages: 10000
#  max_bytes: 20GB
#  max_time: 8h
#  page_time: 60s
#  user_agent: "Example Brand archive, press@example.org"
#  viewport: 1280x800
#  sitemaps: true
#  lang: de-DE            # what sites are asked for; timezone: Europe/Berlin and mobile: true as well
#  proxy: env:LASTPOST_PROXY   # an address, or where the environment has it
#  browser: http://127.0.0.1:9222   # a browser that runs elsewhere, or a path
#  secret_parameters: [token, session]   # query values that must not enter an archive

# Who may confirm, approve and be told when a channel is left; docs/people.md.
people:
#  - id: anna
#    name: Anna Berg
#    roles: [brand]         # the roles that playbooks ask for
#    email: anna@example.org
#    language: en           # de or en
#  - id: lena
#    name: Lena Maurer
#    roles: [legal, service]
#    email: lena@example.org
#    absent:                # who speaks for her meanwhile; both days included
#      - { from: 2026-12-21, until: 2027-01-06, delegate: anna }

# What is said when a channel is left. Every draft is written from here, and from here alone:
# docs/exit-facts.md. What is still open is asked for by: lastpost draft questions --ask
exit:
#  leaves: [blog]
#  mode: freeze             # freeze, redirect or delete
#  last_day: 2027-02-28     # of the last post; who is told when is counted back from it
#  reason: { kind: resources }   # values, resources, privacy, platform-closing, rebrand, forced
#  page: https://www.example.org/farewell   # where everything stands
#  successors:              # where people find you then: at most three
#    - { name: Newsletter, url: https://www.example.org/newsletter }
#  stays: { en: Our shops stay as they are., de: "Unsere Läden bleiben, wie sie sind." }
`;
}

/**
 * Writes lastpost.yaml, which makes the folder a workspace: call it last.
 * @throws KnownError `workspace.exists`
 */
export async function writeConfig(paths: WorkspacePaths, workspace: NewWorkspace): Promise<void> {
  if (!(await writeOnce(paths.config, configText(workspace)))) throw workspaceExists(paths);
}

export function workspaceExists(paths: WorkspacePaths): KnownError {
  return new KnownError('workspace.exists', `There is a workspace already: ${paths.config}`, {
    hint: `It stays as it is. To put back a missing key, ledger or folder: lastpost init ${dirname(paths.config)} --repair`,
    exitCode: 2,
  });
}
