import type { FactLanguage, LocalText } from '../../model/platform.ts';
import type { PlaybookMode, StepTypeName } from '../../model/playbook/playbook.ts';
import type { FactName, Standing, StepKind } from './step-graph.ts';

/** What drawings are told with. */
export interface DrawWords {
  readonly inputs: string;
  /** Of a run. */
  readonly told: string;
  readonly roles: string;
  readonly steps: string;
  readonly none: string;
  readonly needs: string;
  readonly kinds: Readonly<Record<StepKind, string>>;
  readonly irreversible: string;
  readonly noReturn: string;
  readonly noReturnMeans: string;
  readonly noReturnPassed: (when: string) => string;
  readonly noReturnAhead: string;
  /** Of a playbook in which everything can be undone. */
  readonly withoutNoReturn: string;
  readonly facts: Readonly<Record<FactName, string>>;
  readonly standings: Readonly<Record<Standing, string>>;
  readonly legend: string;
  readonly arrow: string;
  readonly stepsCount: (count: number) => string;
}

const en: DrawWords = {
  inputs: 'What it has to be told',
  told: 'What it was told',
  roles: 'Who takes part',
  steps: 'Steps',
  none: 'nothing',
  needs: 'after',
  kinds: { hand: 'by hand', approval: 'approval', wait: 'wait', machine: 'automatic', uses: 'other playbook' },
  irreversible: 'cannot be undone',
  noReturn: 'POINT OF NO RETURN',
  noReturnMeans: 'Once the first step below this line has begun, there is no way back.',
  noReturnPassed: (when) => `Passed on ${when}.`,
  noReturnAhead: 'Not passed yet: everything can still be stopped.',
  withoutNoReturn: 'No step of it is marked as one that cannot be undone.',
  facts: {
    does: 'does',
    by: 'by',
    waits: 'waits',
    due: 'due',
    reminds: 'reminder',
    timeout: 'at most',
    confirm: 'type back',
    expires: 'go-ahead holds',
    evidence: 'evidence',
    probe: 'checked by',
    approves: 'binds',
    retry: 'attempts',
    condition: 'only if',
    failure: 'if it fails',
    undo: 'undone by',
  },
  standings: {
    done: 'done',
    now: 'at work',
    waiting: 'waiting',
    next: 'comes next',
    later: 'later',
    'in-doubt': 'in doubt',
    stuck: 'stuck',
    failed: 'failed',
    undone: 'undone',
    'left-out': 'left out',
  },
  legend: 'How to read this',
  arrow: 'comes after',
  stepsCount: (count) => (count === 1 ? '1 step' : `${count} steps`),
};

const de: DrawWords = {
  inputs: 'Was man angeben muss',
  told: 'Was angegeben wurde',
  roles: 'Wer mitwirkt',
  steps: 'Schritte',
  none: 'nichts',
  needs: 'nach',
  kinds: { hand: 'von Hand', approval: 'Freigabe', wait: 'Warten', machine: 'automatisch', uses: 'anderer Ablauf' },
  irreversible: 'nicht rückgängig zu machen',
  noReturn: 'AB HIER GIBT ES KEIN ZURÜCK',
  noReturnMeans: 'Sobald der erste Schritt unter dieser Linie begonnen ist, führt kein Weg zurück.',
  noReturnPassed: (when) => `Überschritten am ${when}.`,
  noReturnAhead: 'Noch nicht überschritten: Alles lässt sich noch anhalten.',
  withoutNoReturn: 'Kein Schritt ist als endgültig gekennzeichnet.',
  facts: {
    does: 'tut',
    by: 'wer',
    waits: 'wartet',
    due: 'fällig',
    reminds: 'Erinnerung',
    timeout: 'höchstens',
    confirm: 'abzutippen',
    expires: 'grünes Licht gilt',
    evidence: 'Nachweis',
    probe: 'geprüft durch',
    approves: 'gebunden an',
    retry: 'Versuche',
    condition: 'nur wenn',
    failure: 'scheitert es',
    undo: 'Rückweg',
  },
  standings: {
    done: 'erledigt',
    now: 'in Arbeit',
    waiting: 'wartet',
    next: 'kommt als Nächstes',
    later: 'später',
    'in-doubt': 'ungewiss',
    stuck: 'hängt fest',
    failed: 'gescheitert',
    undone: 'zurückgenommen',
    'left-out': 'ausgelassen',
  },
  legend: 'So liest man das',
  arrow: 'kommt danach',
  stepsCount: (count) => (count === 1 ? '1 Schritt' : `${count} Schritte`),
};

export const drawWords: Readonly<Record<FactLanguage, DrawWords>> = { de, en };

/** What a step of a type does, as the end of "it …". */
export const typeWords: Readonly<Record<StepTypeName, LocalText>> = {
  manual: { en: 'is done by a person', de: 'erledigt ein Mensch' },
  approval: { en: 'is approved by people', de: 'geben Menschen frei' },
  wait: { en: 'waits', de: 'wartet' },
  snapshot: { en: 'takes a snapshot', de: 'legt eine Sicherung an' },
  verify: { en: 'checks every byte of the snapshot', de: 'prüft jedes Byte der Sicherung' },
  complete: { en: 'checks that nothing is missing', de: 'prüft, ob nichts fehlt' },
  draft: { en: 'writes the drafts', de: 'schreibt die Entwürfe' },
  'check-drafts': { en: 'checks the drafts', de: 'prüft die Entwürfe' },
  publish: { en: 'publishes', de: 'veröffentlicht' },
  http: { en: 'asks a server', de: 'fragt bei einem Server an' },
  dns: { en: 'looks a name up in the DNS', de: 'fragt das DNS nach einem Namen' },
  footprint: { en: 'looks for what is left', de: 'sucht nach Überbleibseln' },
  command: { en: 'runs a program', de: 'startet ein Programm' },
  notify: { en: 'tells people', de: 'benachrichtigt' },
  gate: { en: 'goes on only if all is in order', de: 'lässt nur weiter, wenn alles stimmt' },
  score: { en: 'counts the answers', de: 'zählt die Antworten' },
  certificate: { en: 'writes the certificate', de: 'stellt die Bescheinigung aus' },
};

export const modeWords: Readonly<Record<PlaybookMode, LocalText>> = {
  freeze: { en: 'freeze: the account stays, silent', de: 'Einfrieren: Das Konto bleibt stumm bestehen' },
  redirect: { en: 'redirect: visitors are led elsewhere', de: 'Weiterleiten: Wer kommt, wird weitergeführt' },
  delete: { en: 'delete: the account goes', de: 'Löschen: Das Konto verschwindet' },
};
