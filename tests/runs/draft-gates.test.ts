import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { demoExitText } from '../../src/demo-brand/exit/exit-facts.ts';
import { approveDrafts } from '../../src/journeys/drafts/approve-draft.ts';
import type { FarewellLocale } from '../../src/model/farewell/locale.ts';
import { runCli } from '../support/run-cli.ts';
import { movableClock, newRunFolder, playbookOf, runWorkspace } from '../support/run-workspace.ts';

const START = '2026-11-01T09:00:00.000Z';

/** @param more goes into `with` of each step, with a comma before it */
const playbook = (more: string): string =>
  playbookOf(
    'farewell',
    `  - {id: write, type: draft, with: {${more.replace(/^, /, '')}}}
  - {id: ready, type: check-drafts, needs: write, assignee: brand, with: {drafts: last-post-x${more}}}
  - {id: post, type: publish, needs: ready, assignee: brand, with: {drafts: [last-post-x]${more}}}`,
  );

/** The demo's facts, told by the people of this workspace. */
async function addExit(dir: string): Promise<void> {
  const facts = demoExitText(new Date(START)).replaceAll('wiebke', 'omar').replaceAll('jonas', 'anna');
  await appendFile(join(dir, 'lastpost.yaml'), facts);
}

async function begun(more = '', hasExit = true) {
  const dir = await newRunFolder({ farewell: playbook(more) });
  if (hasExit) await addExit(dir);
  const clock = movableClock(START);
  const runs = runWorkspace(dir, clock);
  const place = { cwd: dir };
  const approve = (locale: FarewellLocale) =>
    approveDrafts({ drafts: ['last-post-x'], locales: [locale], by: 'ines' }, place, { clock });
  const draft = (locale: string): string => join(dir, 'drafts', locale, 'last-post-x.md');
  return { dir, runs, approve, draft, run: await runs.start('farewell') };
}

describe('the drafts of a run', () => {
  it('are written by it, and hold it until each of them is approved as it is', async () => {
    const { runs, run, approve, draft } = await begun();
    await runs.advance(run);
    expect(await runs.step(run, 'write')).toMatchObject({ state: 'succeeded', outputs: { clashes: [], too_long: [] } });
    expect(await readFile(draft('de'), 'utf8')).toContain('publish_at: 2026-12-31T15:00');
    expect(await runs.step(run, 'ready')).toMatchObject({
      state: 'waiting',
      reason:
        '2 of 2 drafts cannot go out as they are. de/last-post-x is not approved. en/last-post-x is not approved. lastpost draft approve de/last-post-x --as PERSON All of them: lastpost draft list',
    });

    await approve('de');
    await approve('en');
    await runs.advance(run);
    expect(await runs.step(run, 'ready')).toMatchObject({
      state: 'succeeded',
      outputs: { drafts: 2, approved_by: ['ines'] },
    });
    expect(await runs.step(run, 'post')).toMatchObject({ gates: [{ gate: 'drafts-approved', isOpen: true }] });
    expect(await runs.confirm(run, 'post', 'anna')).toBe('confirmed');
    expect((await runs.advance(run)).run.state).toBe('succeeded');
  });

  it('cannot be published when a word has changed since, until it is approved anew', async () => {
    const { dir, runs, run, approve, draft } = await begun();
    await runs.advance(run);
    await approve('de');
    await approve('en');
    await runs.advance(run);
    await writeFile(draft('en'), (await readFile(draft('en'), 'utf8')).replace('Thank you', 'Many thanks'));
    await expect(runs.confirm(run, 'post', 'anna')).rejects.toMatchObject({
      code: 'gate.shut',
      message: 'post cannot be done. en/last-post-x was changed since ines approved it.',
      hint: 'lastpost draft approve en/last-post-x --as PERSON',
    });
    expect(await runs.step(run, 'post')).toMatchObject({ state: 'waiting', gates: [{ isOpen: false }] });
    const { stdout } = await runCli(['run', 'explain'], { cwd: dir });
    expect(stdout).toContain('THE DRAFTS ARE NOT READY TO GO OUT');
    expect(stdout).toContain('- en/last-post-x was changed since ines approved it.');
    expect(stdout).toContain('    lastpost draft approve en/last-post-x --as PERSON\n');
    await approve('en');
    expect(await runs.confirm(run, 'post', 'anna')).toBe('confirmed');
  });

  it('hold it up when they are approved and say something else than the facts', async () => {
    const { runs, run, approve, draft } = await begun();
    await runs.advance(run);
    const right = await readFile(draft('en'), 'utf8');
    await writeFile(draft('en'), right.replace('/en/leaving-x/', '/en/leaving-y/'));
    await approve('de');
    await approve('en');
    await runs.advance(run);
    const { state, reason } = await runs.step(run, 'ready');
    expect(state).toBe('waiting');
    expect(reason).toContain('1 of 2 drafts cannot go out as they are. en/last-post-x, line ');
    expect(reason).toContain('leaving-y');
    expect(reason).toContain('All of them: lastpost draft check');
    await writeFile(draft('en'), right);
    await approve('en');
    await runs.advance(run);
    expect(await runs.step(run, 'ready')).toMatchObject({ state: 'succeeded' });
  });

  it('go out unapproved only when two people say why', async () => {
    const { runs, run, approve, draft } = await begun();
    await runs.advance(run);
    await approve('de');
    await approve('en');
    await runs.advance(run);
    await writeFile(draft('en'), (await readFile(draft('en'), 'utf8')).replace('Thank you', 'Many thanks'));
    expect(await runs.override(run, 'post', 'anna')).toBe(false);
    await expect(runs.confirm(run, 'post', 'anna')).rejects.toMatchObject({ code: 'gate.shut' });
    expect(await runs.override(run, 'post', 'lena')).toBe(true);
    expect(await runs.confirm(run, 'post', 'anna')).toBe('confirmed');
    expect((await runs.show(run)).overrides).toMatchObject([{ gates: ['drafts-approved'] }]);
  });

  it('are outdated when the facts have changed since they were written', async () => {
    const { dir, runs, run, approve } = await begun();
    await runs.advance(run);
    await approve('de');
    await approve('en');
    const config = join(dir, 'lastpost.yaml');
    await writeFile(config, (await readFile(config, 'utf8')).replace('last_time: 15:00', 'last_time: 16:00'));
    const { reason, state } = await runs.step(run, 'ready');
    expect(state).toBe('waiting');
    expect(reason).toContain('de/last-post-x was written from older facts. ');
    expect(reason).toContain('lastpost draft write');
  });

  it('are waited for as long as the facts are not there', async () => {
    const { dir, runs, run } = await begun('', false);
    await runs.advance(run);
    const waits = await runs.step(run, 'write');
    expect(waits).toMatchObject({ state: 'waiting', attempt: 0 });
    expect(waits.reason).toContain('lastpost draft questions --ask');
    await addExit(dir);
    await runs.advance(run);
    expect(await runs.step(run, 'write')).toMatchObject({ state: 'succeeded' });
  });

  it('are nobody’s business where they are optional and lastpost.yaml has no exit', async () => {
    const { runs, run } = await begun(', optional: true', false);
    await runs.advance(run);
    expect(await runs.step(run, 'write')).toMatchObject({ state: 'succeeded', outputs: { drafts: 0 } });
    expect(await runs.step(run, 'ready')).toMatchObject({ state: 'succeeded', outputs: { drafts: 0 } });
    expect(await runs.confirm(run, 'post', 'anna')).toBe('confirmed');
  });
});
