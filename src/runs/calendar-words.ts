/** What an event of a run's calendar is about; part of its UID. */
export type EventKind = 'due' | 'wait' | 'deadline' | 'release';

/** The words of a calendar that people read. */
export interface CalendarWords {
  /** `step` and `run` are their titles. */
  title(kind: EventKind | 'done', step: string, run: string): string;
  /** `when` as deadlineIn writes it. */
  readonly when: Readonly<Record<EventKind, (when: string) => string>>;
  waitingOn(names: string): string;
  readonly irreversible: string;
  /** Where to look, with the command that says more. */
  look(run: string, step: string): string;
  /** Of an alarm before something or at it. */
  alarm(title: string, when: string): string;
}

const german: CalendarWords = {
  title: (kind, step, run) => {
    const head = {
      due: 'Fällig',
      wait: 'Wartezeit endet',
      deadline: 'Frist endet',
      release: 'Freigabe endet',
      done: 'Erledigt',
    }[kind];
    return `${head}: ${step} – ${run}`;
  },
  when: {
    due: (when) => `Zu erledigen bis ${when}.`,
    wait: (when) => `Danach geht es weiter: ${when}.`,
    deadline: (when) => `Länger wartet dieser Schritt nicht: ${when}.`,
    release: (when) => `Freigegeben bis ${when}. Danach muss neu freigegeben werden.`,
  },
  waitingOn: (names) => `Gewartet wird auf: ${names}`,
  irreversible: 'Dieser Schritt lässt sich nicht rückgängig machen.',
  look: (run, step) => `Durchlauf ${run}, Schritt ${step}. Den Stand zeigt: lastpost run explain ${run}`,
  alarm: (title, when) => `${title} (${when})`,
};

const english: CalendarWords = {
  title: (kind, step, run) => {
    const head = { due: 'Due', wait: 'Wait ends', deadline: 'Time runs out', release: 'Release ends', done: 'Done' }[
      kind
    ];
    return `${head}: ${step} – ${run}`;
  },
  when: {
    due: (when) => `To be done by ${when}.`,
    wait: (when) => `After this the run goes on: ${when}.`,
    deadline: (when) => `This step waits no longer than ${when}.`,
    release: (when) => `Released until ${when}. After that it has to be released again.`,
  },
  waitingOn: (names) => `Waiting for: ${names}`,
  irreversible: 'This step cannot be undone.',
  look: (run, step) => `Run ${run}, step ${step}. To see where it stands: lastpost run explain ${run}`,
  alarm: (title, when) => `${title} (${when})`,
};

export const calendarWords: Readonly<Record<'de' | 'en', CalendarWords>> = { de: german, en: english };
