import { relative, resolve } from 'node:path';
import { isoTime } from '../../base/clock.ts';
import { KnownError } from '../../base/known-error.ts';
import { softwareName } from '../../base/software.ts';
import { printPage } from '../../crawl/print-page.ts';
import type { ExportKit } from '../../drafts/export/export-kit.ts';
import type { DraftExportFormat, LeftOutOfExport } from '../../model/farewell/draft-export.ts';
import type { DraftFilter } from '../../model/farewell/draft-filter.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import { requireWorkspace, type Workspace, type WorkspacePlace } from '../../workspace/open-workspace.ts';
import { requireExit } from '../../workspace/require-exit.ts';
import { planBrowserPath } from '../plan-browser.ts';
import { type ExitCalendar, exitCalendar } from './exit-calendar.ts';
import { byLocale, exportedDrafts } from './exported-drafts.ts';
import type { KeptDraft } from './kept-drafts.ts';
import { listDrafts } from './list-drafts.ts';
import { type ExportTools, planExports } from './plan-exports.ts';
import type { PlannedExport, PlannedExports } from './planned-exports.ts';
import { type ExportedDraftFile, olderFiles, putDraftFile, refuseExisting } from './put-draft-files.ts';

export interface ExportDraftsInput extends DraftFilter {
  readonly formats: readonly [DraftExportFormat, ...DraftExportFormat[]];
  /** Only what somebody approved as it is now. */
  readonly approvedOnly: boolean;
  /** A folder; undefined: `exports/drafts` of the workspace. */
  readonly out?: string | undefined;
  /** Replaces files that are there. */
  readonly force: boolean;
  /** The link, or the merge tag, with which a newsletter is ended by who reads it. */
  readonly unsubscribe?: string | undefined;
  /** For pdf; one is searched for when it is not given. */
  readonly browserPath?: string | undefined;
}

export interface DraftsExport {
  /** Absolute. */
  readonly folder: string;
  readonly files: readonly ExportedDraftFile[];
  /** How many drafts were looked at, and how many of them nobody has approved, or not as they are now. */
  readonly drafts: number;
  readonly unapproved: number;
  readonly changed: number;
  /** `de/bio-x`: not in it, as only approved ones were asked for. */
  readonly held: readonly string[];
  readonly leftOut: readonly LeftOutOfExport[];
  readonly notes: readonly string[];
  /** Files of these formats that an earlier export left there; absolute. */
  readonly older: readonly string[];
}

/**
 * Writes the drafts of the workspace, as their files are now, in the forms that they are handed over in. Each file appears whole
 * or not at all, and none before all of them are made.
 * @throws KnownError `draft.nothing-to-export`, `draft-export.exists`, `draft-export.in-drafts`, `draft-export.cannot-write`,
 * `export.disk-full`, `print.failed`, `exit.none`, `exit.incomplete`, those of reading drafts and of finding a browser
 */
export async function exportDrafts(
  input: ExportDraftsInput,
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<DraftsExport> {
  const workspace = await requireWorkspace(place);
  const folder = input.out === undefined ? workspace.paths.draftExports : resolve(place.cwd, input.out);
  refuseDrafts(folder, workspace);
  const kit = kitOf(workspace, context);
  const all = await listDrafts(input, place);
  const chosen = input.approvedOnly ? all.filter(({ state }) => state === 'approved') : all;
  if (chosen.length === 0) throw nothingToExport(all);
  const locales = byLocale(await exportedDrafts(chosen, workspace, context.clock.now()));
  const calendars: ExitCalendar[] = [];
  const tools = toolsFor(input, workspace, kit, place, context, calendars);
  const plans: PlannedExports[] = [];
  for (const format of new Set(input.formats)) plans.push(await planExports(format, locales, kit, tools));
  const planned = plans.flatMap(({ files }) => files);
  if (!input.force) await refuseExisting(folder, planned);
  const made = await makeFiles(planned, context);
  const files: ExportedDraftFile[] = [];
  for (const { plan, bytes } of made) files.push(await putDraftFile(folder, plan, bytes, input.force, context.signal));
  for (const calendar of calendars) await calendar.remember();
  return {
    folder,
    files,
    drafts: chosen.length,
    unapproved: chosen.filter(({ state }) => state === 'none').length,
    changed: chosen.filter(({ state }) => state === 'changed').length,
    held: all.filter((one) => !chosen.includes(one)).map(({ draft }) => `${draft.locale}/${draft.id}`),
    leftOut: plans.flatMap(({ leftOut }) => leftOut),
    notes: [...new Set(plans.flatMap(({ notes }) => notes))],
    older: await olderFiles(folder, input.formats, planned),
  };
}

function kitOf({ config }: Workspace, { clock }: JourneyContext): ExportKit {
  const facts = requireExit(config);
  return { brand: config.brand.name, facts, madeAt: isoTime(clock.now()), software: softwareName() };
}

function toolsFor(
  input: ExportDraftsInput,
  workspace: Workspace,
  kit: ExportKit,
  { cwd }: WorkspacePlace,
  { signal }: JourneyContext,
  calendars: ExitCalendar[],
): ExportTools {
  const language = workspace.config.brand.languages[0]?.toLowerCase().startsWith('de') === true ? 'de' : 'en';
  const { locales, channels, kinds, approvedOnly, browserPath, unsubscribe = null } = input;
  const isWhole = locales.length + channels.length + kinds.length === 0 && !approvedOnly;
  const { browser } = workspace.config.archive;
  const path = planBrowserPath(browserPath, cwd) ?? planBrowserPath(browser, workspace.dir);
  return {
    language,
    unsubscribe,
    print: (html) => printed(html, path, signal),
    calendar: async (exported) => {
      const drafts = exported.flatMap((one) => one.drafts);
      const calendar = await exitCalendar(drafts, kit, workspace, language, isWhole);
      calendars.push(calendar);
      return Buffer.from(calendar.text);
    },
  };
}

async function printed(html: string, path: string | undefined, signal: AbortSignal): Promise<Uint8Array> {
  try {
    return await printPage(html, path, signal);
  } catch (error) {
    throw error instanceof KnownError && error.code === 'print.failed' ? printFailed(error) : error;
  }
}

function printFailed(cause: KnownError): KnownError {
  const hint = 'Export it as html instead, and print that from a browser.';
  return new KnownError('print.failed', 'The browser could not print the drafts.', { hint, cause });
}

interface MadeFile {
  readonly plan: PlannedExport;
  readonly bytes: Uint8Array;
}

async function makeFiles(
  planned: readonly PlannedExport[],
  { signal, onProgress }: JourneyContext,
): Promise<readonly MadeFile[]> {
  const made: MadeFile[] = [];
  for (const plan of planned) {
    signal.throwIfAborted();
    onProgress({ phase: 'export', stepsDone: made.length, stepsKnown: planned.length, current: plan.name });
    made.push({ plan, bytes: await plan.make() });
  }
  return made;
}

/** What lies among the drafts would be read as one. */
function refuseDrafts(folder: string, { paths }: Workspace): void {
  const path = relative(paths.drafts, folder);
  if (path.startsWith('..') || resolve(path) === path) return;
  throw new KnownError('draft-export.in-drafts', `${folder} is where the drafts are.`, {
    hint: 'Choose another folder with --out FOLDER: what lies among the drafts would be taken for one.',
    exitCode: 2,
  });
}

function nothingToExport(all: readonly KeptDraft[]): KnownError {
  const message =
    all.length === 0
      ? 'There is no such draft to export.'
      : `None of the ${all.length} drafts is approved as it is now.`;
  const hint =
    all.length === 0
      ? 'See which there are with: lastpost draft list'
      : 'Approve one with: lastpost draft approve DRAFT --as PERSON, or leave --approved away.';
  return new KnownError('draft.nothing-to-export', message, { hint, exitCode: 2 });
}
