import type { ReportLanguage } from '../../../model/farewell/reports/report-names.ts';

export interface HypocrisyWords {
  readonly title: string;
  readonly and: string;
  readonly leaving: (accounts: string) => string;
  readonly alone: string;
  readonly notAlone: (count: number) => string;
  readonly goesOn: (count: number, unnamed: number) => string;
  readonly same: string;
  readonly stays: (account: string) => string;
  readonly sameTodo: string;
  readonly elsewhere: string;
  readonly successor: (account: string) => string;
  readonly unnamed: (account: string) => string;
  readonly unnamedTodo: string;
  readonly reason: string;
  readonly counted: (said: string, listed: number) => string;
  readonly countedTodo: string;
  readonly said: string;
  readonly nothing: (question: string) => string;
  readonly something: (question: string) => string;
  readonly unknown: string;
  readonly unknowns: (platforms: string) => readonly (readonly [says: string, todo: string])[];
  readonly noPlan: string;
  readonly noPlanTodo: string;
  readonly noAdStep: string;
  readonly noAdStepTodo: string;
  readonly adSteps: (steps: string) => string;
}

export const hypocrisyWords: Readonly<Record<ReportLanguage, HypocrisyWords>> = {
  de: {
    title: 'Wer von uns bleibt',
    and: 'und',
    leaving: (accounts) => `Wir verlassen ${accounts}.`,
    alone: 'Ein zweites Konto dort steht nicht in lastpost.yaml; ob es eines gibt, ist damit nicht gesagt.',
    notAlone: (count) =>
      count === 1 ? 'Ein anderes Konto von uns bleibt dort.' : `${count} andere Konten von uns bleiben dort.`,
    goesOn: (count, unnamed) =>
      unnamed === 0
        ? `An ${count} anderen Orten machen wir weiter und nennen sie alle.`
        : `An ${count} anderen Orten machen wir weiter; ${unnamed} davon nennen wir nirgends als Ziel.`,
    same: 'Auf derselben Plattform',
    stays: (account) => `${account} bleibt.`,
    sameTodo: 'Mitnehmen, oder im FAQ sagen, warum dieses Konto bleibt und wer es führt.',
    elsewhere: 'Wo wir weitermachen',
    successor: (account) => `${account}: als Ziel genannt.`,
    unnamed: (account) => `${account}: läuft weiter, steht aber nicht unter successors.`,
    unnamedTodo: 'Unter successors aufnehmen, oder eine Antwort bereithalten: Warum dort noch, und hier nicht?',
    reason: 'Der Grund, nachgezählt',
    counted: (said, listed) => `Der Grund spricht von „${said}“, lastpost.yaml führt ${listed} Kanäle auf.`,
    countedTodo: 'Die Zahl belegen oder ändern: Sie ist die erste, die jemand nachzählt.',
    said: 'Was die Texte dazu sagen',
    nothing: (question) => `${question} Dazu sagt kein Text etwas.`,
    something: (question) => question,
    unknown: 'Was hier niemand wissen kann',
    unknowns: (platforms) => [
      [
        `Ob jemand aus der Geschäftsführung ein eigenes Konto auf ${platforms} hat.`,
        'Fragen, bevor es die Presse tut, und den Tag der Antwort notieren.',
      ],
      [
        'Ob Töchter, Händler, frühere Marken oder Standorte dort unter unserem Namen auftreten.',
        'Dort nach dem Namen der Marke suchen und jedes Konto als Kanal oder als fremd vermerken.',
      ],
      [
        'Ob noch Anzeigen gebucht sind oder ein Pixel auf unserer Website sitzt.',
        'Agentur und IT fragen; die Antwort mit Datum aufheben.',
      ],
    ],
    noPlan: 'Ob jemand die Anzeigen abschaltet: Es ist kein Playbook genannt.',
    noPlanTodo: 'Nachsehen, ob das Playbook einen Schritt dafür hat.',
    noAdStep: 'Kein Schritt des Playbooks handelt von Anzeigen oder einem Pixel.',
    noAdStepTodo: 'Einen Schritt dafür aufnehmen, vor dem Tag der Ankündigung.',
    adSteps: (steps) => `Um Anzeigen und Pixel kümmern sich diese Schritte: ${steps}.`,
  },
  en: {
    title: 'Who of us stays',
    and: 'and',
    leaving: (accounts) => `We are leaving ${accounts}.`,
    alone: 'lastpost.yaml lists no second account there, which does not mean that there is none.',
    notAlone: (count) =>
      count === 1 ? 'One other account of ours stays there.' : `${count} other accounts of ours stay there.`,
    goesOn: (count, unnamed) =>
      unnamed === 0
        ? `We go on in ${count} other places, and name all of them.`
        : `We go on in ${count} other places; ${unnamed} of them are nowhere named as a place to go.`,
    same: 'On the same platform',
    stays: (account) => `${account} stays.`,
    sameTodo: 'Take it along, or say in the FAQ why this account stays and who runs it.',
    elsewhere: 'Where we go on',
    successor: (account) => `${account}: named as a place to go.`,
    unnamed: (account) => `${account}: goes on, but is not among the successors.`,
    unnamedTodo: 'Add it to successors, or have an answer ready: why still there, and not here?',
    reason: 'The reason, counted',
    counted: (said, listed) => `The reason speaks of “${said}”; lastpost.yaml lists ${listed} channels.`,
    countedTodo: 'Prove the number or change it: it is the first that somebody will check.',
    said: 'What the texts say of it',
    nothing: (question) => `${question} No text says anything.`,
    something: (question) => question,
    unknown: 'What nobody can know from here',
    unknowns: (platforms) => [
      [
        `Whether anybody in the management has an account of their own on ${platforms}.`,
        'Ask before the press does, and note the day of the answer.',
      ],
      [
        'Whether subsidiaries, dealers, former brands or branches appear there under our name.',
        'Search there for the name of the brand, and list each account as a channel or as not ours.',
      ],
      [
        'Whether advertisements are still booked, or a pixel sits on our website.',
        'Ask the agency and IT; keep the answer with its date.',
      ],
    ],
    noPlan: 'Whether anybody switches the advertisements off: no playbook is named.',
    noPlanTodo: 'See whether the playbook has a step for it.',
    noAdStep: 'No step of the playbook is about advertisements or a pixel.',
    noAdStepTodo: 'Add a step for it, before the day of the announcement.',
    adSteps: (steps) => `These steps see to advertisements and pixels: ${steps}.`,
  },
};
