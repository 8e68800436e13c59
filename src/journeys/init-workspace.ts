import { createSigningKeyPem } from '../archive/signing-key.ts';
import { pathExists } from '../base/path-exists.ts';
import { openLedger } from '../storage/ledger.ts';
import {
  makeFolders,
  type NewWorkspace,
  workspaceExists,
  writeConfig,
  writeGitignore,
  writeSigningKey,
} from '../workspace/create-workspace.ts';
import { openWorkspace } from '../workspace/open-workspace.ts';
import { type WorkspacePaths, workspacePaths } from '../workspace/paths.ts';

export interface InitWorkspaceInput extends NewWorkspace {
  readonly dir: string;
}

export interface InitWorkspaceResult {
  /** Absolute. */
  readonly dir: string;
  readonly brandName: string;
  /** Paths of what was made now; what was there before is not among them. */
  readonly created: readonly string[];
}

async function makeLedger({ ledger }: WorkspacePaths, dir: string): Promise<boolean> {
  const fresh = !(await pathExists(ledger));
  await (await openLedger({ file: ledger, root: dir, create: true })).close();
  return fresh;
}

/** Everything but lastpost.yaml; each part only where it is missing. */
async function makeParts(dir: string): Promise<readonly string[]> {
  const freshVault = !(await pathExists(workspacePaths(dir).vault));
  const paths = await makeFolders(dir);
  const parts: readonly (readonly [path: string, fresh: boolean])[] = [
    [paths.vault, freshVault],
    [paths.internalGitignore, await writeGitignore(paths)],
    [
      paths.signingKey,
      (await pathExists(paths.signingKey)) ? false : await writeSigningKey(paths, createSigningKeyPem()),
    ],
    [paths.ledger, await makeLedger(paths, dir)],
  ];
  return parts.filter(([, fresh]) => fresh).map(([path]) => path);
}

/**
 * Makes a workspace in `dir`, which may have other files. lastpost.yaml comes last: a folder that was left half made
 * is no workspace yet, and calling again completes it.
 * @throws KnownError `workspace.exists`, `workspace.cannot-write`, and those of `openLedger`
 */
export async function initWorkspace(input: InitWorkspaceInput): Promise<InitWorkspaceResult> {
  const paths = workspacePaths(input.dir);
  if (await pathExists(paths.config)) throw workspaceExists(paths);
  const parts = await makeParts(input.dir);
  await writeConfig(paths, input);
  const { config } = await openWorkspace(input.dir);
  return { dir: input.dir, brandName: config.brand.name, created: [paths.config, ...parts] };
}

/**
 * Puts back what a workspace is missing (folders, key, ledger) and changes nothing that is there. Safe to call again.
 * A new key signs later snapshots as somebody new; a new ledger does not know the snapshots that are in the vault.
 * @throws KnownError those of `openWorkspace` and `openLedger`, `workspace.cannot-write`
 */
export async function repairWorkspace(dir: string): Promise<InitWorkspaceResult> {
  const { config } = await openWorkspace(dir);
  return { dir, brandName: config.brand.name, created: await makeParts(dir) };
}
