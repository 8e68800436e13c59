import { draftFileText, readDraftFile } from '../../src/drafts/files/draft-file.ts';
import { lintDrafts } from '../../src/drafts/lint/lint-drafts.ts';
import type { LintKit } from '../../src/drafts/lint/lint-kit.ts';
import type { LintRule } from '../../src/drafts/lint/lint-rule.ts';
import { type LintMaterial, openLintKit } from '../../src/drafts/lint/open-lint-kit.ts';
import { readLintDraft } from '../../src/drafts/lint/read-lint-draft.ts';
import { lintRules } from '../../src/drafts/lint/registry.ts';
import { draftChannels } from '../../src/journeys/drafts/draft-channels.ts';
import { type DraftKit, openKit } from '../../src/journeys/drafts/open-kit.ts';
import type { ExitFacts } from '../../src/model/farewell/exit-facts.ts';
import { noFigures } from '../../src/model/farewell/figures.ts';
import type { LintFinding, LintReport } from '../../src/model/farewell/lint/lint-finding.ts';
import { type LintSettings, noLintSettings } from '../../src/model/farewell/lint/lint-rules.ts';
import type { FarewellLocale } from '../../src/model/farewell/locale.ts';
import { demoExitWorkspace } from './demo-kit-workspace.ts';

/** The day on which the golden kit was made: the last post is on Thursday, 31 December 2026, at 15:00. */
export const demoNow = new Date('2026-11-02T09:00:00.000Z');

/** Files of drafts by `de/announcement-x`; changes of some: a new text, or null for one that is not there. */
export type DraftFiles = Readonly<Record<string, string>>;
export type DraftChanges = Readonly<Record<string, string | null | ((file: string) => string)>>;

/** The kit of the demo exit, as `lastpost draft write` makes it of the golden facts. Nothing in it is changed by a check. */
export interface DemoLint {
  readonly kit: DraftKit;
  readonly files: DraftFiles;
  /** What the rules say when some drafts were edited and something around them is otherwise. */
  check(changes?: DraftChanges, more?: DemoMore): LintReport;
  /** What the rules would look at, for whatever else looks at all drafts together. */
  open(changes?: DraftChanges, more?: Partial<LintMaterial>): LintKit;
}

export interface DemoMore extends Partial<LintMaterial> {
  readonly rules?: readonly LintRule[];
  readonly settings?: LintSettings;
}

/**
 * @param facts otherwise than in the demo
 * @param locales in which drafts are made, beside or instead of de and en; the facts have to have texts in them
 */
export async function demoLint(facts: Partial<ExitFacts> = {}): Promise<DemoLint> {
  const { dir } = await demoExitWorkspace(demoNow);
  const clock = { now: () => demoNow };
  const wishes = { locales: [], channels: [], kinds: [] };
  const first = await openKit(wishes, { cwd: dir }, { clock });
  const kit =
    Object.keys(facts).length === 0
      ? first
      : await openKit({ ...wishes, facts: { ...first.facts, ...facts } }, { cwd: dir }, { clock });
  const files = Object.fromEntries(
    kit.drafts.map(({ draft }) => [`${draft.locale}/${draft.id}`, draftFileText(draft)]),
  );
  return {
    kit,
    files,
    check: (changes = {}, { rules, settings, ...more } = {}) =>
      lintDrafts(openDemo(kit, changed(files, changes), more), rules ?? lintRules, settings ?? noLintSettings),
    open: (changes = {}, more = {}) => openDemo(kit, changed(files, changes), more),
  };
}

/** The files after some edits; an edit that changes nothing is a mistake of the test. */
export function changed(files: DraftFiles, changes: DraftChanges): DraftFiles {
  const all: Record<string, string> = { ...files };
  for (const [name, change] of Object.entries(changes)) {
    const before = all[name];
    const after = typeof change === 'function' ? change(before ?? '') : change;
    if (after === before) throw new Error(`${name} is as it was.`);
    if (after === null) delete all[name];
    else all[name] = after;
  }
  return all;
}

/** Replaces words in a file, which must have them. */
export function edit(from: string, to: string): (file: string) => string {
  return (file) => {
    if (!file.includes(from)) throw new Error(`There is no "${from}" in:\n${file}`);
    return file.replace(from, to);
  };
}

function openDemo(kit: DraftKit, files: DraftFiles, more: Partial<LintMaterial>): LintKit {
  const { config } = kit.workspace;
  const drafts = Object.entries(files).map(([name, source]) => {
    const [locale, id = ''] = name.split('/') as [FarewellLocale, string];
    return readLintDraft(`/drafts/${name}.md`, readDraftFile(name, id, locale, source), source);
  });
  const material: LintMaterial = {
    facts: kit.facts,
    brand: config.brand.name,
    channels: draftChannels(config, kit.facts, demoNow),
    people: config.people,
    figures: noFigures,
    drafts,
    made: new Map(kit.drafts.map((one) => [`${one.draft.locale}/${one.draft.id}`, one])),
    approvals: new Map(drafts.map(({ name }) => [name, 'approved'])),
    plan: null,
    accounts: new Map(),
    holiday: null,
    dictionaries: [],
    ownWords: [],
    now: demoNow,
    ...more,
  };
  return openLintKit(material);
}

/** `last-day de/announcement-x 9`, for comparing. */
export function briefly({ findings }: LintReport, severity?: LintFinding['severity']): readonly string[] {
  return findings
    .filter((one) => severity === undefined || one.severity === severity)
    .map(({ rule, spot }) => [rule, spot?.draft ?? '-', spot?.line ?? 0].join(' '));
}
