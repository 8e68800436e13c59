import { shortDeadline, shortMoment } from '../../base/short-moment.ts';
import { plainLine } from '../../base/text-columns.ts';
import type { LocalText } from '../../model/platform.ts';
import type { RunStateName } from '../../model/run/run-state.ts';
import type { RunView, StepView } from '../../model/run/run-view.ts';
import { typeWords } from './draw-words.ts';
import { both, same } from './readable-values.ts';
import { ordered, type Standing, type StepFact, type StepGraph } from './step-graph.ts';
import { kindOf } from './step-kind.ts';

/** A run as it is drawn: its steps as they stand at the moment it was looked at. */
export function graphOfRun(view: RunView): StepGraph {
  const { run, title, inputs, steps, pointOfNoReturn, lookedAt } = view;
  const { passedAt } = pointOfNoReturn;
  return {
    title,
    description: null,
    about: both((language) => {
      const { version, of } = words[language];
      return `${run.playbook}, ${version} ${run.version} · ${run.id} · ${runStates[run.state][language]} · ${of} ${momentOf(view, lookedAt)[language]}`;
    }),
    inputs: Object.entries(inputs).map(([name, value]) => ({
      name,
      says: same(typeof value === 'string' ? value : JSON.stringify(value)),
    })),
    roles: [],
    steps: ordered(
      steps.map((step) => ({
        id: step.id,
        type: step.type,
        kind: step.byHandBecause === null ? kindOf(step.type) : ('hand' as const),
        isIrreversible: step.isIrreversible,
        title: both((language) => plainLine(step.title[language]) || step.id),
        needs: step.needs,
        facts: factsOf(step),
        stands: { as: standingOf(step, view), says: saysOf(step, view) },
      })),
    ),
    ...(pointOfNoReturn.step === null ? {} : { passed: passedAt === null ? null : momentOf(view, passedAt) }),
  };
}

const words = {
  en: { version: 'version', of: 'as of', since: 'since', until: 'until', on: 'on', by: 'by' },
  de: { version: 'Version', of: 'Stand', since: 'seit', until: 'bis', on: 'am', by: 'von' },
} as const;

const runStates: Readonly<Record<RunStateName, LocalText>> = {
  running: { en: 'running', de: 'läuft' },
  waiting: { en: 'waiting', de: 'wartet' },
  paused: { en: 'paused', de: 'angehalten' },
  needs_attention: { en: 'NEEDS ATTENTION', de: 'JEMAND MUSS NACHSEHEN' },
  succeeded: { en: 'done', de: 'abgeschlossen' },
  failed: { en: 'failed', de: 'gescheitert' },
  cancelled: { en: 'cancelled', de: 'abgebrochen' },
  rolled_back: { en: 'taken back', de: 'zurückgenommen' },
};

function momentOf({ timezone }: RunView, iso: string): LocalText {
  return both((language) => shortMoment(language, iso, timezone));
}

function factsOf({ type, assignee, approval }: StepView): readonly StepFact[] {
  const who = assignee ?? (approval === null ? null : `${approval.needed}: ${approval.roles.join(', ')}`);
  const isPlain = type === 'manual' || type === 'approval' || type === 'wait' || type === 'uses';
  return [
    ...(who === null ? [] : [{ name: 'by' as const, text: same(who) }]),
    ...(isPlain ? [] : [{ name: 'does' as const, text: typeWords[type] }]),
  ];
}

const standing: Readonly<Record<Exclude<StepView['state'], 'pending'>, Standing>> = {
  ready: 'next',
  waiting: 'waiting',
  running: 'now',
  skipped: 'left-out',
  succeeded: 'done',
  failed: 'failed',
  blocked: 'stuck',
  in_doubt: 'in-doubt',
  cancelled: 'left-out',
  compensating: 'now',
  compensated: 'undone',
};

function standingOf({ id, state }: StepView, { next, endedAt }: RunView): Standing {
  if (state !== 'pending') return standing[state];
  if (endedAt !== null) return 'left-out';
  return next.includes(id) ? 'next' : 'later';
}

type Says = (step: StepView, view: RunView) => readonly LocalText[];

const saysOf: Says = (step, view) => {
  const { state, since, confirmedBy } = step;
  if (state === 'pending') return dueOf(step, view);
  if (state === 'succeeded' || state === 'compensated') {
    const at = since === null ? same('') : momentOf(view, since);
    const by = confirmedBy === null ? '' : plainLine(confirmedBy);
    return [
      both((language) => [at[language], ...(by === '' ? [] : [`${words[language].by} ${by}`])].join(' ').trim()),
    ].filter(({ en }) => en !== '');
  }
  if (state === 'skipped' || state === 'cancelled') return [];
  return [troubleOf, peopleOf, sinceOf, releasedOf, dueOf, timerOf, gatesOf].flatMap((says) => says(step, view));
};

const troubleOf: Says = ({ state, waits, error }) => {
  if (state === 'in_doubt') {
    return waits === 'second-person'
      ? [{ en: 'a second person has to look', de: 'eine zweite Person muss nachsehen' }]
      : [{ en: 'nobody knows whether it was done', de: 'niemand weiß, ob es geschehen ist' }];
  }
  return error === null ? [] : [same(error.message)];
};

const peopleOf: Says = ({ waits, waitingOn, state, assignee, approval }) => {
  if (waitingOn.length > 0) return [same(waitingOn.map(({ name }) => name).join(', '))];
  const isAsked = state === 'waiting' && (waits === 'input' || waits === 'approval');
  if (!isAsked || (assignee === null && approval === null)) return [];
  return [{ en: 'nobody has the role', de: 'niemand hat die Rolle' }];
};

const sinceOf: Says = ({ since }, view) => {
  if (since === null) return [];
  const at = momentOf(view, since);
  return [both((language) => `${words[language].since} ${at[language]}`)];
};

const releasedOf: Says = ({ isReleased, releasedUntil }, view) => {
  if (!isReleased) return [];
  const go = { en: 'go-ahead given', de: 'grünes Licht' };
  if (releasedUntil === null) return [go];
  const until = momentOf(view, releasedUntil);
  return [both((language) => `${go[language]} ${words[language].until} ${until[language]}`)];
};

const dueOf: Says = ({ dueAt, isOverdue }, { timezone }) => {
  if (dueAt === null) return [];
  const is = isOverdue ? { en: 'OVERDUE: was due', de: 'ÜBERFÄLLIG: war fällig' } : { en: 'due', de: 'fällig' };
  return [both((language) => `${is[language]} ${shortDeadline(language, dueAt, timezone)}`)];
};

const timerOf: Says = ({ waits, timerAt }, view) => {
  if (timerAt === null || (waits !== 'timer' && waits !== 'back-off')) return [];
  const at = momentOf(view, timerAt);
  const goes = { en: 'goes on', de: 'geht weiter' };
  return [both((language) => `${goes[language]} ${words[language].on} ${at[language]}`)];
};

const gatesOf: Says = ({ gates }) => {
  const shut = gates.filter(({ isOpen }) => !isOpen).length;
  if (shut === 0) return [];
  return [
    {
      en: shut === 1 ? 'a gate is shut' : `${shut} gates are shut`,
      de: shut === 1 ? 'eine Sperre ist zu' : `${shut} Sperren sind zu`,
    },
  ];
};
