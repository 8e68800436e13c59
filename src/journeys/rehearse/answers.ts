import type { LocalText } from '../../model/platform.ts';
import type { EvidenceSpec, StepTypeName } from '../../model/playbook/playbook.ts';
import { doneReply, type Reply, type ScriptedReply } from '../../model/run/rehearsal/reply.ts';
import { whys } from '../../model/run/rehearsal/why.ts';
import type { Errand } from './errands.ts';

/** What somebody is shown before they answer in the place of whoever is pretended. */
export interface RehearsalQuestion {
  readonly kind: 'do' | 'release' | 'approve';
  readonly step: string;
  readonly type: StepTypeName | 'uses';
  readonly title: LocalText;
  readonly instructions: LocalText | null;
  readonly hint: LocalText | null;
  readonly evidence: readonly EvidenceSpec[];
  /** UTC ISO 8601, simulated. */
  readonly at: string;
  readonly timezone: string;
  readonly dueAt: string | null;
  /** Name of whoever does it. */
  readonly who: string;
  readonly roles: readonly string[];
  /** Of `stepsKnown`, which leaves out what is passed over. */
  readonly stepsDone: number;
  readonly stepsKnown: number;
}

/** Asks a real person; undefined when there is nobody any more, and everything else is answered by itself. */
export type AskRehearsal = (question: RehearsalQuestion) => Promise<Reply | undefined>;

/** Where the answers of a rehearsal come from: a script first, then somebody who is asked, else everything is done. */
export interface Answers {
  /** @param question made only when somebody is asked */
  replyTo(errand: Errand, question: () => RehearsalQuestion): Promise<Reply>;
  /** Why an attempt at what Lastpost does itself fails, by the script. */
  failureOf(step: string, before: number): string | null;
  /** All that was said, to play the same once more without asking anybody. */
  given(): SaidInTurn;
}

/** What was said of each step, one after another. */
export type SaidInTurn = ReadonlyMap<string, readonly Reply[]>;

export function answersFrom(said: SaidInTurn, ask: AskRehearsal | undefined): Answers {
  const open = new Map(said);
  const given = new Map<string, readonly Reply[]>();
  let asks = ask;
  const next = async (step: string, question: () => RehearsalQuestion): Promise<Reply> => {
    const [first, ...others] = open.get(step) ?? [];
    if (first !== undefined) {
      open.set(step, others);
      return first;
    }
    const reply = await asks?.(question());
    if (reply === undefined) asks = undefined;
    return reply ?? doneReply;
  };
  return {
    replyTo: async ({ kind, step }, question) => {
      if (kind !== 'do' && kind !== 'release' && kind !== 'approve' && kind !== 'let-go') return doneReply;
      const reply = await next(step, question);
      given.set(step, [...(given.get(step) ?? []), reply]);
      return reply;
    },
    failureOf: (step, before) => {
      const line = said.get(step)?.[before];
      return line?.says === 'cannot' ? (line.because ?? whys.scripted.en) : null;
    },
    given: () => new Map([...said, ...given]),
  };
}

/** A script as what is said in turn: what is done after a while is left for later first. */
export function scriptInTurn(script: readonly ScriptedReply[]): SaidInTurn {
  const said = new Map<string, readonly Reply[]>();
  for (const line of script) said.set(line.step, [...(said.get(line.step) ?? []), ...inTurn(line)]);
  return said;
}

function inTurn({ says, after, because, by }: ScriptedReply): readonly Reply[] {
  const reply: Reply = { says, after, because, by };
  if (after === null) return [reply];
  return [says === 'done' ? { ...reply, says: 'later' } : reply, { says: 'done', after: null, because, by }];
}
