import { KnownError } from '../base/known-error.ts';
import type { JourneyContext } from '../model/journey-context.ts';
import type { CompletenessStatement, StatementGap } from '../model/statement.ts';
import { openLedger } from '../storage/ledger.ts';
import { requireWorkspace, type WorkspacePlace } from '../workspace/open-workspace.ts';
import { stateCompleteness } from './state-completeness.ts';

export interface AcceptInput {
  readonly channel: string;
  /** Ids, or their first letters where only one gap's begins so. */
  readonly gaps: readonly string[];
  /** The person who takes it on themselves. */
  readonly by: string;
  readonly why: string;
}

export interface AcceptedGaps {
  readonly accepted: readonly StatementGap[];
  /** As it is afterwards. */
  readonly statement: CompletenessStatement;
}

const LEAST_ID_LETTERS = 4;

/**
 * Enters in the ledger that a person accepts gaps of a channel's statement, each as it is now: when what is missing changes,
 * it has to be accepted anew. All of them, or none.
 * @throws KnownError `gap.unknown`, `gap.no-person`, `gap.no-reason`, and those of `stateCompleteness`
 */
export async function acceptGaps(
  input: AcceptInput,
  place: WorkspacePlace,
  { clock }: Pick<JourneyContext, 'clock'>,
): Promise<AcceptedGaps> {
  const { channel } = input;
  const by = said(
    input.by,
    'gap.no-person',
    'It is not said who accepts the gap.',
    'Name the person with --as PERSON.',
  );
  const why = said(
    input.why,
    'gap.no-reason',
    'It is not said why the gap is accepted.',
    'Say it with --because TEXT.',
  );
  const now = clock.now();
  const before = await stateCompleteness(channel, place, now);
  const ids = new Set(input.gaps.map((id) => findGap(before, id).id));
  const workspace = await requireWorkspace(place);
  const ledger = await openLedger({ file: workspace.paths.ledger, root: workspace.dir });
  try {
    for (const gap of ids) await ledger.exports.accept({ gap, channel, by, why, at: now.toISOString() });
  } finally {
    await ledger.close();
  }
  const statement = await stateCompleteness(channel, place, now);
  return { accepted: statement.gaps.filter(({ id }) => ids.has(id)), statement };
}

/** On one line: it is printed and filed. */
function said(text: string, code: string, message: string, hint: string): string {
  const line = text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim();
  if (/[\p{L}\p{N}]/u.test(line)) return line;
  throw new KnownError(code, message, { hint, exitCode: 2 });
}

function findGap({ gaps, channel }: CompletenessStatement, wanted: string): StatementGap {
  const exact = gaps.find(({ id }) => id === wanted);
  if (exact !== undefined) return exact;
  const alike = wanted.length < LEAST_ID_LETTERS ? [] : gaps.filter(({ id }) => id.startsWith(wanted));
  const [only] = alike;
  if (only !== undefined && alike.length === 1) return only;
  const open = gaps.map(({ id, kind }) => `${id} (${kind})`).join(', ');
  throw new KnownError('gap.unknown', `The statement of "${channel}" has no gap "${wanted}".`, {
    hint: open === '' ? 'It has no gap at all.' : `Its gaps are: ${open}.`,
    exitCode: 2,
  });
}
