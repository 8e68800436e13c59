import type { ExitFacts } from '../../model/farewell/exit-facts.ts';
import type { HostileQuestion, HostileQuestionId } from '../../model/farewell/hostile/question.ts';
import { hostileQuestions } from '../../model/farewell/hostile-questions.ts';
import type { LintSpot } from '../../model/farewell/lint/lint-finding.ts';
import { type ReportLanguage, reportLanguages } from '../../model/farewell/reports/report-names.ts';
import type { LintDraft, LintPart, LintSentence } from '../lint/lint-draft.ts';
import type { LintKit } from '../lint/lint-kit.ts';

/** Where a draft answers a question. */
export interface FoundAnswer {
  readonly spot: LintSpot;
  /** Whether the question stands above it, as in an FAQ. */
  readonly isAsked: boolean;
}

export type FoundAnswers = ReadonlyMap<HostileQuestionId, FoundAnswer>;

/** A sentence that is no heading and no question, with the question or heading right above it. */
interface Statement {
  readonly part: LintPart;
  readonly sentence: LintSentence;
  /** Without the question in bold before it. */
  readonly words: string;
  readonly asked: string | null;
}

/** A draft's language, when its texts are judged. */
export function judgedLanguage({ draft }: LintDraft): ReportLanguage | undefined {
  return reportLanguages.find((one) => one === draft.locale);
}

/** Which of the thirty questions a draft answers; none in a language that is not judged. */
export function findAnswers(kit: LintKit, draft: LintDraft): FoundAnswers {
  const language = judgedLanguage(draft);
  const found = new Map<HostileQuestionId, FoundAnswer>();
  if (language === undefined) return found;
  const all = statementsOf(draft);
  for (const question of hostileQuestions) {
    const asked = all.find((one) => one.asked !== null && question.asks[language].test(one.asked));
    const answer =
      all.find(({ words }) => question.says[language].test(words)) ??
      all.find((one) => hasFact(kit, question, one, language)) ??
      asked;
    if (answer === undefined) continue;
    const { part, sentence } = answer;
    const from = sentence.from + sentence.text.length - answer.words.length;
    found.set(question.id, { spot: part.spot(from, from + answer.words.length), isAsked: asked !== undefined });
  }
  return found;
}

/** Whether it names what of the facts answers the question. */
function hasFact(
  kit: LintKit,
  question: HostileQuestion,
  { part, sentence, words }: Statement,
  language: ReportLanguage,
): boolean {
  const fact = factSentence(kit.facts, question, language);
  if (fact !== undefined && words.includes(fact)) return true;
  const { role } = question;
  return role !== undefined && kit.claims(part).some((claim) => claim.role === role && claim.sentence === sentence);
}

function factSentence(
  { reason, fate }: ExitFacts,
  { fact }: HostileQuestion,
  language: ReportLanguage,
): string | undefined {
  const texts = { 'reason.sentence': reason.sentence, 'fate.data': fate.data, 'fate.prizes': fate.prizes };
  const said = fact === undefined ? undefined : texts[fact]?.[language]?.trim().replace(/[.!]$/, '');
  return said === '' ? undefined : said;
}

/** An answer that somebody still has to write. */
const UNWRITTEN = /\b(?:TODO|TBD|XXX|FIXME)\b|\[\s*…?\s*\]|\.\.\.$/u;

const QUESTION_IN_BOLD = /^(?:[-*]\s+)?\*\*([^*]+[?:])\*\*\s+(.+)$/su;

function statementsOf({ parts }: LintDraft): readonly Statement[] {
  return parts.flatMap((part) => {
    const statements: Statement[] = [];
    let asked: string | null = null;
    let end = 0;
    for (const sentence of part.sentences) {
      if (isHeading(part.text, sentence.from) || sentence.text.endsWith('?')) {
        // Several sentences in one line are one question; a heading right below another has taken its place.
        const isGoingOn: boolean = asked !== null && !part.text.slice(end, sentence.from).includes('\n');
        asked = isGoingOn ? `${asked} ${sentence.text}` : sentence.text;
        end = sentence.from + sentence.text.length;
        continue;
      }
      const statement = statementOf(part, sentence, asked);
      if (statement !== undefined) statements.push(statement);
      asked = null;
    }
    return statements;
  });
}

/** @param asked the question above it, unless something stands between */
function statementOf(part: LintPart, sentence: LintSentence, asked: string | null): Statement | undefined {
  const [, bold, answer] = QUESTION_IN_BOLD.exec(sentence.text) ?? [];
  const words = answer ?? sentence.text;
  if (words.split(/\s+/).length < 2 || UNWRITTEN.test(words)) return undefined;
  return { part, sentence, words, asked: bold ?? asked };
}

/** A line with # before it, or one that is all bold. */
function isHeading(text: string, from: number): boolean {
  const begin = text.lastIndexOf('\n', from - 1) + 1;
  const end = text.indexOf('\n', from);
  const line = text.slice(begin, end < 0 ? undefined : end).trim();
  return /^#{1,6}\s/.test(line) || /^\*\*[^*]+\*\*:?$/.test(line);
}
