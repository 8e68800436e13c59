import type { ReportLanguage } from '../../../model/farewell/reports/report-names.ts';
import type { QuietChannel, QuietHour } from '../../../model/farewell/reports/silence-report.ts';

export interface SilenceWords {
  readonly title: string;
  readonly lead: (nobody: number, internal: number) => string;
  readonly answered: string;
  readonly guess: string;
  readonly nobody: string;
  readonly internal: string;
  readonly ready: string;
  readonly internalTodo: string;
  readonly oneSided: string;
  readonly lacks: Readonly<Record<ReportLanguage, (question: string) => string>>;
  readonly oneSidedTodo: string;
  readonly hours: string;
  readonly hour: Readonly<Record<QuietHour['what'], (day: string, until: string) => string>>;
  readonly hourTodo: Readonly<Record<QuietHour['what'], string>>;
  readonly channels: string;
  readonly channel: (platform: string, lacks: readonly string[]) => string;
  readonly missing: Readonly<Record<QuietChannel['lacks'][number], string>>;
  readonly channelTodo: string;
}

export const silenceWords: Readonly<Record<ReportLanguage, SilenceWords>> = {
  de: {
    title: 'Was andere sagen, wenn wir schweigen',
    lead: (nobody, internal) =>
      `${nobody} von 30 Fragen bleiben ganz ohne Antwort; ${internal} weitere beantworten wir nur, wenn jemand eigens fragt.`,
    answered: 'Auf jede der 30 Fragen antwortet mindestens ein Text.',
    guess: 'Was daraus wird, ist eine Vermutung aus früheren Abschieden, keine Vorhersage.',
    nobody: 'Ohne Antwort, und was daraus wird',
    internal: 'Nur auf Nachfrage',
    ready: 'Für eine Nachfrage im Netz liegt eine Antwort bereit.',
    internalTodo:
      'Entscheiden, welche davon auf die Seite gehören. Eine Redaktion, die nicht fragt, liest nur, was öffentlich ist.',
    oneSided: 'Nur in einer Sprache',
    lacks: {
      de: (question) => `${question} Die Antwort fehlt auf Deutsch.`,
      en: (question) => `${question} Die Antwort fehlt auf Englisch.`,
    },
    oneSidedTodo: 'Die Antwort übersetzen.',
    hours: 'Wann niemand da ist',
    hour: {
      announced: (day) => `Am ${day}, wenn es öffentlich wird, steht niemand im Dienstplan.`,
      'last-day': (day) => `Am ${day}, dem Tag des letzten Beitrags, steht niemand im Dienstplan.`,
      after: (day, until) =>
        `Ab ${day} ist niemand eingeteilt, auch nicht für den Tag des letzten Beitrags. Nachrichten wollen wir bis ${until} beantworten.`,
      'press-phone': () => 'Die Presse kann nur schreiben; eine Nummer ist nicht hinterlegt.',
      press: () => 'Für die Presse ist niemand benannt.',
    },
    hourTodo: {
      announced: 'In duty eintragen, wer an diesem Tag von wann bis wann antwortet.',
      'last-day': 'In duty eintragen, wer an diesem Tag von wann bis wann antwortet.',
      after: 'Jemanden bis zum letzten Antworttag einteilen, oder answered_until vorziehen.',
      'press-phone': 'contact.press.phone eintragen; wer um 17 Uhr abgibt, wartet nicht auf eine Mail.',
      press: 'contact.press eintragen: einen Namen, eine Adresse, eine Nummer.',
    },
    channels: 'Kanäle, die ohne ein Wort verstummen',
    channel: (platform, lacks) => `${platform}: Es gibt keinen Text für ${lacks.join(', ')}.`,
    missing: {
      announcement: 'die Ankündigung',
      'last-post': 'den letzten Beitrag',
      signpost: 'Profil oder angehefteten Beitrag',
      'auto-reply': 'die Antwort auf Nachrichten',
    },
    channelTodo: 'Mit „lastpost draft write“ schreiben; ein Konto, das einfach aufhört, sieht vergessen aus.',
  },
  en: {
    title: 'What others say when we say nothing',
    lead: (nobody, internal) =>
      `${nobody} of the 30 questions get no answer at all; another ${internal} we answer only when somebody asks us directly.`,
    answered: 'At least one text answers each of the 30 questions.',
    guess: 'What becomes of them is a guess from earlier farewells, not a forecast.',
    nobody: 'No answer, and what becomes of it',
    internal: 'Only when asked',
    ready: 'A reply for questions online is ready.',
    internalTodo: 'Decide which of these belong on the page. A newsroom that does not ask reads only what is public.',
    oneSided: 'In one language only',
    lacks: {
      de: (question) => `${question} The answer is missing in German.`,
      en: (question) => `${question} The answer is missing in English.`,
    },
    oneSidedTodo: 'Translate the answer.',
    hours: 'When nobody is there',
    hour: {
      announced: (day) => `On ${day}, when it becomes public, nobody is on duty.`,
      'last-day': (day) => `On ${day}, the day of the last post, nobody is on duty.`,
      after: (day, until) =>
        `From ${day} nobody is on duty, not even on the day of the last post. We promise to answer messages until ${until}.`,
      'press-phone': () => 'The press can only write; there is no number.',
      press: () => 'Nobody is named for the press.',
    },
    hourTodo: {
      announced: 'Enter in duty who answers on that day, from when to when.',
      'last-day': 'Enter in duty who answers on that day, from when to when.',
      after: 'Put somebody on duty until the last day of answers, or bring answered_until forward.',
      'press-phone': 'Enter contact.press.phone; whoever files at five does not wait for a mail.',
      press: 'Enter contact.press: one name, one address, one number.',
    },
    channels: 'Channels that go quiet without a word',
    channel: (platform, lacks) => `${platform}: there is no text for ${lacks.join(', ')}.`,
    missing: {
      announcement: 'the announcement',
      'last-post': 'the last post',
      signpost: 'the bio or a pinned post',
      'auto-reply': 'the reply to messages',
    },
    channelTodo: 'Write them with “lastpost draft write”; an account that just stops looks forgotten.',
  },
};
