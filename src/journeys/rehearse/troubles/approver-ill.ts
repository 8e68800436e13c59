import { shiftDay } from '../../../base/working-days.ts';
import { dayAt } from '../../../base/zoned-time.ts';
import { ancestorsOf } from '../../../model/run/ancestors.ts';
import type { MishapHit } from '../../../model/run/rehearsal/mishap.ts';
import type { RunState } from '../../../model/run/run-state.ts';
import { type Scene, type Trouble, unhit } from '../play.ts';
import { approvers } from '../who-does.ts';

const ILL_DAYS = 10;

/** Whoever would approve first before the point of no return falls ill on the day on which they are asked. */
export function approverIll(): Trouble {
  const name = 'approver-ill';
  let hit: MishapHit = unhit(name);
  let ill: string | null = null;
  const fallIll = async (id: string, { state, step, play: { stage } }: Scene): Promise<void> => {
    const [first] = approvers(state, step, stage);
    if (first === undefined) return;
    const from = dayAt(stage.clock.iso(), stage.plan.timezone);
    const until = shiftDay(from, ILL_DAYS - 1);
    // Who speaks for them at other times would do it now.
    const delegate = first.absences.findLast((one) => one.delegate !== null)?.delegate ?? null;
    stage.change({ ...first, absences: [{ from, until, delegate }, ...first.absences] });
    ill = first.id;
    hit = { ...hit, step: id, at: stage.clock.iso(), who: first.name };
    await stage.note(id, first.id, `${first.name} is ill until ${until}.`);
  };
  return {
    name,
    plan: async ({ kind, step }, at, scene) => {
      if (hit.step === null && kind === 'approve' && step === approvalBeforeNoReturn(scene.state)) {
        await fallIll(step, scene);
      }
      return at;
    },
    told: (state, { stage }) =>
      hit.step === null ? hit : { ...hit, ...endOf(state, hit.step, ill, hit.at ?? '', stage.people()) },
  };
}

/** The last one on which the first irreversible step rests. */
function approvalBeforeNoReturn(state: RunState): string | undefined {
  const isThere = (id: string): boolean => state.steps.get(id)?.state !== 'skipped';
  const noReturn = state.plan.steps.find(({ id, irreversible }) => irreversible && isThere(id));
  if (noReturn === undefined) return undefined;
  const before = ancestorsOf(state.plan, noReturn.id);
  return before.findLast(({ id, type }) => type === 'approval' && isThere(id))?.id;
}

function endOf(
  state: RunState,
  id: string,
  ill: string | null,
  at: string,
  people: readonly { readonly id: string; readonly name: string }[],
): Pick<MishapHit, 'end' | 'instead'> {
  const step = state.steps.get(id);
  const given = step?.approvals.filter((one) => one.decision === 'given' && !one.isVoid && one.at >= at) ?? [];
  const nameOf = (person: string | undefined) => people.find((one) => one.id === person)?.name ?? null;
  const delegated = given.find(({ insteadOf }) => insteadOf === ill);
  if (delegated !== undefined) return { end: 'delegate', instead: nameOf(delegated.person) };
  if (given.some(({ person }) => person === ill)) return { end: 'waited', instead: null };
  if (step?.state !== 'succeeded') return { end: 'open', instead: null };
  return { end: 'other', instead: nameOf(given.at(0)?.person) };
}
