import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { packFolder } from '../archive/pack-folder.ts';
import type { DemoBrand } from '../demo-brand/start-demo-brand.ts';
import type { JourneyContext } from '../model/journey-context.ts';
import type { ExportFile } from '../model/official-export.ts';
import type { CompletenessStatement } from '../model/statement.ts';
import type { Workspace } from '../workspace/open-workspace.ts';
import { type ImportResult, importExport } from './import-export.ts';
import { stateCompleteness } from './state-completeness.ts';
import { writeStatement } from './write-statement.ts';

/** The official export of a channel of the demo, taken over and held against what was crawled. */
export interface DemoOfficialExport {
  /** The ZIP as X would have given it; absolute. */
  readonly file: string;
  readonly imported: ImportResult;
  readonly statement: CompletenessStatement;
  /** The signed statements in German and English; absolute. */
  readonly statementFiles: readonly string[];
}

const channel = 'x';

/**
 * Makes the archive that X would give for the brand's account, imports it, and states what it, the crawl and X say together.
 * @throws those of `importExport`
 */
export async function importDemoExport(
  brand: DemoBrand,
  workspace: Workspace,
  context: JourneyContext,
): Promise<DemoOfficialExport> {
  const place = { cwd: workspace.dir, workspaceDir: workspace.dir };
  const file = join(workspace.dir, 'x-archive.zip');
  await pipeline(Readable.from(packFolder(filesOf(brand), context.signal)), createWriteStream(file));
  const imported = await importExport({ channel, paths: [file], include: [], anyAccount: false }, place, context);
  const statement = await stateCompleteness(channel, place, context.clock.now());
  const statementFiles: string[] = [];
  for (const language of ['de', 'en'] as const) {
    const out = join(workspace.dir, `statement-x-${language}.html`);
    statementFiles.push((await writeStatement({ statement, out, language, force: true }, place, context)).file);
  }
  return { file, imported, statement, statementFiles };
}

function filesOf(brand: DemoBrand): readonly ExportFile[] {
  return brand.xExport().map(({ path, bytes }) => ({
    path,
    bytes: bytes.length,
    part: 'x-archive.zip',
    open: () => Readable.from([bytes]),
  }));
}
