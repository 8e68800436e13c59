import { resolve } from 'node:path';
import { KnownError } from '../base/known-error.ts';
import type { Channel, WorkspaceConfig } from './config.ts';
import { findWorkspace } from './find-workspace.ts';
import { type WorkspacePaths, workspacePaths } from './paths.ts';
import { readConfig } from './read-config.ts';
import { readConfigFile } from './read-config-file.ts';

/** A workspace folder whose lastpost.yaml is sound. */
export interface Workspace {
  /** Absolute. */
  readonly dir: string;
  readonly config: WorkspaceConfig;
  readonly paths: WorkspacePaths;
}

/**
 * Reads and checks the workspace in `dir`.
 * @throws KnownError `workspace.not-found`, `workspace.unreadable`, `workspace.yaml`, `workspace.invalid`
 */
export async function openWorkspace(dir: string): Promise<Workspace> {
  const absolute = resolve(dir);
  const paths = workspacePaths(absolute);
  return { dir: absolute, paths, config: await readConfig(paths.config, await readConfigFile(paths.config)) };
}

/** Where to look for a workspace: the folder a person named, or from where they are upwards. */
export interface WorkspacePlace {
  readonly cwd: string;
  readonly workspaceDir?: string | undefined;
}

/** The workspace of a place, or undefined when none was named and none is above. Same errors as `openWorkspace`. */
export async function openNearestWorkspace({ cwd, workspaceDir }: WorkspacePlace): Promise<Workspace | undefined> {
  const dir = workspaceDir ?? (await findWorkspace(cwd));
  return dir === undefined ? undefined : openWorkspace(dir);
}

/**
 * The workspace of a place, for what cannot be done without one.
 * @throws KnownError `workspace.not-found` and those of `openWorkspace`
 */
export async function requireWorkspace(place: WorkspacePlace): Promise<Workspace> {
  const workspace = await openNearestWorkspace(place);
  if (workspace !== undefined) return workspace;
  throw new KnownError('workspace.not-found', `There is no workspace in ${place.cwd} or above it.`, {
    hint: 'Name its folder with --workspace DIR, or make one with: lastpost init DIR --brand NAME',
    exitCode: 2,
  });
}

/** @throws KnownError `channel.unknown` */
export function requireChannel({ config }: Workspace, id: string): Channel {
  const channel = config.channels.find((candidate) => candidate.id === id);
  if (channel !== undefined) return channel;
  const ids = config.channels.map((candidate) => candidate.id);
  throw new KnownError('channel.unknown', `No channel is called "${id}".`, {
    hint: ids.length === 0 ? 'lastpost.yaml names no channel yet: add one there.' : `Choose one of: ${ids.join(', ')}.`,
    exitCode: 2,
  });
}
