import type { AnswerPlace } from '../../../model/farewell/reports/parity-report.ts';
import type { ReportLanguage } from '../../../model/farewell/reports/report-names.ts';

export interface ParityWords {
  readonly title: string;
  readonly places: Readonly<Record<AnswerPlace, string>>;
  readonly question: string;
  readonly lead: (nobody: number, internal: number) => string;
  readonly agree: string;
  readonly differ: (facts: number) => string;
  readonly noDraft: string;
  readonly figures: string;
  readonly clashes: string;
  readonly clash: (about: string, said: readonly string[]) => string;
  readonly clashTodo: (about: string) => string;
  readonly promises: string;
  readonly promise: (questions: readonly string[]) => string;
  readonly promiseTodo: string;
  readonly nobody: string;
  readonly nobodyTodo: string;
  readonly other: string;
  readonly otherAlike: (language: string) => string;
  readonly otherLacks: (question: string, language: string, places: readonly string[]) => string;
  readonly otherTodo: string;
  readonly unread: (languages: readonly string[]) => string;
  readonly unreadTodo: string;
  readonly languages: Readonly<Record<ReportLanguage, string>>;
}

export const parityWords: Readonly<Record<ReportLanguage, ParityWords>> = {
  de: {
    title: 'Wer antwortet was',
    places: { page: 'Seite', blog: 'Blog', faq: 'FAQ', card: 'Karte', message: 'DM', press: 'Presse' },
    question: 'Frage',
    lead: (nobody, internal) =>
      `Auf ${nobody} von 30 Fragen antwortet keine dieser sechs Stellen; ${internal} weitere beantworten nur FAQ und Karte, die außer uns niemand liest.`,
    agree: 'Tage, Zeiten und Adressen stehen überall gleich.',
    differ: (facts) =>
      facts === 1 ? 'Eine Angabe steht nicht überall gleich.' : `${facts} Angaben stehen nicht überall gleich.`,
    noDraft: 'gibt es nicht',
    figures: 'Die Zahl ist die Zeile der Antwort; – heißt: hier steht keine.',
    clashes: 'Widersprüche',
    clash: (about, said) => `${about}: ${said.join(' gegen ')}.`,
    clashTodo: (about) => `Berichtigen, was nicht zu ${about} in lastpost.yaml passt.`,
    promises: 'Versprochen und nicht gehalten',
    promise: (questions) =>
      `Für weitere Antworten schicken wir die Leute auf die Seite. ${questions.length} Antworten, die das FAQ hat, fehlen dort: ${questions.join(' ')}`,
    promiseTodo: 'Diese Antworten aus dem FAQ auf die Seite übernehmen oder den Verweis streichen.',
    nobody: 'Darauf antwortet keine Stelle',
    nobodyTodo: 'Was daraus wird und was eine gute Antwort enthält, sagt „lastpost draft report silence“.',
    other: 'Die andere Sprache',
    otherAlike: (language) => `${language} beantworten dieselben Stellen dieselben Fragen.`,
    otherLacks: (question, language, places) => `${question} ${language} fehlt die Antwort hier: ${places.join(', ')}.`,
    otherTodo: 'Die fehlende Antwort übersetzen oder entscheiden, dass sie dort nicht hingehört.',
    unread: (languages) => `Nicht beurteilt, weil niemand die Wörter dafür hinterlegt hat: ${languages.join(', ')}.`,
    unreadTodo: 'Jemanden mit dieser Muttersprache die 30 Fragen durchgehen lassen.',
    languages: { de: 'Auf Deutsch', en: 'Auf Englisch' },
  },
  en: {
    title: 'Who answers what',
    places: { page: 'Page', blog: 'Blog', faq: 'FAQ', card: 'Card', message: 'DM', press: 'Press' },
    question: 'Question',
    lead: (nobody, internal) =>
      `None of these six places answers ${nobody} of the 30 questions; another ${internal} are answered in the FAQ and on the card alone, which nobody outside reads.`,
    agree: 'Days, times and addresses are the same everywhere.',
    differ: (facts) =>
      facts === 1 ? 'One fact is not the same everywhere.' : `${facts} facts are not the same everywhere.`,
    noDraft: 'not there',
    figures: 'The figure is the line of the answer; – means there is none.',
    clashes: 'Contradictions',
    clash: (about, said) => `${about}: ${said.join(' against ')}.`,
    clashTodo: (about) => `Correct whatever does not agree with ${about} in lastpost.yaml.`,
    promises: 'Promised and not kept',
    promise: (questions) =>
      `We send people to the page for more answers. ${questions.length} that the FAQ has are not there: ${questions.join(' ')}`,
    promiseTodo: 'Copy these answers from the FAQ to the page, or take the reference out.',
    nobody: 'No place answers these',
    nobodyTodo: 'What becomes of them, and what a good answer contains: “lastpost draft report silence”.',
    other: 'The other language',
    otherAlike: (language) => `${language}, the same places answer the same questions.`,
    otherLacks: (question, language, places) =>
      `${question} ${language}, the answer is missing here: ${places.join(', ')}.`,
    otherTodo: 'Translate the missing answer, or decide that it does not belong there.',
    unread: (languages) => `Not judged, because no words are known for them: ${languages.join(', ')}.`,
    unreadTodo: 'Have a native reader go through the 30 questions.',
    languages: { de: 'In German', en: 'In English' },
  },
};
