import { isoTime } from '../base/clock.ts';
import { KnownError } from '../base/known-error.ts';
import { isSameHuman } from '../model/run/same-human.ts';
import type { PortPerson, PortStatement } from '../model/run/step-ports.ts';
import type { StepContext, StepResult, StepType } from '../model/run/step-type.ts';
import { execution, succeeded } from './results/step-result.ts';
import { oneLine } from './values/one-line.ts';
import { channelOf, channelTarget } from './values/step-channel.ts';
import { choice } from './values/step-values.ts';

const acceptances = ['no', 'one_person', 'two_people'] as const;

const GAPS_NAMED = 5;

async function execute(context: StepContext): Promise<StepResult> {
  const accepts = choice(context.with, 'accept_named_gaps', acceptances, 'two_people');
  const statement = await context.ports.statement(channelOf(context));
  const reason = waitsFor(statement, accepts, context);
  if (reason !== null) return { kind: 'waiting', reason };
  const { channel, verdict, digest, acceptedBy } = statement;
  const accepted_by = statement.isComplete ? [] : acceptedBy;
  return succeeded({ channel, verdict, digest, accepted_by, stated_at: isoTime(context.now()) });
}

/** What is missing for the statement to be good enough, and what to do; null when nothing is. */
function waitsFor(
  statement: PortStatement,
  accepts: (typeof acceptances)[number],
  context: StepContext,
): string | null {
  const { channel, verdict, isComplete, isAccepted, openGaps } = statement;
  if (isComplete) return null;
  const is = `The statement of ${channel} is "${verdict}"`;
  const look = `See it with: lastpost channel statement ${channel}`;
  if (accepts === 'no') {
    return `${is}, and this step takes no gap, accepted or not.${gapsText(openGaps)} Close what is open with another snapshot or the official export. ${look}`;
  }
  if (openGaps.length > 0) return `${is}.${gapsText(openGaps)} ${acceptText(statement)}`;
  if (!isAccepted) return `${is} and names no gap that could be accepted. ${look}`;
  return accepts === 'two_people' ? secondPerson(statement, context) : null;
}

function gapsText(gaps: PortStatement['openGaps']): string {
  if (gaps.length === 0) return '';
  const named = gaps.slice(0, GAPS_NAMED).map(({ id, reason }) => `${id} (${oneLine(reason).replace(/\.$/, '')})`);
  const more = gaps.length > GAPS_NAMED ? ` and ${gaps.length - GAPS_NAMED} more` : '';
  return ` Open: ${named.join(', ')}${more}.`;
}

function acceptText({ channel, openGaps }: PortStatement): string {
  const ids = openGaps.slice(0, GAPS_NAMED).map(({ id }) => id);
  return `Close them, or accept what can be done without: lastpost channel accept ${channel} ${ids.join(' ')} --as PERSON --because TEXT`;
}

/**
 * Two people are the one who started the run and another one who accepted: somebody whom lastpost.yaml does not know, or who
 * has the mailbox or the key of the first, may be the same human being, and does not count.
 */
function secondPerson({ channel, acceptedBy }: PortStatement, { state, ports }: StepContext): string | null {
  const { startedBy } = state;
  const starter = personOf(startedBy, ports);
  const known = acceptedBy.flatMap((name) => personOf(name, ports));
  const isOther = ({ id }: PortPerson) => !isSameHuman(id, startedBy, [...starter, ...known].map(withKey));
  if (known.some(isOther)) return null;
  const unknown = acceptedBy.filter((name) => !known.some(({ id }) => id === name));
  const by = known.map(({ id }) => (id === startedBy ? id : `${id}, who has the same mailbox or key as ${startedBy}`));
  const who =
    by.length > 0
      ? `The gaps of ${channel} were accepted by ${by.join(' and ')} alone, and ${startedBy} started the run.`
      : `The gaps of ${channel} were accepted by nobody whom lastpost.yaml knows.`;
  const named = unknown.map((name) => `"${oneLine(name)}"`).join(', ');
  const others = named === '' ? '' : ` Not known as a person there: ${named}.`;
  return `${who}${others} Missing is one person other than ${startedBy}: lastpost channel accept ${channel} GAP --as PERSON --because TEXT`;
}

function withKey(person: PortPerson): PortPerson & { readonly key: string | null } {
  return { ...person, key: person.key ?? null };
}

/** By id alone: the name of a role is nobody. */
function personOf(name: string, ports: StepContext['ports']): readonly PortPerson[] {
  try {
    return ports.people(name).filter(({ id }) => id === name);
  } catch (error) {
    if (error instanceof KnownError) return [];
    throw error;
  }
}

/**
 * Asks the channel's completeness statement. Waits, with what is open and the command to type, until it is complete or what
 * is missing was accepted by as many people as asked. Outputs: `{channel, verdict, digest, accepted_by, stated_at}`; the digest
 * is that of all the verdict rests on.
 */
export const completeStep: StepType = {
  name: 'complete',
  nature: 'looks',
  byHandBecause: null,
  isIdempotent: () => true,
  target: (values) => oneLine(`completeness statement of ${channelTarget(values)}`),
  execute: execution(() => true, execute),
};
