import type { ChannelFacts } from '../../model/channel.ts';
import { hostileQuestions } from '../../model/farewell/hostile-questions.ts';
import type { RegretReport, WayBack } from '../../model/farewell/reports/regret-report.ts';
import type { ReportLanguage } from '../../model/farewell/reports/report-names.ts';
import type { ReportSource } from '../../model/farewell/reports/report-source.ts';
import type { LintDraft, LintPart } from '../lint/lint-draft.ts';
import type { LintKit } from '../lint/lint-kit.ts';
import { doorWords } from './door-words.ts';
import { judgedLanguage } from './find-answers.ts';
import { draftSource, type ReportSources, sourceOf } from './sources.ts';

/** What becomes of the name of an account that is left, by the channel's id. */
export type NameFacts = ReadonlyMap<string, WayBack['name']>;

/** What a platform's facts say of an account that is deleted, and of its name. */
export function nameFact({
  deletionEffect,
  handleReuse,
}: Pick<ChannelFacts, 'deletionEffect' | 'handleReuse'>): WayBack['name'] {
  const known = [deletionEffect, handleReuse].filter((fact) => fact.certainty !== 'unknown');
  const [oldest] = [...known].sort((a, b) => (a.checkedOn < b.checkedOn ? -1 : 1));
  if (oldest === undefined) return null;
  const inOne = (language: ReportLanguage): string => known.map(({ value }) => value[language]).join(' ');
  const { source, checkedOn } = oldest;
  return { text: { de: inOne('de'), en: inOne('en') }, source, checkedOn };
}

/** Texts for those who answer; nobody outside reads them. */
const internal: readonly string[] = ['faq', 'service-card', 'staff-memo'];

const backAgain = hostileQuestions.find(({ id }) => id === 'come-back');

/** What the texts say about coming back. */
export function regretReport(
  kit: LintKit,
  sources: ReportSources,
  names: NameFacts,
  first: ReportLanguage,
): RegretReport {
  const drafts = [...kit.drafts].sort((a, b) => Number(b.draft.locale === first) - Number(a.draft.locale === first));
  const all = drafts.flatMap((draft) => doorSentences(draft));
  const of = (kind: DoorKind): readonly ReportSource[] =>
    all.filter((one) => one.kind === kind).map(({ source }) => source);
  const open = all.filter(({ kind }) => kind === 'open').map(({ source, isPublic }) => ({ source, isPublic }));
  const comeback = drafts.find(({ draft }) => draft.kind === 'comeback');
  return {
    name: 'regret',
    shut: of('shut'),
    promised: of('promised'),
    open: open.sort((a, b) => Number(b.isPublic) - Number(a.isPublic)),
    memo: of('memo'),
    comeback: comeback === undefined ? null : draftSource(comeback),
    ways: waysBack(kit, sources, names),
  };
}

type DoorKind = 'shut' | 'promised' | 'memo' | 'open';

/** Sentences about coming back; of the note for the day of a return none, since it speaks of nothing else. */
function doorSentences(draft: LintDraft) {
  const language = judgedLanguage(draft);
  if (language === undefined || draft.draft.kind === 'comeback') return [];
  const isPublic = !internal.includes(draft.draft.kind);
  return sentencesOf(draft).flatMap(({ source, text }) => {
    const kind = doorKind(text, language);
    return kind === null ? [] : [{ kind, source, isPublic }];
  });
}

function doorKind(text: string, language: ReportLanguage): DoorKind | null {
  const { shut, not, promised, memo } = doorWords[language];
  if (isShut(text, shut, not)) return 'shut';
  if (promised.test(text)) return 'promised';
  if (memo.test(text)) return 'memo';
  return backAgain?.says[language].test(text) === true ? 'open' : null;
}

function sentencesOf({ parts }: LintDraft): readonly { readonly source: ReportSource; readonly text: string }[] {
  return parts.flatMap((part: LintPart) =>
    part.sentences
      .filter(({ text }) => !text.startsWith('#') && !text.endsWith('?'))
      .map(({ text, from }) => ({ text, source: sourceOf(part.spot(from, from + text.length)) })),
  );
}

function isShut(sentence: string, shut: RegExp, not: RegExp): boolean {
  return [...sentence.matchAll(shut)].some(({ index }) => !not.test(sentence.slice(0, index)));
}

function waysBack({ facts, channels }: LintKit, sources: ReportSources, names: NameFacts): readonly WayBack[] {
  return facts.leaves.map(({ channel, mode }) => ({
    channel,
    platform: channels.find(({ id }) => id === channel)?.platform ?? channel,
    mode,
    name: names.get(channel) ?? null,
    source: sources.fact('mode'),
  }));
}
