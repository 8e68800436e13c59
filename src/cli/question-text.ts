import type { ExitFinding } from '../model/farewell/check-exit-facts.ts';
import type { AnsweringRole } from '../model/farewell/fact-question.ts';
import type { OpenQuestion } from '../model/farewell/questions.ts';
import type { FactLanguage } from '../model/platform.ts';
import { wrapText } from './wrap-text.ts';

interface Words {
  readonly roles: Readonly<Record<AnsweringRole, string>>;
  readonly purpose: string;
  readonly example: string;
  readonly mistake: string;
  readonly drafts: string;
  readonly allDrafts: string;
  readonly choices: string;
  readonly otherwise: string;
  head(needed: number, open: number): string;
  readonly nothingOpen: string;
}

export const questionWords: Readonly<Record<FactLanguage, Words>> = {
  de: {
    roles: { brand: 'Marke', legal: 'Recht', service: 'Service', it: 'IT' },
    purpose: 'Wozu',
    example: 'Zum Beispiel',
    mistake: 'Was schiefgeht',
    drafts: 'Gebraucht für',
    allDrafts: 'alle Texte',
    choices: 'Möglich',
    otherwise: 'Darf offen bleiben, dann gilt',
    head: (needed, open) =>
      `${needed === 1 ? 'Eine Angabe fehlt' : `${needed} Angaben fehlen`} noch, ${open} weitere dürfen offen bleiben. Füllen Sie aus, was Sie wissen, und setzen Sie diesen Block in lastpost.yaml ein, an die Stelle von exit: dort. Was schon feststeht, steht hier unverändert.`,
    nothingOpen: 'Es ist nichts mehr offen: Alle Angaben zum Abschied sind da.',
  },
  en: {
    roles: { brand: 'brand', legal: 'legal', service: 'service', it: 'IT' },
    purpose: 'What for',
    example: 'For example',
    mistake: 'What goes wrong',
    drafts: 'Needed by',
    allDrafts: 'every text',
    choices: 'One of',
    otherwise: 'May stay open; then it is',
    head: (needed, open) =>
      `${needed === 1 ? 'One fact is' : `${needed} facts are`} missing, ${open} more may stay open. Fill in what you know and put this block into lastpost.yaml, in the place of exit: there. What is settled already stands here unchanged.`,
    nothingOpen: 'Nothing is open: every fact of the exit is there.',
  },
};

/** A question with all that helps to answer it, line by line. */
export function questionLines(
  { question, isNeeded }: OpenQuestion,
  language: FactLanguage,
  width: number,
): readonly string[] {
  const words = questionWords[language];
  const { drafts, role, choices, otherwise } = question;
  const said: readonly (readonly [string, string | undefined])[] = [
    [words.purpose, question.purpose[language]],
    [words.choices, choices.map(({ value, says }) => `${value} (${says[language]})`).join(' · ') || undefined],
    [words.example, question.example[language]],
    [words.mistake, question.mistake[language]],
    [words.drafts, drafts === 'all' ? words.allDrafts : drafts.join(', ')],
    [words.otherwise, isNeeded ? undefined : otherwise?.[language]],
  ];
  return [
    ...wrapText(`${question.asks[language]} (${words.roles[role]})`, width),
    ...said.flatMap(([label, text]) => (text === undefined ? [] : wrapText(`${label}: ${text}`, width))),
  ];
}

export function findingText({ key, message, hint }: ExitFinding): string {
  return `exit.${key}: ${message} ${hint}`;
}
