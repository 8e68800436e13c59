import { crisisTopics, type DraftKind } from '../../model/farewell/draft-kinds.ts';
import { type HostileQuestionId, hostileQuestionIds } from '../../model/farewell/hostile/question.ts';
import { type ReportLanguage, reportLanguages } from '../../model/farewell/reports/report-names.ts';
import type { ReportSource } from '../../model/farewell/reports/report-source.ts';
import type { LintDraft } from '../lint/lint-draft.ts';
import type { LintKit } from '../lint/lint-kit.ts';
import { findAnswers, judgedLanguage } from './find-answers.ts';
import { draftSource, sourceOf } from './sources.ts';

/** How an answer reaches people: by itself, when they ask, or as a reply that is kept for it. */
export type AnswerReach = 'public' | 'asked' | 'ready';

export interface ReachedAnswer {
  readonly reach: AnswerReach;
  readonly language: ReportLanguage;
  readonly source: ReportSource;
}

const open: readonly DraftKind[] = [
  'landing-page',
  'blog-post',
  'newsletter',
  'press-release',
  'announcement',
  'auto-reply',
  'pinned-post',
  'last-post',
  'banner',
  'gone-page',
];

const asked: readonly DraftKind[] = ['faq', 'service-card', 'staff-memo', 'partner-notice', 'influencer-notice'];

/** Where any text answers each question. @param first the language whose answers come first */
export function allAnswers(
  kit: LintKit,
  first: ReportLanguage,
): ReadonlyMap<HostileQuestionId, readonly ReachedAnswer[]> {
  const all = new Map<HostileQuestionId, ReachedAnswer[]>(hostileQuestionIds.map((id) => [id, []]));
  const order = [first, ...reportLanguages.filter((one) => one !== first)];
  for (const language of order) {
    const drafts = kit.drafts.filter((one) => judgedLanguage(one) === language);
    for (const draft of [...drafts].sort((a, b) => rank(a) - rank(b))) {
      for (const [id, reach, source] of answersIn(kit, draft)) all.get(id)?.push({ reach, language, source });
    }
  }
  return all;
}

type AnswerIn = readonly [id: HostileQuestionId, reach: AnswerReach, source: ReportSource];

function answersIn(kit: LintKit, draft: LintDraft): readonly AnswerIn[] {
  const { kind } = draft.draft;
  const topic = crisisTopics.find((one) => kind === `crisis-${one}`);
  if (topic !== undefined) return [[topic, 'ready', draftSource(draft)]];
  if (![...open, ...asked].includes(kind)) return [];
  const reach = open.includes(kind) ? 'public' : 'asked';
  return [...findAnswers(kit, draft)].map(([id, { spot }]) => [id, reach, sourceOf(spot)] as const);
}

/** The fullest answer first. */
function rank({ draft }: LintDraft): number {
  return [...open, ...asked].indexOf(draft.kind);
}
