import { says } from '../posts/statement/make-statement.ts';
import { makeSnapshot } from '../support/make-snapshot.ts';
import {
  addPeople,
  addPlaybooks,
  movableClock,
  playbookOf,
  type RunWorkspace,
  runWorkspace,
} from '../support/run-workspace.ts';
import { postsOnX, statedWorkspace } from '../support/stated-workspace.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** What stands before something irreversible: the archive, the memo, and two who agree. */
export const before = `  - {id: verified, type: verify, with: {channel: x}}
  - {id: complete, type: complete, needs: [verified], with: {channel: x}}
  - {id: memo, type: manual, assignee: service}
  - {id: signoff, type: approval, needs: [complete, memo], approvers: [brand, legal], min_approvals: 2, binds: [verified.manifest_sha256]}
`;
export const byHand = `${before}  - id: close
    type: manual
    needs: [signoff]
    irreversible: true
    assignee: service
    confirm: aurora
    expires: 24h
    probe: {type: command, with: {run: test, args: ["-e", "gone"]}}
    evidence: [{id: shot, kind: text, required: true}]
  - {id: after, type: command, needs: [close], with: {run: sh, args: ["-c", "echo after >> done.log"], idempotent: true}}
`;
export const byItself = `${before}  - id: close
    type: command
    needs: [signoff]
    irreversible: true
    confirm: aurora
    with: {run: sh, args: ["-c", "echo close >> done.log; test -e fails || touch gone; test ! -e fails"]}
    probe: {type: command, with: {run: test, args: ["-e", "gone"]}}
`;

/** A workspace whose channel is kept whole, with a playbook `close`. */
export async function closingWorkspace(steps: string, posts = 12) {
  const { file: wacz } = await makeSnapshot(await temporaryFolder());
  const crawl = {
    posts: postsOnX(1, posts),
    report: { verdict: 'complete', claims: [says(12)], expected: 12, have: posts },
  } as const;
  const dir = await statedWorkspace({ crawl, wacz });
  await addPeople(dir);
  await addPlaybooks(dir, { close: playbookOf('close', steps) });
  const clock = movableClock(new Date().toISOString());
  return { dir, clock, runs: runWorkspace(dir, clock) };
}

/** Up to the irreversible step, with all its gates open. */
export async function readyRun(runs: RunWorkspace): Promise<string> {
  const run = await runs.start('close', {}, 'ines');
  await runs.advance(run);
  await runs.confirm(run, 'memo', 'omar');
  await runs.advance(run);
  await runs.approve(run, 'signoff', 'anna');
  await runs.approve(run, 'signoff', 'lena');
  await runs.advance(run);
  return run;
}
