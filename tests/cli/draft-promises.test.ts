import { describe, expect, it } from 'vitest';
import { promisesText } from '../../src/cli/promises-text.ts';
import { plainStyle } from '../../src/cli/style.ts';
import { listPromises } from '../../src/journeys/drafts/list-promises.ts';
import { draftText, fewDrafts, promisesWorkspace } from '../support/promises-workspace.ts';
import { runCli } from '../support/run-cli.ts';
import { addPlaybooks, movableClock, playbookOf, runWorkspace } from '../support/run-workspace.ts';

const own = playbookOf(
  'ours',
  `  - {id: keep, type: manual, name: {en: Keep what is there, de: Sichern}, assignee: brand, due: "last_day + 10d"}
  - {id: replies, type: manual, name: {en: Answer until the end, de: Bis zuletzt antworten}, assignee: service, instructions: {en: Then close the inbox., de: Dann schließen Sie das Postfach.}}
  - {id: post, type: publish, needs: keep, assignee: brand}`,
  `inputs:
  channel: {type: channel, default: x}
  last_day: {type: date, required: true}`,
);

describe('lastpost draft promises', () => {
  it('shows each promise once, with who owns it and its step', async () => {
    const { dir } = await promisesWorkspace();
    const { code, stdout, stderr } = await runCli(['draft', 'promises'], { cwd: dir });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n').slice(0, 6)).toEqual([
      'STATE    BY          PROMISE                      WHO',
      'open     2027-03-30  messages are answered        Jona Yilmaz',
      '                     “Nachrichten auf X beantworten wir bis zum 30. März; danach schließen wir das',
      '                     Postfach.”',
      '                     step replies; in de/staff-memo, en/service-card and 2 more',
      '',
    ]);
    expect(stdout).toContain('what was posted is kept      Lastpost\n');
    expect(stdout).toMatch(/\nBy the playbook leave-x: 3 promises, 0 kept, 3 to come\.\n$/);
  });

  it('fails where a promise has no step, also for a script', async () => {
    const text = 'We delete your data by 30 April. The handle stays ours.';
    const { dir } = await promisesWorkspace({
      ...fewDrafts,
      'en/blog-post': draftText('blog-post', 'public', null, text),
    });
    await addPlaybooks(dir, { ours: own });
    const args = ['draft', 'promises', '--playbook', 'ours'];
    const { code, stdout } = await runCli(args, { cwd: dir });
    expect(code).toBe(1);
    expect(stdout).toContain(
      [
        'NO STEP  2027-04-30  data of people are deleted   nobody',
        '                     “We delete your data by 30 April.”',
        '                     no step does it; in en/blog-post',
      ].join('\n'),
    );
    const json = await runCli([...args, '--json'], { cwd: dir });
    const result = JSON.parse(json.stdout);
    expect(json.code).toBe(1);
    expect(result).toMatchObject({ plan: { kind: 'playbook', name: 'ours' }, over: false, kept: 0, total: 5 });
    expect(result.promises[0]).toEqual({
      promise: 'delete-data',
      state: 'no-step',
      channel: 'x',
      by: '2027-04-30',
      due_at: null,
      kept_at: null,
      owners: [],
      step: null,
      sentence: 'We delete your data by 30 April.',
      locale: 'en',
      drafts: ['en/blog-post'],
    });
  });

  it('says in a run what is kept and what is late, and in the end how many were kept', async () => {
    const { dir } = await promisesWorkspace();
    await addPlaybooks(dir, { ours: own });
    const clock = movableClock('2027-02-20T10:00:00.000Z');
    const runs = runWorkspace(dir, clock);
    const run = await runs.start('ours', { last_day: '2027-02-28' });
    await runs.advance(run);
    const place = { cwd: dir, workspaceDir: dir };
    const states = async () => {
      const listed = await listPromises({ playbook: null, run: null }, place, { clock });
      const text = promisesText(listed, { width: 80, style: plainStyle });
      expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
      return { states: Object.fromEntries(listed.promises.map(({ kind, state }) => [kind, state])), text };
    };
    expect((await states()).states).toEqual({
      'answer-messages': 'open',
      'close-inbox': 'open',
      'keep-archive': 'open',
    });
    clock.set('2027-03-12T10:00:00.000Z');
    const late = await states();
    expect(late.states).toMatchObject({ 'keep-archive': 'late', 'answer-messages': 'open' });
    expect(late.text).toContain('LATE     2027-03-10  what was posted is kept      Anna Berg');
    await runs.confirm(run, 'keep', 'anna');
    await runs.confirm(run, 'replies', 'jona');
    const kept = await states();
    expect(kept.states).toEqual({ 'answer-messages': 'kept', 'close-inbox': 'kept', 'keep-archive': 'kept' });
    expect(kept.text).toContain('step keep, done 2027-03-12; in');
    expect(kept.text).toContain(`By the run ${run}: 3 promises, 3 kept, 0 to come.`);
    clock.set('2028-02-28T10:00:00.000Z');
    expect((await states()).text).toContain(`By the run ${run}: promises kept: 3 of 3.`);
    const { code, stdout } = await runCli(['draft', 'promises', '--run', run.slice(0, 6)], { cwd: dir });
    expect([code, stdout.includes('kept     2027-03-30  messages are answered')]).toEqual([0, true]);
  });

  it('says how to begin where there is no draft, or no promise', async () => {
    const none = await promisesWorkspace({});
    expect(await runCli(['draft', 'promises'], { cwd: none.dir })).toMatchObject({
      code: 0,
      stdout: 'No draft yet. Write them with: lastpost draft write\n',
    });
    const empty = await promisesWorkspace({ 'en/bio-x': draftText('bio', 'public', null, 'Bells since 1949.', 'x') });
    expect(await runCli(['draft', 'promises'], { cwd: empty.dir })).toMatchObject({
      code: 0,
      stdout: 'The 1 draft promises nothing.\n',
    });
  });

  it.each([
    [['--playbook', 'a', '--run', 'b'], 'usage.run-and-playbook'],
    [['--run', 'nothing'], 'run.unknown'],
    [['--playbook', 'leave-y'], 'playbook.unknown'],
  ])('%j is refused', async (args, code) => {
    const { dir } = await promisesWorkspace();
    const result = await runCli(['draft', 'promises', ...args], { cwd: dir });
    expect([result.code, result.stderr.split(':')[0]]).toEqual([2, `Error ${code}`]);
  });

  it('needs a plan', async () => {
    const { dir } = await promisesWorkspace();
    const needy = own
      .replace('name: ours', 'name: leave-x')
      .replace('inputs:', 'inputs:\n  more: {type: string, required: true}');
    await addPlaybooks(dir, { 'leave-x': needy });
    expect(await runCli(['draft', 'promises'], { cwd: dir })).toMatchObject({
      code: 2,
      stderr:
        'Error exit-plan.none: It is not known by which playbook the exit goes.\nHint: Name the playbook with --playbook NAME, or its run with --run ID.\n',
    });
  });
});
