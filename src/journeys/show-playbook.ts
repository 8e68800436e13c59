import { lstat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { writeFileAtomic } from '../base/atomic-write.ts';
import { KnownError, systemErrorCode } from '../base/known-error.ts';
import { pathExists } from '../base/path-exists.ts';
import type { JourneyContext } from '../model/journey-context.ts';
import type { FactLanguage } from '../model/platform.ts';
import type { Playbook } from '../model/playbook/playbook.ts';
import type { PlaybookFinding } from '../model/playbook/playbook-finding.ts';
import { drawMermaid } from '../playbooks/draw/draw-mermaid.ts';
import { type DrawPaper, drawText } from '../playbooks/draw/draw-text.ts';
import { graphOfPlaybook } from '../playbooks/draw/graph-of-playbook.ts';
import type { StepGraph } from '../playbooks/draw/step-graph.ts';
import { drawSvg } from '../playbooks/draw/svg/draw-svg.ts';
import type { WorkspacePlace } from '../workspace/open-workspace.ts';
import { loadPlaybook, requireSound } from './load-playbook.ts';

export type DrawingFormat = 'text' | 'mermaid' | 'svg';

export interface ShowPlaybookInput {
  /** A name or a file. */
  readonly playbook: string;
  readonly format: DrawingFormat;
  readonly language: FactLanguage;
  /** For text; one that goes into a file has no colours. */
  readonly paper: DrawPaper;
  /** A file, or null for none. */
  readonly out: string | null;
  /** Replaces a file that is there. */
  readonly force: boolean;
}

export interface ShownPlaybook {
  readonly playbook: Playbook;
  /** Absolute. */
  readonly file: string;
  readonly findings: readonly PlaybookFinding[];
  readonly drawing: string;
  /** null when no file was asked for. */
  readonly written: { readonly file: string; readonly bytes: number } | null;
}

/**
 * Draws a playbook with all that it uses. One with errors is drawn as far as it can be read: somebody who mends it needs to see it.
 * @throws KnownError `playbook.unsound` for a file that is no playbook, `playbook.file-exists`, `playbook.cannot-write`, and
 * those of `loadPlaybook`
 */
export async function showPlaybook(
  input: ShowPlaybookInput,
  place: WorkspacePlace,
  context: Pick<JourneyContext, 'clock'>,
): Promise<ShownPlaybook> {
  const loaded = await loadPlaybook(input.playbook, place, context);
  const { playbook, uses } = loaded.resolved ?? requireSound(loaded);
  const drawing = draw(graphOfPlaybook(playbook, uses), input);
  const written = input.out === null ? null : await write(resolve(place.cwd, input.out), drawing, input.force);
  return { playbook, file: loaded.file.file, findings: loaded.findings, drawing, written };
}

function draw(graph: StepGraph, { format, language, paper }: ShowPlaybookInput): string {
  if (format === 'mermaid') return drawMermaid(graph, language);
  return format === 'svg' ? drawSvg(graph, language) : `${drawText(graph, language, paper)}\n`;
}

async function write(file: string, drawing: string, force: boolean): Promise<{ file: string; bytes: number }> {
  if (!(await pathExists(dirname(file)))) throw cannotWrite(`The folder ${dirname(file)} does not exist.`);
  const there = await lstat(file).catch(() => undefined);
  if (there?.isDirectory() === true) throw cannotWrite(`${file} is a folder.`);
  if (there !== undefined && !force) {
    throw new KnownError('playbook.file-exists', `${file} is already there.`, {
      hint: 'Add --force to replace it, or choose another name with --out.',
    });
  }
  const bytes = Buffer.from(drawing);
  try {
    await writeFileAtomic(file, bytes);
  } catch (error) {
    const code = systemErrorCode(error);
    throw code === undefined ? error : cannotWrite(`${file} cannot be written (${code}).`, error);
  }
  return { file, bytes: bytes.length };
}

function cannotWrite(message: string, cause?: unknown): KnownError {
  return new KnownError('playbook.cannot-write', message, {
    hint: 'Choose another place with --out, or see to the rights and the room there.',
    ...(cause === undefined ? {} : { cause }),
  });
}
