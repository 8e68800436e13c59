import { isoTime } from '../base/clock.ts';
import type { StepContext, StepResult, StepType } from '../model/run/step-type.ts';
import { execution, failed, stopped, succeeded } from './results/step-result.ts';
import { oneLine } from './values/one-line.ts';
import { channelOf, channelTarget } from './values/step-channel.ts';

const PROBLEMS_NAMED = 3;

async function execute(context: StepContext): Promise<StepResult> {
  const { ports, signal, onProgress, now } = context;
  const channel = channelOf(context);
  const { ok, snapshot, problems, records } = await ports.verifySnapshot(channel, signal, onProgress);
  if (signal.aborted) return stopped(context, true);
  if (!ok) return unsound(snapshot.id, problems);
  const { id, sha256, state, pages, gaps } = snapshot;
  const verified = { manifest_sha256: sha256, verified_at: isoTime(now()), records };
  return succeeded({ channel, snapshot: id, ...verified, state, pages, gaps });
}

function unsound(id: string, problems: readonly string[]): StepResult {
  const named = problems.slice(0, PROBLEMS_NAMED).map(oneLine).join(' ');
  const more = problems.length > PROBLEMS_NAMED ? ` And ${problems.length - PROBLEMS_NAMED} more.` : '';
  return failed('verify.not-sound', `Snapshot ${id} is not sound. ${named}${more}`, {
    hint: `Do not rely on it. Take another one, or put the file back from a backup; all problems: lastpost snapshot verify ${id}`,
  });
}

/**
 * Reads the channel's newest snapshot from the first byte to the last, and compares it with the ledger. Outputs: `{channel,
 * snapshot, manifest_sha256, verified_at, records, state, pages, gaps}`; `manifest_sha256` is the digest of the whole WACZ.
 */
export const verifyStep: StepType = {
  name: 'verify',
  nature: 'acts',
  byHandBecause: null,
  isIdempotent: () => true,
  target: (values) => oneLine(`newest snapshot of ${channelTarget(values)}`),
  execute: execution(() => true, execute),
};
