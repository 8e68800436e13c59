import { shortDeadline, shortMoment } from '../../base/short-moment.ts';
import { plainLine, wrapMeasured } from '../../base/text-columns.ts';
import type { RehearsalQuestion } from '../../journeys/rehearse/answers.ts';
import type { FactLanguage } from '../../model/platform.ts';
import type { Style } from '../style.ts';
import type { TalkWords } from './words.ts';

export interface TalkPaper {
  readonly language: FactLanguage;
  readonly width: number;
  readonly style: Style;
}

/** What somebody has to know before they answer for somebody else: where the run stands, who is asked, and for what. */
export function rehearsalCard(question: RehearsalQuestion, words: TalkWords, paper: TalkPaper): string {
  const { language, width, style } = paper;
  const { kind, title, step, at, timezone, dueAt, stepsDone, stepsKnown } = question;
  const due = dueAt === null ? '' : ` ${words.due(shortDeadline(language, dueAt, timezone))}`;
  return [
    '',
    style.dim(words.where(stepsDone, stepsKnown, shortMoment(language, at, timezone))),
    `${style.bold(plainLine(title[language]))}  ${style.dim(step)}`,
    ...wrapMeasured(`${words.who[kind](whoOf(question))}${due}`, width),
    ...(kind === 'release' ? [style.bold(words.noWayBack)] : []),
    ...details(question, words, language)
      .flatMap((line) => wrapMeasured(plainLine(line), width - 2))
      .map((line) => `  ${line}`.trimEnd()),
  ].join('\n');
}

function whoOf({ who, roles }: RehearsalQuestion): string {
  return plainLine(roles.length === 0 ? who : `${who} (${roles.join(', ')})`);
}

/** Line by line, as the playbook has them. */
function details(
  { instructions, hint, evidence }: RehearsalQuestion,
  words: TalkWords,
  language: FactLanguage,
): readonly string[] {
  return [
    ...(instructions === null ? [] : instructions[language].trimEnd().split('\n')),
    ...(hint === null ? [] : `${words.goesWrong}${hint[language].trimEnd()}`.split('\n')),
    ...evidence.map(({ id, description }) => `${words.evidence}${description?.[language] ?? id}`),
  ];
}
