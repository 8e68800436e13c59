import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadExitPapers } from '../../src/demo-brand/exit/exit-papers.ts';
import { type DemoBrand, startDemoBrand } from '../../src/demo-brand/start-demo-brand.ts';
import { playOnePart } from '../../src/journeys/demo-parts.ts';
import { archiveByRun, finishDemoRun, furnishForRun, openDemoRun } from '../../src/journeys/demo-run.ts';
import { advanceRun } from '../../src/journeys/runs/advance-run.ts';
import { showRun } from '../../src/journeys/runs/show-run.ts';
import type { RunView } from '../../src/model/run/run-view.ts';
import { openWorkspace } from '../../src/workspace/open-workspace.ts';
import { says } from '../posts/statement/make-statement.ts';
import { makeSnapshot } from '../support/make-snapshot.ts';
import { addPlaybooks, movableClock, runWorkspace } from '../support/run-workspace.ts';
import { postsOnX, statedWorkspace } from '../support/stated-workspace.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function served(before?: DemoBrand): Promise<DemoBrand> {
  const port = (address: string): number => Number(new URL(address).port);
  const ports =
    before === undefined
      ? undefined
      : {
          blog: port(before.blogUrl),
          social: port(before.socialUrl),
          embed: port(before.embedOrigin),
          x: port(before.xUrl),
          doorbell: port(before.doorbellUrl),
          names: port(`http://${before.nameServer}`),
        };
  const brand = await startDemoBrand({ slowPageMs: 0, feedDelayMs: 0, ...(ports === undefined ? {} : { ports }) });
  onTestFinished(() => brand.close());
  return brand;
}

/** Where the account was kept already: the run that is carried out here has no crawl of its own. */
async function keptWorkspace() {
  const { file: wacz } = await makeSnapshot(await temporaryFolder());
  const report = { verdict: 'complete', claims: [says(12)], expected: 12, have: 12 } as const;
  const dir = await statedWorkspace({ crawl: { posts: postsOnX(1, 12), report }, wacz });
  const { playbook } = loadExitPapers();
  await addPlaybooks(dir, {
    'leave-x': playbook
      .replace('    type: snapshot\n', '    type: wait\n    duration: 1ms\n')
      .replace(/^ {4}with: .*\n {4}retry: .*\n/m, ''),
  });
  await furnishForRun(await openWorkspace(dir), new Date());
  await mkdir(join(dir, 'vault', 'x'), { recursive: true });
  const statementFile = join(dir, 'statement.html');
  await writeFile(statementFile, '<p>12 of 12</p>');
  const clock = movableClock(new Date().toISOString());
  const context = { clock, signal: new AbortController().signal, onProgress: () => undefined };
  const place = { cwd: dir, workspaceDir: dir };
  return { dir, clock, place, context, statementFile };
}

type Kept = Awaited<ReturnType<typeof keptWorkspace>>;

/** As far as a process comes that is killed then. */
async function playUntil(isThere: (view: RunView) => boolean, run: string, brand: DemoBrand, kept: Kept) {
  const { place, context, clock } = kept;
  for (;;) {
    const view = await showRun({ run }, place, context);
    if (isThere(view)) return;
    if (await playOnePart(view, { ...kept, brand, channel: 'x' })) continue;
    await advanceRun({ run, until: null }, place, context);
    clock.move(10);
  }
}

const stateOf = ({ steps }: RunView, step: string) => steps.find(({ id }) => id === step);

test('a demo that was killed after the account was closed goes on with its run, and closes nothing twice', async () => {
  const kept = await keptWorkspace();
  const { place, context, statementFile, dir, clock } = kept;
  const first = await served();
  const run = await openDemoRun(first, place, context);
  await playUntil((view) => stateOf(view, 'close')?.state === 'succeeded', run, first, kept);
  await first.close();

  clock.move(2000);
  const second = await served(first);
  expect(await openDemoRun(second, place, context)).toBe(run);
  await archiveByRun({ run, brand: second, place, context });
  const { view, journal, certificateFiles } = await finishDemoRun(
    { run, brand: second, place, context },
    statementFile,
  );
  expect([view.run.state, journal.ok, certificateFiles.length]).toEqual(['succeeded', true, 2]);
  expect(stateOf(view, 'still_gone')?.outputs.status).toBe(410);
  const intents = (await runWorkspace(dir, clock).journal(run)).filter(({ type }) => type === 'step.intent');
  expect(intents.filter(({ step }) => step === 'close')).toHaveLength(1);
  // It has ended: the next demo leaves X anew.
  expect(await openDemoRun(second, place, context)).not.toBe(run);
});

test('a go-ahead that ran out while nobody called the demo is looked at by two people before it is given anew', async () => {
  const kept = await keptWorkspace();
  const { place, context, clock, statementFile, dir } = kept;
  const first = await served();
  const run = await openDemoRun(first, place, context);
  await playUntil((view) => stateOf(view, 'close')?.isReleased === true, run, first, kept);
  await first.close();

  clock.move(3 * 86_400_000);
  const second = await served(first);
  await playUntil((view) => stateOf(view, 'close')?.state === 'succeeded', run, second, kept);
  clock.move(2000);
  const { view } = await finishDemoRun({ run, brand: second, place, context }, statementFile);
  expect(view.run.state).toBe('succeeded');
  const closing = (await runWorkspace(dir, clock).journal(run)).filter(
    ({ step, type }) => step === 'close' && !type.startsWith('timer.'),
  );
  expect(closing.map(({ type }) => type)).toEqual([
    'step.intent',
    'step.in-doubt',
    'step.resolved',
    'step.resolved',
    'step.intent',
    'evidence.added',
    'step.outcome',
  ]);
});

test('a demo with other addresses than its unfinished run says so, and touches neither', async () => {
  const { place, context } = await keptWorkspace();
  const run = await openDemoRun(await served(), place, context);
  await expect(openDemoRun(await served(), place, context)).rejects.toMatchObject({
    code: 'demo.other-run',
    message: expect.stringContaining(run),
  });
});
