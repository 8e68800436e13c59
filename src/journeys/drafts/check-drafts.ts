import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeFilesAtomic } from '../../base/atomic-write.ts';
import { readDraftFile } from '../../drafts/files/draft-file.ts';
import { applyEdits } from '../../drafts/lint/apply-edits.ts';
import { lintDrafts } from '../../drafts/lint/lint-drafts.ts';
import type { LintKit } from '../../drafts/lint/lint-kit.ts';
import type { LintRule } from '../../drafts/lint/lint-rule.ts';
import { onlineLinks } from '../../drafts/lint/online/online-links.ts';
import { lintRules } from '../../drafts/lint/registry.ts';
import type { Dictionary } from '../../drafts/lint/spelling/dictionary.ts';
import { type OpenDictionaries, openDictionaries } from '../../drafts/lint/spelling/open-dictionaries.ts';
import type { Draft } from '../../model/farewell/draft.ts';
import { type DraftFilter, isWished } from '../../model/farewell/draft-filter.ts';
import type { LintEdit, LintFinding, LintReport } from '../../model/farewell/lint/lint-finding.ts';
import type { LintRuleId } from '../../model/farewell/lint/lint-rules.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { WorkspacePlace } from '../../workspace/open-workspace.ts';
import { cannotWrite } from '../cannot-write.ts';
import { askLinks } from './ask-links.ts';
import { type DraftCheck, openDraftCheck } from './open-draft-check.ts';

export interface CheckDraftsInput extends DraftFilter {
  /** [] asks all rules. */
  readonly rules: readonly LintRuleId[];
  /** Asks the addresses in the drafts whether they answer. */
  readonly online: boolean;
  /** Carries out what cannot make anything worse. */
  readonly fix: boolean;
  /** What promises are held against, before what lastpost.yaml says; null: as it says. */
  readonly playbook: string | null;
  readonly run: string | null;
}

export interface CheckedDrafts {
  /** After what was fixed. */
  readonly report: LintReport;
  readonly fixed: readonly LintEdit[];
  /** Those that were asked, with what each comes with. */
  readonly rules: readonly LintRule[];
  /** The workspace, absolute. */
  readonly dir: string;
}

/**
 * Reads all drafts of the exit together and says what is wrong in them. They are always checked together; `locales`, `channels` and
 * `kinds` say of which of them it is told.
 * @throws KnownError `draft.front-matter`, `draft.cannot-write`, `draft.bad-dictionary`, and those of `openDraftCheck`
 */
export async function checkDrafts(
  input: CheckDraftsInput,
  place: WorkspacePlace,
  context: JourneyContext,
): Promise<CheckedDrafts> {
  const opened = await openDraftCheck(allOfThem, place, context, input);
  const { dir } = opened.workspace;
  const { dictionaries, close } = await openSpelling(opened, input);
  try {
    const first = await reportOf(opened, dictionaries, input, context);
    if (!input.fix) return { ...first, fixed: [], dir };
    const edits = first.report.findings.flatMap(({ edit }) => (edit === null ? [] : [edit]));
    const fixed = await carryOut(edits, opened.kit);
    if (fixed.length === 0) return { ...first, fixed, dir };
    const reopened = await openDraftCheck(allOfThem, place, context, input);
    return { ...(await reportOf(reopened, dictionaries, input, context)), fixed, dir };
  } finally {
    close();
  }
}

/** What is told of is chosen afterwards: one draft alone clashes with nothing. */
const allOfThem = { locales: [], channels: [], kinds: [] };

function isAsked(id: LintRuleId, { rules }: CheckDraftsInput): boolean {
  return rules.length === 0 || rules.includes(id);
}

/** Of the languages that drafts are written in, or none where spelling is not asked for. */
async function openSpelling(
  { kit, workspace, settings }: DraftCheck,
  input: CheckDraftsInput,
): Promise<OpenDictionaries> {
  const isSpelt = isAsked('spelling', input) && settings.rules.spelling !== 'off';
  const locales = [...new Set(kit.drafts.map(({ draft }) => draft.locale))];
  return openDictionaries(isSpelt ? locales : [], workspace.dir);
}

async function reportOf(
  { kit, workspace, settings }: DraftCheck,
  dictionaries: readonly Dictionary[],
  input: CheckDraftsInput,
  context: JourneyContext,
): Promise<Pick<CheckedDrafts, 'report' | 'rules'>> {
  const asked = lintRules.filter(({ id }) => isAsked(id, input));
  const rules =
    input.online && isAsked('links', input) ? [...asked, onlineLinks(await askLinks(kit, workspace, context))] : asked;
  const report = lintDrafts({ ...kit, dictionaries }, rules, settings);
  const wished = ({ spot }: LintFinding): boolean => {
    const draft = spot === null ? undefined : draftOf(kit, spot.draft);
    return draft === undefined || isWished(draft, input);
  };
  const findings = report.findings.filter(wished);
  const drafts = kit.drafts.filter(({ draft }) => isWished(draft, input)).length;
  return { report: { ...report, findings, drafts }, rules: asked };
}

function draftOf({ drafts }: LintKit, name: string): Draft | undefined {
  return drafts.find((one) => one.name === name)?.draft;
}

/** Writes the files anew, all or none. One that would read otherwise than it should afterwards is left as it is. */
async function carryOut(edits: readonly LintEdit[], kit: LintKit): Promise<readonly LintEdit[]> {
  const files = new Map<string, string>();
  const done: LintEdit[] = [];
  for (const { file, draft } of kit.drafts) {
    const own = edits.filter(({ spot }) => spot.file === file);
    if (own.length === 0) continue;
    const edited = applyEdits(await readFile(file, 'utf8'), own);
    if (edited.done.length === 0 || !stillReads(file, draft, edited.text, edited.done)) continue;
    files.set(file, edited.text);
    done.push(...edited.done);
  }
  await writeFilesAtomic([...files].map(([file, text]) => [file, text] as const)).catch((error: unknown) => {
    throw cannotWrite('draft.cannot-write', dirname([...files.keys()][0] ?? ''), error, 'place with --out');
  });
  return done;
}

/** A quotation mark that is right in a text can end it in the head of the file. */
function stillReads(file: string, draft: Draft, source: string, edits: readonly LintEdit[]): boolean {
  try {
    const after = readDraftFile(file, draft.id, draft.locale, source);
    const names = Object.keys(draft.fields);
    const words = [after.text, ...Object.values(after.fields)].join('\n');
    return names.every((name) => name in after.fields) && edits.every(({ to }) => words.includes(to));
  } catch {
    return false;
  }
}
