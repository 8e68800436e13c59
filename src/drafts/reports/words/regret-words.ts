import type { ExitMode } from '../../../model/channel.ts';
import type { ReportLanguage } from '../../../model/farewell/reports/report-names.ts';

export interface RegretWords {
  readonly title: string;
  readonly isOpen: string;
  readonly isShut: (count: number) => string;
  readonly isPromised: (count: number) => string;
  readonly unsaid: string;
  readonly saidInside: string;
  readonly saidOutside: string;
  readonly shut: string;
  readonly shutPoint: string;
  readonly shutTodo: string;
  readonly promised: string;
  readonly promisedPoint: string;
  readonly promisedTodo: string;
  readonly open: string;
  readonly openPublic: string;
  readonly openInside: string;
  readonly openTodo: string;
  readonly memo: string;
  readonly way: string;
  readonly mode: Readonly<Record<ExitMode, (platform: string) => string>>;
  readonly modeTodo: Readonly<Record<ExitMode, string>>;
  readonly name: (text: string, checked: string) => string;
  readonly noName: string;
  readonly comeback: string;
  readonly ready: string;
  readonly notReady: string;
  readonly notReadyTodo: string;
}

export const regretWords: Readonly<Record<ReportLanguage, RegretWords>> = {
  de: {
    title: 'Ob wir zurückkönnen',
    isOpen: 'Kein Text schlägt die Tür zu, und keiner verspricht eine Rückkehr.',
    isShut: (count) => (count === 1 ? 'Ein Satz schlägt die Tür zu.' : `${count} Sätze schlagen die Tür zu.`),
    isPromised: (count) =>
      count === 1 ? 'Ein Satz verspricht eine Rückkehr.' : `${count} Sätze versprechen eine Rückkehr.`,
    unsaid: 'Ob wir wiederkommen, beantwortet kein Text.',
    saidInside: 'Ob wir wiederkommen, beantwortet nur das FAQ; öffentlich sagt es niemand.',
    saidOutside: 'Ob wir wiederkommen, steht auch öffentlich.',
    shut: 'Zugeschlagen',
    shutPoint: 'Dieser Satz schließt eine Rückkehr aus:',
    shutTodo: 'Streichen. Wer wiederkommt, bekommt ihn vorgehalten.',
    promised: 'Versprochen',
    promisedPoint: 'Dieser Satz verspricht eine Rückkehr:',
    promisedTodo: 'Streichen, solange niemand einen Tag dafür nennen kann.',
    open: 'Offengehalten',
    openPublic: 'Öffentlich:',
    openInside: 'Nur für die, die antworten:',
    openTodo: 'Denselben Satz auf die Seite setzen: Die Presse fragt danach und findet ihn sonst nicht.',
    memo: 'Das Team ist gebeten, nichts zuzusagen:',
    way: 'Was der Weg hinaus übrig lässt',
    mode: {
      delete: (platform) => `Das Konto auf ${platform} wird gelöscht; das schließt die Tür fester als jeder Satz.`,
      freeze: (platform) => `Das Konto auf ${platform} bleibt stehen und schweigt; zurück geht es jederzeit.`,
      redirect: (platform) => `Das Konto auf ${platform} bleibt als Wegweiser; zurück geht es jederzeit.`,
    },
    modeTodo: {
      delete: 'Vor dem letzten Tag noch einmal fragen, ob der Name aufgegeben werden soll; sonst mode: freeze.',
      freeze: 'Jemanden benennen, der sich regelmäßig anmeldet, damit das Konto nicht verfällt.',
      redirect: 'Jemanden benennen, der sich regelmäßig anmeldet, damit das Konto nicht verfällt.',
    },
    name: (text, checked) => `${text} (Stand: ${checked})`,
    noName: 'Was dort aus dem Namen wird, ist nicht bekannt.',
    comeback: 'Für den Tag der Rückkehr',
    ready: 'Ein Text liegt bereit; er verweist auf den Abschied und nennt den damaligen Grund.',
    notReady: 'Für den Fall liegt kein Text bereit.',
    notReadyTodo: 'Mit „lastpost draft write --kind comeback“ schreiben und weglegen.',
  },
  en: {
    title: 'Whether we could come back',
    isOpen: 'No text shuts the door, and none promises a return.',
    isShut: (count) => (count === 1 ? 'One sentence shuts the door.' : `${count} sentences shut the door.`),
    isPromised: (count) => (count === 1 ? 'One sentence promises a return.' : `${count} sentences promise a return.`),
    unsaid: 'No text answers whether we will be back.',
    saidInside: 'Only the FAQ answers whether we will be back; in public nobody says so.',
    saidOutside: 'Whether we will be back is said in public too.',
    shut: 'Shut',
    shutPoint: 'This sentence rules a return out:',
    shutTodo: 'Take it out. Whoever comes back has it quoted at them.',
    promised: 'Promised',
    promisedPoint: 'This sentence promises a return:',
    promisedTodo: 'Take it out as long as nobody can name a day.',
    open: 'Kept open',
    openPublic: 'In public:',
    openInside: 'Only for those who answer:',
    openTodo: 'Put the same sentence on the page: the press asks for it, and does not find it otherwise.',
    memo: 'The team is asked to promise nothing:',
    way: 'What the way out leaves',
    mode: {
      delete: (platform) => `The account on ${platform} is deleted; that shuts the door harder than any sentence.`,
      freeze: (platform) => `The account on ${platform} stays and is silent; the way back is open at any time.`,
      redirect: (platform) => `The account on ${platform} stays as a signpost; the way back is open at any time.`,
    },
    modeTodo: {
      delete: 'Ask once more before the last day whether the handle is to be given up; if not, mode: freeze.',
      freeze: 'Name somebody who logs in regularly, so that the account does not lapse.',
      redirect: 'Name somebody who logs in regularly, so that the account does not lapse.',
    },
    name: (text, checked) => `${text} (As of ${checked})`,
    noName: 'What becomes of the handle there is not known.',
    comeback: 'For the day of a return',
    ready: 'A text is ready; it refers to the farewell and gives the reason of the time.',
    notReady: 'No text is ready for it.',
    notReadyTodo: 'Write it with “lastpost draft write --kind comeback”, and put it away.',
  },
};
