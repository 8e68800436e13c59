import type { StepContext, StepResult, StepType } from '../model/run/step-type.ts';
import { execution, failed, stopped, succeeded } from './results/step-result.ts';
import { oneLine } from './values/one-line.ts';
import { channelOf, channelTarget } from './values/step-channel.ts';
import { choice } from './values/step-values.ts';

async function execute(context: StepContext): Promise<StepResult> {
  const { with: values, ports, signal, onProgress } = context;
  const required = choice(values, 'require', ['any', 'complete'], 'any');
  const channel = channelOf(context);
  const { id, sha256, state, pages, gaps, startedAt, finishedAt } = await ports.takeSnapshot(
    channel,
    signal,
    onProgress,
  );
  // What was there by then is sealed and kept, but it is not the snapshot that the run is to rest on.
  if (signal.aborted) return stopped(context, true);
  if (required === 'complete' && state !== 'complete') {
    return failed('snapshot.partial', `Snapshot ${id} of ${channel} is partial: ${gaps} things are missing in it.`, {
      hint: `See what and why with: lastpost snapshot show ${id}`,
      isRetryable: true,
    });
  }
  const times = { started_at: startedAt, finished_at: finishedAt };
  return succeeded({ channel, snapshot: id, sha256, state, pages, gaps, ...times });
}

/**
 * Takes a snapshot of a channel. Twice does no harm: unfinished work is gone on with, and a second one stands beside the
 * first. Outputs: `{channel, snapshot, sha256, state, pages, gaps, started_at, finished_at}`.
 */
export const snapshotStep: StepType = {
  name: 'snapshot',
  nature: 'acts',
  byHandBecause: null,
  isIdempotent: () => true,
  target: (values) => oneLine(`snapshot of ${channelTarget(values)}`),
  execute: execution(() => true, execute),
};
