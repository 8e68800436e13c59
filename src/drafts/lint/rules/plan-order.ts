import { localTimeAt } from '../../../base/zoned-time.ts';
import { draftKinds, kindSpecs } from '../../../model/farewell/draft-kinds.ts';
import type { Audience } from '../../../model/farewell/exit-facts.ts';
import type { ExitPlanStep } from '../../../model/farewell/lint/exit-plan.ts';
import { STAFF_AHEAD_MS } from '../../../model/farewell/tell-times.ts';
import type { Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import { momentText } from './moments.ts';

interface Telling {
  readonly step: ExitPlanStep;
  readonly ms: number;
}

/** Steps that send drafts out, held against one another: when they were done, or else are planned. */
export function planOrder(kit: LintKit): readonly Said[] {
  const steps = kit.plan?.steps ?? [];
  const memo = tellers(steps, 'staff').at(-1);
  const everybody = tellers(steps, 'public');
  if (memo === undefined) return [];
  const early = [
    ...everybody.filter(({ ms }) => ms < memo.ms + STAFF_AHEAD_MS).map((one) => ({ one, isPublic: true })),
    ...tellers(steps, 'partners')
      .filter(({ ms }) => ms < memo.ms)
      .map((one) => ({ one, isPublic: false })),
  ];
  return early.map(({ one, isPublic }) => outOfOrder(one, memo, isPublic, kit));
}

/** The earliest first. What goes to the leads and to nobody else comes before all of it. */
function tellers(steps: readonly ExitPlanStep[], audience: Audience): readonly Telling[] {
  return steps
    .flatMap((step) => {
      const at = step.doneAt ?? step.startsAt;
      if (at === null || !step.drafts.some((name) => audienceOf(name) === audience)) return [];
      return [{ step, ms: Date.parse(at) }];
    })
    .sort((a, b) => a.ms - b.ms);
}

/** `de/announcement-x`, `announcement-x` and `announcement` are all of one kind. */
function audienceOf(name: string): Audience | null {
  const id = name.slice(name.indexOf('/') + 1);
  const kind = draftKinds.find((one) => id === one || id.startsWith(`${one}-`));
  return kind === undefined ? null : kindSpecs[kind].audience;
}

function outOfOrder(one: Telling, memo: Telling, isPublic: boolean, { plan, facts }: LintKit): Said {
  const at = ({ ms }: Telling) => momentText(localTimeAt(new Date(ms).toISOString(), facts.timezone));
  const [mine, theirs] = [at(one), at(memo)];
  const whom = isPublic
    ? { en: 'the public hear', de: 'erfährt es die Öffentlichkeit' }
    : { en: 'partners hear', de: 'erfahren es die Partner' };
  return {
    // A playbook that nobody has begun is not yet what will be done.
    severity: plan?.kind === 'run' ? 'error' : 'warning',
    spot: null,
    clash: { kind: 'step', step: memo.step.id, says: memo.step.doneAt ?? memo.step.startsAt ?? '' },
    message: {
      en: `By the plan, ${whom.en} of it on ${mine.en} (step ${one.step.id}), and the staff on ${theirs.en} (step ${memo.step.id}).`,
      de: `Nach dem Plan ${whom.de} am ${mine.de} (Schritt ${one.step.id}), die Belegschaft aber am ${theirs.de} (Schritt ${memo.step.id}).`,
    },
    fix: {
      en: 'Move the steps, so that the memo is out 24 hours before the public and before partners.',
      de: 'Verschieben Sie die Schritte, sodass das Memo 24 Stunden vor der Öffentlichkeit und vor den Partnern draußen ist.',
    },
  };
}
