import type { FactLanguage } from '../../../model/platform.ts';

/** The words around the steps of a plan. */
export interface PlanWords {
  readonly begins: string;
  readonly ends: string;
  readonly inputs: string;
  readonly zone: string;
  daysOff(code: string | null): string;
  span(days: number): string;
  weekOf(day: string): string;
  readonly nobody: string;
  readonly anybody: string;
  until(when: string): string;
  due(when: string): string;
  late(much: string): string;
  readonly effort: string;
  readonly columns: readonly [role: string, who: string, steps: string, work: string, cost: string];
  readonly total: string;
  readonly machine: (count: number) => string;
  readonly noReturn: string;
  readonly noNoReturn: string;
  readonly lastMoment: string;
  readonly critical: string;
  readonly leftOut: string;
  onlyIf(expression: string): string;
  readonly remarks: string;
  readonly fits: string;
  readonly fitsNot: string;
  earliest(input: string, day: string): string;
  readonly legend: string;
  instead(inputs: string): string;
  readonly nothingMoves: string;
  stays(count: number): string;
  readonly added: string;
  readonly gone: string;
  readonly newRemarks: string;
  readonly goneRemarks: string;
}

const en: PlanWords = {
  begins: 'Begins',
  ends: 'Ends',
  inputs: 'Inputs',
  zone: 'Zone',
  daysOff: (code) => (code === null ? 'no holidays reckoned with' : `holidays of ${code}`),
  span: (days) => (days === 1 ? '1 day' : `${days} days`),
  weekOf: (day) => `Week of ${day}`,
  nobody: 'nobody',
  anybody: 'anybody',
  until: (when) => `until ${when}`,
  due: (when) => `due ${when}`,
  late: (much) => `! ${much} LATE`,
  effort: 'Work',
  columns: ['Role', 'Who', 'Steps', 'Work', 'Cost'],
  total: 'Together',
  machine: (count) => `${count === 1 ? '1 step goes' : `${count} steps go`} by itself.`,
  noReturn: 'No way back from',
  noNoReturn: 'Everything can be taken back.',
  lastMoment: 'Say no by',
  critical: 'What sets the end',
  leftOut: 'Left out',
  onlyIf: (expression) => `only if ${expression}`,
  remarks: 'To look at',
  fits: 'It fits.',
  fitsNot: 'It does not fit.',
  earliest: (input, day) => `The first day that works: --input ${input}=${day}`,
  legend: '■ by hand, ◆ approval, ○ wait, · automatic, ✖ cannot be undone',
  instead: (inputs) => `With ${inputs}`,
  nothingMoves: 'No step moves.',
  stays: (count) => (count === 1 ? '1 step stays where it is.' : `${count} steps stay where they are.`),
  added: 'comes in',
  gone: 'falls away',
  newRemarks: 'New to look at',
  goneRemarks: 'Settled by it',
};

const de: PlanWords = {
  begins: 'Beginn',
  ends: 'Ende',
  inputs: 'Angaben',
  zone: 'Zeitzone',
  daysOff: (code) => (code === null ? 'ohne Feiertage gerechnet' : `Feiertage: ${code}`),
  span: (days) => (days === 1 ? '1 Tag' : `${days} Tage`),
  weekOf: (day) => `Woche ab ${day}`,
  nobody: 'niemand',
  anybody: 'wer immer mitwirkt',
  until: (when) => `bis ${when}`,
  due: (when) => `fällig ${when}`,
  late: (much) => `! ${much} ZU SPÄT`,
  effort: 'Aufwand',
  columns: ['Rolle', 'Wer', 'Schritte', 'Arbeit', 'Kosten'],
  total: 'Zusammen',
  machine: (count) => `${count === 1 ? '1 Schritt läuft' : `${count} Schritte laufen`} von selbst.`,
  noReturn: 'Kein Zurück ab',
  noNoReturn: 'Alles lässt sich zurücknehmen.',
  lastMoment: 'Nein sagen bis',
  critical: 'Was das Ende bestimmt',
  leftOut: 'Ausgelassen',
  onlyIf: (expression) => `nur wenn ${expression}`,
  remarks: 'Zu beachten',
  fits: 'Der Plan geht auf.',
  fitsNot: 'Der Plan geht nicht auf.',
  earliest: (input, day) => `Der erste Tag, mit dem alles passt: --input ${input}=${day}`,
  legend: '■ von Hand, ◆ Freigabe, ○ Warten, · automatisch, ✖ nicht rückgängig zu machen',
  instead: (inputs) => `Mit ${inputs}`,
  nothingMoves: 'Kein Schritt verschiebt sich.',
  stays: (count) => (count === 1 ? '1 Schritt bleibt, wo er ist.' : `${count} Schritte bleiben, wo sie sind.`),
  added: 'kommt hinzu',
  gone: 'entfällt',
  newRemarks: 'Neu zu beachten',
  goneRemarks: 'Damit erledigt',
};

export const planWords: Readonly<Record<FactLanguage, PlanWords>> = { de, en };
