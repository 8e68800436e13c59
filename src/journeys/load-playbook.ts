import { KnownError } from '../base/known-error.ts';
import { localZone } from '../base/zoned-time.ts';
import type { JourneyContext } from '../model/journey-context.ts';
import type { LocalText } from '../model/platform.ts';
import { type FactsDue, factsDue } from '../model/playbook/facts-due.ts';
import type { JsonObject } from '../model/playbook/json.ts';
import type { PlaybookMode } from '../model/playbook/playbook.ts';
import { isSound, type PlaybookFinding } from '../model/playbook/playbook-finding.ts';
import type { Person } from '../model/run/people.ts';
import {
  findBeside,
  findPlaybook,
  findPlaybooks,
  namesBeside,
  type PlaybookFile,
  type PlaybookFolders,
  readPlaybookFile,
  shippedFolder,
} from '../playbooks/find-playbooks.ts';
import { type LintedPlaybook, lintPlaybook } from '../playbooks/lint/lint-playbook.ts';
import { type PlannedRun, planRun } from '../playbooks/plan/plan-run.ts';
import { readPlaybook } from '../playbooks/read/read-playbook.ts';
import type { ResolvedPlaybook } from '../playbooks/resolve-uses.ts';
import { openNearestWorkspace, type Workspace, type WorkspacePlace } from '../workspace/open-workspace.ts';
import { knownChannels, knownFacts } from './playbook-names.ts';

/** A playbook as it was found and judged. */
export interface LoadedPlaybook extends LintedPlaybook {
  readonly file: PlaybookFile;
}

/** A playbook in a list. */
export interface ListedPlaybook {
  readonly name: string;
  /** Absolute. */
  readonly file: string;
  readonly from: PlaybookFile['from'];
  /** null when the file is no playbook. */
  readonly title: LocalText | null;
  /** [] when the file is no playbook. */
  readonly modes: readonly PlaybookMode[];
  readonly isPart: boolean;
  readonly version: number | null;
  readonly steps: number | null;
  readonly errors: number;
  readonly warnings: number;
}

type Timed = Pick<JourneyContext, 'clock'>;

interface Around {
  readonly folders: PlaybookFolders;
  readonly people: readonly Person[] | null;
  readonly factsDue: FactsDue;
}

function around(workspace: Workspace | undefined, { clock }: Timed): Around {
  const own = workspace?.paths.playbooks ?? null;
  const people = workspace?.config.people ?? [];
  // Where nobody is listed yet, that is told when a run is started, and once.
  const due = factsDue(knownFacts(workspace?.config.channels ?? [], clock.now()), clock.now());
  const folders = { own, shipped: shippedFolder };
  return { folders, people: people.length === 0 ? null : people, factsDue: due };
}

async function load(file: PlaybookFile, { folders, people, factsDue: due }: Around): Promise<LoadedPlaybook> {
  const read = async (one: PlaybookFile) => readPlaybook(one.file, await readPlaybookFile(one.file));
  const linted = await lintPlaybook(await read(file), {
    load: async (name) => {
      const found = await findBeside(name, file, folders);
      return found === undefined ? undefined : read(found);
    },
    otherPlaybooks: await namesBeside(file, folders),
    people,
    factsDue: due,
  });
  return { ...linted, file };
}

/**
 * A playbook by name (of the workspace, else of those that come along) or by path, read and judged; it may have errors.
 * @throws KnownError `playbook.unknown`, `playbook.unreadable` and those of opening a workspace
 */
export async function loadPlaybook(nameOrFile: string, place: WorkspacePlace, context: Timed): Promise<LoadedPlaybook> {
  return loadIn(await openNearestWorkspace(place), nameOrFile, place, context);
}

async function loadIn(
  workspace: Workspace | undefined,
  nameOrFile: string,
  { cwd }: WorkspacePlace,
  context: Timed,
): Promise<LoadedPlaybook> {
  const surroundings = around(workspace, context);
  return load(await findPlaybook(nameOrFile, cwd, surroundings.folders), surroundings);
}

/** Every playbook that a run can be started of by its name. @throws KnownError as `loadPlaybook` */
export async function listPlaybooks(place: WorkspacePlace, context: Timed): Promise<readonly ListedPlaybook[]> {
  const surroundings = around(await openNearestWorkspace(place), context);
  const files = await findPlaybooks(surroundings.folders);
  const loaded = await Promise.all(files.map((file) => load(file, surroundings)));
  return loaded.map(listed);
}

function listed({ file, resolved, findings }: LoadedPlaybook): ListedPlaybook {
  const playbook = resolved?.playbook;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return {
    ...file,
    title: playbook?.title ?? null,
    modes: playbook?.modes ?? [],
    isPart: playbook?.isPart ?? false,
    version: playbook?.version ?? null,
    steps: playbook?.steps.length ?? null,
    errors,
    warnings: findings.length - errors,
  };
}

/** What a run of a playbook would be, with the sources it is made of and what was found in them. */
export interface PlannedPlaybook extends PlannedRun {
  readonly findings: readonly PlaybookFinding[];
}

/**
 * Plans a run of a sound playbook, for a workspace or without one.
 * @param inputs as typed, or as values
 * @throws KnownError `playbook.unsound` with its errors, those of `loadPlaybook` and those of `planRun`
 */
export async function planPlaybook(
  nameOrFile: string,
  inputs: JsonObject,
  place: WorkspacePlace,
  context: Timed,
): Promise<PlannedPlaybook> {
  const workspace = await openNearestWorkspace(place);
  const loaded = await loadIn(workspace, nameOrFile, place, context);
  const channels = workspace?.config.channels ?? [];
  const planned = planRun(requireSound(loaded), {
    inputs,
    timezone: workspace?.config.timezone ?? localZone(),
    channels: workspace === undefined ? null : knownChannels(channels),
    facts: knownFacts(channels, context.clock.now(), Object.values(inputs)),
  });
  const holidays = planned.plan.holidays ?? workspace?.config.holidays ?? null;
  return { ...planned, plan: { ...planned.plan, holidays }, findings: loaded.findings };
}

/** @throws KnownError `playbook.unsound` */
export function requireSound({ file, resolved, findings }: LoadedPlaybook): ResolvedPlaybook {
  if (resolved !== null && isSound(findings)) return resolved;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const lines = errors.map(({ line, column, message }) => `${file.file}:${line}:${column}: ${message}`);
  throw new KnownError('playbook.unsound', lines.join('\n'), {
    hint: `Correct ${errors.length === 1 ? 'it' : 'them'}; what to do says: lastpost playbook lint ${file.name}`,
    exitCode: 2,
  });
}
