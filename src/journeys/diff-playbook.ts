import { writeFileAtomic } from '../base/atomic-write.ts';
import { sha256 } from '../base/digest.ts';
import { KnownError } from '../base/known-error.ts';
import type { Playbook, PlaybookOrigin } from '../model/playbook/playbook.ts';
import type { ComparedPlaybooks } from '../model/playbook/playbook-diff.ts';
import { changesBetween, comparePlaybooks, type PlaybookValues } from '../playbooks/compare/compare-playbooks.ts';
import { markWords } from '../playbooks/compare/mark-words.ts';
import { withOrigin } from '../playbooks/copy/adapt-copy.ts';
import { findPlaybook, type PlaybookFile, readPlaybookFile, shippedFolder } from '../playbooks/find-playbooks.ts';
import { readPlaybook } from '../playbooks/read/read-playbook.ts';
import { requireWorkspace, type Workspace, type WorkspacePlace } from '../workspace/open-workspace.ts';
import { findOriginal, keepOriginal } from './original-playbooks.ts';

export interface DiffPlaybookInput {
  /** The name of a playbook of the workspace, or a file. */
  readonly playbook: string;
  /** A name or a file; `shipped`: the one that comes along and that it was copied from. */
  readonly against: string;
  /** From now on it counts as based on the other one as that is now. */
  readonly settle: boolean;
  /** Where playbooks that come along lie, where it is not the usual place. */
  readonly shipped?: string;
}

interface Side {
  readonly file: PlaybookFile;
  readonly bytes: Uint8Array;
  readonly playbook: Playbook;
  readonly values: PlaybookValues;
}

export interface PlaybookDiff extends ComparedPlaybooks {
  readonly name: string;
  /** Absolute. */
  readonly file: string;
  readonly basedOn: PlaybookOrigin | null;
  /** False: what it was copied from is not here, so that nobody can tell who has changed what; `mine` are all differences. */
  readonly hasBase: boolean;
  /** null where there is nothing but the base to compare it with. */
  readonly against: { readonly name: string; readonly version: number; readonly file: string } | null;
  readonly isSettled: boolean;
}

/**
 * What a playbook has changed since it was copied, and what the original has since then. Merges nothing.
 * @throws KnownError `playbook.nothing-to-compare`, `playbook.unsound`, `playbook.unknown`, `playbook.unreadable` and those of
 * the workspace
 */
export async function diffPlaybook(input: DiffPlaybookInput, place: WorkspacePlace): Promise<PlaybookDiff> {
  const workspace = await requireWorkspace(place);
  const folders = { own: workspace.paths.playbooks, shipped: input.shipped ?? shippedFolder };
  const mine = await readSide(await findPlaybook(input.playbook, place.cwd, folders));
  const basedOn = mine.playbook.basedOn ?? null;
  const theirs =
    input.against === 'shipped'
      ? await shippedSide(basedOn?.playbook ?? mine.playbook.name, mine, folders.shipped)
      : await readSide(await findPlaybook(input.against, place.cwd, folders));
  const base = basedOn === null ? undefined : await baseOf(basedOn, theirs, workspace);
  if (base === undefined && theirs === null) throw nothingToCompare(mine.playbook.name, basedOn);
  const compared = compare(base, mine.values, theirs?.values ?? null);
  const isSettled = input.settle && theirs !== null;
  if (isSettled) await settle(mine, theirs, workspace);
  return {
    mine: compared.mine.map(markWords),
    theirs: compared.theirs.map(markWords),
    conflicts: compared.conflicts,
    name: mine.playbook.name,
    file: mine.file.file,
    basedOn,
    hasBase: base !== undefined,
    against: theirs && { name: theirs.playbook.name, version: theirs.playbook.version, file: theirs.file.file },
    isSettled,
  };
}

async function readSide(file: PlaybookFile): Promise<Side> {
  return { file, ...sideOf(file.file, await readPlaybookFile(file.file)) };
}

/** One with errors can be compared, as long as it is a playbook. @throws KnownError `playbook.unsound` */
function sideOf(file: string, bytes: Uint8Array): Omit<Side, 'file'> {
  const { playbook, source } = readPlaybook(file, bytes);
  if (playbook !== null && source !== null) return { bytes, playbook, values: source.values() as PlaybookValues };
  throw new KnownError('playbook.unsound', `${file} cannot be read as a playbook.`, {
    hint: `See what is wrong with it: lastpost playbook lint ${file}`,
    exitCode: 2,
  });
}

/** null where none of that name comes along, or where that is the playbook itself. */
async function shippedSide(name: string, mine: Side, shipped: string): Promise<Side | null> {
  try {
    const file = await findPlaybook(name, shipped, { own: null, shipped });
    return file.file === mine.file.file ? null : await readSide(file);
  } catch (error) {
    if (error instanceof KnownError && error.code === 'playbook.unknown') return null;
    throw error;
  }
}

/** What was kept; or the other one, as long as it is still the same. */
async function baseOf(
  basedOn: PlaybookOrigin,
  theirs: Side | null,
  { paths }: Workspace,
): Promise<PlaybookValues | undefined> {
  if (theirs !== null && sha256(theirs.bytes) === basedOn.sha256) return theirs.values;
  const bytes = await findOriginal(paths, basedOn);
  return bytes === undefined ? undefined : sideOf(basedOn.playbook, bytes).values;
}

function compare(
  base: PlaybookValues | undefined,
  mine: PlaybookValues,
  theirs: PlaybookValues | null,
): ComparedPlaybooks {
  if (base !== undefined) return comparePlaybooks(base, mine, theirs ?? base);
  return { mine: changesBetween(theirs ?? {}, mine), theirs: [], conflicts: [] };
}

async function settle(mine: Side, theirs: Side, { paths }: Workspace): Promise<void> {
  const { name: playbook, version } = theirs.playbook;
  const basedOn = { playbook, version, sha256: sha256(theirs.bytes) };
  await keepOriginal(paths, basedOn, theirs.bytes);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(mine.bytes);
  await writeFileAtomic(mine.file.file, withOrigin(text, basedOn));
}

function nothingToCompare(name: string, basedOn: PlaybookOrigin | null): KnownError {
  const message =
    basedOn === null
      ? `"${name}" does not say what it is based on, and none of that name comes along.`
      : `"${name}" is based on ${basedOn.playbook}, which does not come along, and its text was not kept here.`;
  return new KnownError('playbook.nothing-to-compare', message, {
    hint: 'Say with what it is to be compared: --against FILE',
    exitCode: 2,
  });
}
