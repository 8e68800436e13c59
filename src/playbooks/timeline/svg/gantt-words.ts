import type { FactLanguage } from '../../../model/platform.ts';
import type { TimelineKind } from '../../../model/playbook/timeline.ts';

export interface GanttWords {
  readonly plan: string;
  readonly week: (number: number) => string;
  readonly shortWeek: (number: number) => string;
  /** Behind the number of a day, and between a weekday and a date. */
  readonly dot: string;
  readonly comma: string;
  readonly columns: { readonly step: string; readonly who: string; readonly when: string };
  readonly kinds: Readonly<Record<TimelineKind, string>>;
  readonly machine: string;
  readonly nobody: (roles: string) => string;
  readonly anybody: string;
  readonly allChannels: string;
  readonly continued: string;
  readonly sheet: (number: number, count: number) => string;
  readonly noSteps: string;
  readonly noReturn: string;
  readonly lastMoment: string;
  readonly today: string;
  readonly end: string;
  readonly canBeUndone: string;
  readonly irreversible: string;
  readonly critical: string;
  readonly moment: string;
  readonly wholeDay: string;
  readonly due: string;
  readonly late: string;
  readonly restDays: string;
  readonly dueOn: (day: string) => string;
  readonly lateFor: (day: string) => string;
  readonly holidays: string;
  readonly madeAt: (when: string) => string;
  readonly zone: (zone: string) => string;
  readonly stepsCount: (count: number) => string;
}

const en: GanttWords = {
  plan: 'Plan',
  week: (number) => `week ${number}`,
  shortWeek: (number) => `W${number}`,
  dot: '',
  comma: ',',
  columns: { step: 'Step', who: 'Who', when: 'When' },
  kinds: { hand: 'a person’s work', approval: 'approval', wait: 'wait', machine: 'Lastpost does it' },
  machine: 'Lastpost',
  nobody: (roles) => `${roles}: nobody yet`,
  anybody: 'anybody',
  allChannels: 'For the whole brand',
  continued: 'continued',
  sheet: (number, count) => `Sheet ${number} of ${count}`,
  noSteps: 'This plan has no steps.',
  noReturn: 'POINT OF NO RETURN',
  lastMoment: 'Last moment to stop',
  today: 'Today',
  end: 'End',
  canBeUndone: 'Everything in it can be undone.',
  irreversible: 'cannot be undone',
  critical: 'bold, with arrows: any delay here delays the end',
  moment: 'a moment, or too short for a bar',
  wholeDay: 'at any time of the day',
  due: 'due',
  late: 'too late',
  restDays: 'weekend, holiday',
  dueOn: (day) => `due ${day}`,
  lateFor: (day) => `too late (${day})`,
  holidays: 'Holidays',
  madeAt: (when) => `As of ${when}`,
  zone: (zone) => `All times: ${zone}`,
  stepsCount: (count) => (count === 1 ? '1 step' : `${count} steps`),
};

const de: GanttWords = {
  plan: 'Plan',
  week: (number) => `KW ${number}`,
  shortWeek: (number) => `KW${number}`,
  dot: '.',
  comma: ',',
  columns: { step: 'Schritt', who: 'Wer', when: 'Wann' },
  kinds: { hand: 'Handarbeit', approval: 'Freigabe', wait: 'Warten', machine: 'erledigt Lastpost' },
  machine: 'Lastpost',
  nobody: (roles) => `${roles}: noch niemand`,
  anybody: 'wer gerade kann',
  allChannels: 'Für die ganze Marke',
  continued: 'Fortsetzung',
  sheet: (number, count) => `Blatt ${number} von ${count}`,
  noSteps: 'Dieser Plan hat keine Schritte.',
  noReturn: 'AB HIER GIBT ES KEIN ZURÜCK',
  lastMoment: 'Letzter Zeitpunkt zum Anhalten',
  today: 'Heute',
  end: 'Ende',
  canBeUndone: 'Alles darin lässt sich rückgängig machen.',
  irreversible: 'nicht rückgängig zu machen',
  critical: 'fett, mit Pfeil: Verzug verschiebt das Ende',
  moment: 'Zeitpunkt, oder zu kurz für einen Balken',
  wholeDay: 'im Lauf des Tages',
  due: 'fällig',
  late: 'zu spät',
  restDays: 'Wochenende, Feiertag',
  dueOn: (day) => `fällig ${day}`,
  lateFor: (day) => `zu spät (${day})`,
  holidays: 'Feiertage',
  madeAt: (when) => `Stand: ${when}`,
  zone: (zone) => `Alle Zeiten: ${zone}`,
  stepsCount: (count) => (count === 1 ? '1 Schritt' : `${count} Schritte`),
};

export const ganttWords: Readonly<Record<FactLanguage, GanttWords>> = { de, en };
