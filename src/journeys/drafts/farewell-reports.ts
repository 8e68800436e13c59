import { mkdir, readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { writeFileAtomic } from '../../base/atomic-write.ts';
import { KnownError } from '../../base/known-error.ts';
import { momentIn } from '../../base/local-format.ts';
import { adapterOf } from '../../channels/registry.ts';
import type { LintKit } from '../../drafts/lint/lint-kit.ts';
import { hypocrisyReport } from '../../drafts/reports/hypocrisy.ts';
import { contractsPaper } from '../../drafts/reports/papers/contracts-paper.ts';
import { hypocrisyPaper } from '../../drafts/reports/papers/hypocrisy-paper.ts';
import { parityPaper } from '../../drafts/reports/papers/parity-paper.ts';
import { regretPaper } from '../../drafts/reports/papers/regret-paper.ts';
import { silencePaper } from '../../drafts/reports/papers/silence-paper.ts';
import { parityReport } from '../../drafts/reports/parity.ts';
import { type NameFacts, nameFact, regretReport } from '../../drafts/reports/regret.ts';
import { reportPage } from '../../drafts/reports/report-page.ts';
import { silenceReport } from '../../drafts/reports/silence.ts';
import { openSources } from '../../drafts/reports/sources.ts';
import type { ContractsReport } from '../../model/farewell/reports/contracts-report.ts';
import type { HypocrisyReport } from '../../model/farewell/reports/hypocrisy-report.ts';
import type { ParityReport } from '../../model/farewell/reports/parity-report.ts';
import type { RegretReport } from '../../model/farewell/reports/regret-report.ts';
import { type ReportLanguage, type ReportName, reportNames } from '../../model/farewell/reports/report-names.ts';
import type { ReportPaper } from '../../model/farewell/reports/report-paper.ts';
import type { SilenceReport } from '../../model/farewell/reports/silence-report.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { Workspace, WorkspacePlace } from '../../workspace/open-workspace.ts';
import { cannotWrite } from '../cannot-write.ts';
import { readerLanguage } from '../reader-language.ts';
import { openDraftCheck } from './open-draft-check.ts';
import { noFolder, readContracts } from './read-contracts.ts';

export interface FarewellReportsInput {
  /** [] is all that can be made. */
  readonly names: readonly ReportName[];
  /** undefined: that of the brand. */
  readonly language: ReportLanguage | undefined;
  /** Folder of contracts; undefined: none, and no report on them. */
  readonly contracts: string | undefined;
  /** Where to write them as a page; undefined: nowhere. Replaced each time. */
  readonly html: string | undefined;
}

export type FarewellReport = ParityReport | SilenceReport | HypocrisyReport | RegretReport | ContractsReport;

export interface FarewellReports {
  readonly language: ReportLanguage;
  readonly reports: readonly FarewellReport[];
  /** The same as somebody reads them, in the same order. */
  readonly papers: readonly ReportPaper[];
  /** Absolute; null where none was wished for. */
  readonly html: string | null;
}

/**
 * Looks at all drafts of the exit together, as their files are now, and says what is out of line. Changes none of them.
 * @throws KnownError `report.no-draft`, `report.no-folder`, `report.cannot-write`, those of opening drafts
 */
export async function farewellReports(
  input: FarewellReportsInput,
  place: WorkspacePlace,
  context: Pick<JourneyContext, 'clock'> & Partial<Pick<JourneyContext, 'onProgress' | 'signal'>>,
): Promise<FarewellReports> {
  const language = await readerLanguage({ lang: input.language, as: undefined }, place);
  const { kit, workspace } = await openDraftCheck({ locales: [], channels: [], kinds: [] }, place, context);
  if (kit.drafts.length === 0) throw noDraft();
  const wished = reportNames.filter((name) =>
    input.names.length === 0 ? name !== 'contracts' : input.names.includes(name),
  );
  const made = [
    ...(await makeReports(wished, kit, workspace, language)),
    ...(await contractsIn(input, kit, workspace, language, place, context)),
  ];
  const papers = made.map(({ paper }) => paper);
  const [first, ...others] = papers;
  const html = input.html === undefined ? null : resolve(place.cwd, input.html);
  if (html !== null && first !== undefined) {
    const frame = { brand: kit.brand, readAt: momentIn(language, kit.now.toISOString()) };
    await put(html, reportPage([first, ...others], frame));
  }
  return { language, reports: made.map(({ report }) => report), papers, html };
}

interface MadeReport {
  readonly report: FarewellReport;
  readonly paper: ReportPaper;
}

async function makeReports(
  names: readonly ReportName[],
  kit: LintKit,
  workspace: Workspace,
  language: ReportLanguage,
): Promise<readonly MadeReport[]> {
  const { config, paths } = workspace;
  const sources = openSources(await readFile(paths.config, 'utf8'));
  const parity = parityReport(kit, language);
  const make: Readonly<Record<Exclude<ReportName, 'contracts'>, () => MadeReport>> = {
    parity: () => ({ report: parity, paper: parityPaper(parity, language) }),
    silence: () => {
      const report = silenceReport(kit, sources, language);
      return { report, paper: silencePaper(report, language) };
    },
    hypocrisy: () => {
      const report = hypocrisyReport(kit, sources, config.channels, language);
      return { report, paper: hypocrisyPaper(report, language) };
    },
    regret: () => {
      const report = regretReport(kit, sources, nameFacts(workspace, kit), language);
      return { report, paper: regretPaper(report, language) };
    },
  };
  return names.flatMap((name) => (name === 'contracts' ? [] : [make[name]()]));
}

/** Wherever a folder is named, unless other reports are; by name alone it needs one. */
async function contractsIn(
  { names, contracts }: FarewellReportsInput,
  { facts, channels }: LintKit,
  { config }: Workspace,
  language: ReportLanguage,
  { cwd }: WorkspacePlace,
  context: Partial<Pick<JourneyContext, 'onProgress' | 'signal'>>,
): Promise<readonly MadeReport[]> {
  const isWished = names.length === 0 ? contracts !== undefined : names.includes('contracts');
  if (!isWished) return [];
  if (contracts === undefined) throw noFolder('It is not said where the contracts are.');
  const left = config.channels.filter(({ id }) => facts.leaves.some(({ channel }) => channel === id));
  const sought = left.map(({ id, url }) => {
    const place = channels.find((one) => one.id === id);
    return { id, url, platform: place?.platform ?? id, handle: place?.handle ?? null };
  });
  const report = await readContracts(contracts, cwd, sought, facts.lastDay, context);
  return [{ report, paper: contractsPaper(report, language) }];
}

/** What the facts of each platform that is left say of the name. */
function nameFacts({ config }: Workspace, { facts }: LintKit): NameFacts {
  return new Map(
    facts.leaves.map(({ channel }) => {
      const platform = config.channels.find(({ id }) => id === channel)?.platform;
      return [channel, platform === undefined ? null : nameFact(adapterOf(platform).facts)];
    }),
  );
}

async function put(file: string, page: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFileAtomic(file, page);
  } catch (error) {
    throw cannotWrite('report.cannot-write', file, error, 'place with --out');
  }
}

function noDraft(): KnownError {
  return new KnownError('report.no-draft', 'There is no draft to report on.', {
    hint: 'Write the drafts first: lastpost draft write',
    exitCode: 2,
  });
}
