import { lstat, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomic } from '../base/atomic-write.ts';
import { sha256 } from '../base/digest.ts';
import { KnownError } from '../base/known-error.ts';
import type { JourneyContext } from '../model/journey-context.ts';
import type { PlaybookOrigin } from '../model/playbook/playbook.ts';
import { adaptCopy } from '../playbooks/copy/adapt-copy.ts';
import { findBeside, type PlaybookFile, readPlaybookFile, shippedFolder } from '../playbooks/find-playbooks.ts';
import { readPlaybook } from '../playbooks/read/read-playbook.ts';
import type { ResolvedPlaybook } from '../playbooks/resolve-uses.ts';
import { namePattern, reservedNames } from '../playbooks/schema/values.ts';
import { requireWorkspace, type Workspace, type WorkspacePlace } from '../workspace/open-workspace.ts';
import { loadPlaybook, requireSound } from './load-playbook.ts';
import { keepOriginal } from './original-playbooks.ts';

export interface NewPlaybookInput {
  /** The name of a playbook, or a file. */
  readonly playbook: string;
  /** What the copy is called; null: as the original. */
  readonly as: string | null;
  /** Copies the parts that it uses as well. */
  readonly withParts: boolean;
}

export interface CopiedPlaybook {
  readonly name: string;
  /** Absolute. */
  readonly file: string;
  readonly basedOn: PlaybookOrigin;
}

export interface NewPlaybook {
  readonly copy: CopiedPlaybook;
  readonly parts: readonly CopiedPlaybook[];
  /** Parts that the workspace had already, and that were left alone. */
  readonly kept: readonly string[];
}

/**
 * Copies a playbook into the workspace, to be adapted, and keeps the original so that both can be compared later. Nothing
 * that is there is ever replaced.
 * @throws KnownError `playbook.exists`, `playbook.bad-name`, `playbook.unsound`, those of `loadPlaybook` and of the workspace
 */
export async function newPlaybook(
  input: NewPlaybookInput,
  place: WorkspacePlace,
  context: Pick<JourneyContext, 'clock'>,
): Promise<NewPlaybook> {
  const workspace = await requireWorkspace(place);
  const loaded = await loadPlaybook(input.playbook, place, context);
  const resolved = loaded.resolved ?? requireSound(loaded);
  const name = requireName(input.as ?? resolved.playbook.name);
  await requireFree(workspace, name, input);
  const parts = input.withParts ? usedIn(resolved) : [];
  const copies: CopiedPlaybook[] = [];
  const kept: string[] = [];
  for (const part of parts) {
    if ((await fileIn(workspace, part)) === undefined) copies.push(await copyPart(part, loaded.file, workspace));
    else kept.push(part);
  }
  const copy = await copyFrom(loaded.file, resolved.playbook, name, workspace);
  return { copy, parts: copies, kept };
}

function requireName(name: string): string {
  if (namePattern.test(name) && name.length <= 63 && !reservedNames.includes(name)) return name;
  throw new KnownError('playbook.bad-name', `"${name}" cannot be the name of a playbook.`, {
    hint: 'Take lower-case letters and digits with single - between them: --as leave-x-aurora',
    exitCode: 2,
  });
}

async function fileIn({ paths }: Workspace, name: string): Promise<string | undefined> {
  for (const file of [`${name}.yaml`, `${name}.yml`].map((one) => join(paths.playbooks, one))) {
    if ((await lstat(file).catch(() => undefined)) !== undefined) return file;
  }
  return undefined;
}

async function requireFree(workspace: Workspace, name: string, { as }: NewPlaybookInput): Promise<void> {
  const file = await fileIn(workspace, name);
  if (file === undefined) return;
  throw new KnownError('playbook.exists', `The workspace has a playbook "${name}" already: ${file}`, {
    hint: `Nothing is ever replaced. Choose ${as === null ? 'a name with --as' : 'another name'}, move that file away first, or see what is different: lastpost playbook diff ${name}`,
    exitCode: 2,
  });
}

/** Names of all that it uses, near and far. */
function usedIn({ playbook, uses }: ResolvedPlaybook): readonly string[] {
  const near = playbook.steps.flatMap(({ uses: name }) => (name === null ? [] : [name]));
  const far = [...uses.values()].flatMap(usedIn);
  return [...new Set([...near, ...far])];
}

/** A part keeps its name: by that it is used. */
async function copyPart(name: string, beside: PlaybookFile, workspace: Workspace): Promise<CopiedPlaybook> {
  const folders = { own: workspace.paths.playbooks, shipped: shippedFolder };
  const file = await findBeside(name, beside, folders);
  if (file === undefined) {
    throw new KnownError('playbook.unknown', `It uses "${name}", and there is no such playbook.`, {
      hint: 'See what is wrong with it: lastpost playbook lint FILE',
      exitCode: 2,
    });
  }
  const { playbook } = readPlaybook(file.file, await readPlaybookFile(file.file));
  return copyFrom(file, { name, version: playbook?.version ?? 1 }, name, workspace);
}

async function copyFrom(
  { file: from }: PlaybookFile,
  { name: playbook, version }: { readonly name: string; readonly version: number },
  name: string,
  { paths }: Workspace,
): Promise<CopiedPlaybook> {
  const bytes = await readPlaybookFile(from);
  const basedOn = { playbook, version, sha256: sha256(bytes) };
  const file = join(paths.playbooks, `${name}.yaml`);
  await keepOriginal(paths, basedOn, bytes);
  await mkdir(paths.playbooks, { recursive: true });
  await writeFileAtomic(file, adaptCopy(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes), name, basedOn));
  return { name, file, basedOn };
}
