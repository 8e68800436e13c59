import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { viewIn } from '../../src/cli/view-in-language.ts';
import { runCli } from '../support/run-cli.ts';
import { newRunFolder, playbookOf, runWorkspace } from '../support/run-workspace.ts';

const STEPS = `
  - id: shop
    type: manual
    name: {en: Is there a shop of your own?, de: Gibt es einen eigenen Shop?}
    instructions: {en: Look at the imprint., de: Sehen Sie im Impressum nach.}
    hint: {en: People forget Etsy., de: Oft wird Etsy vergessen.}
    assignee: brand
    evidence: [{id: answer, kind: text, choices: [yes, no], description: {en: Your answer, de: Ihre Antwort}}]
  - id: score
    type: score
    needs: shop
    with: {points: {yes: 1, no: 0}, gaps: {shop: {en: Open one., de: Eröffnen Sie einen.}}}
`;

/** Anna reads German; of Ines nothing is said. */
async function leave() {
  const dir = await newRunFolder({ leave: playbookOf('leave', STEPS) });
  const file = join(dir, 'lastpost.yaml');
  await writeFile(file, (await readFile(file, 'utf8')).replace('id: anna,', 'id: anna, language: de,'));
  const runs = runWorkspace(dir);
  return { dir, runs, run: await runs.start('leave') };
}

const german = [
  'Gibt es einen eigenen Shop?',
  'Sehen Sie im Impressum nach.',
  'Oft wird Etsy vergessen.',
  'Ihre Antwort',
];
const english = ['Is there a shop of your own?', 'Look at the imprint.', 'People forget Etsy.', 'Your answer'];
const inOneLine = (text: string) => text.replace(/\s+/g, ' ');

describe('what a playbook says', () => {
  it('is shown in the language that is asked for, else in that of the person, else in the first of the brand', async () => {
    const { dir } = await leave();
    const told = async (...line: readonly string[]) => inOneLine((await runCli(['run', ...line], { cwd: dir })).stdout);
    for (const [line, words, others] of [
      [['explain', '--as', 'anna'], german, english],
      [['explain', '--as', 'anna', '--lang', 'en'], english, german],
      [['status', '--lang', 'de'], german.slice(0, 2), english],
    ] as const) {
      const text = await told(...line);
      for (const one of words) expect(text).toContain(one);
      for (const one of others) expect(text).not.toContain(one);
    }
    // Where nobody says who reads, and the brand speaks German first.
    const file = join(dir, 'lastpost.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace(/languages: \[.*\]/, 'languages: [fr, de-AT, en]'));
    expect(await told('explain')).toContain(german[0]);
    expect(await told('explain', '--as', 'ines')).toContain(german[0]);
    // The frame stays as it is.
    expect(await told('explain', '--as', 'anna')).toContain('What comes next');
  });

  it('is in that language too after a step was confirmed, and in both for programs', async () => {
    const { dir, run } = await leave();
    const confirmed = await runCli(['run', 'confirm', 'shop', '--as', 'anna', '--text', 'no'], { cwd: dir });
    expect(confirmed.stdout).toContain('leave · run');
    const { stdout } = await runCli(['run', 'next', '--as', 'anna', '--json'], { cwd: dir });
    const { steps } = JSON.parse(stdout);
    expect(steps[0].title).toEqual({ en: english[0], de: german[0] });
    expect(steps[1].outputs.gaps[0].todo).toEqual({ en: 'Open one.', de: 'Eröffnen Sie einen.' });
    const status = await runCli(['run', 'status', run, '--lang', 'de'], { cwd: dir });
    expect(inOneLine(status.stdout)).toContain(
      '"Gibt es einen eigenen Shop?" (shop), answered "no": Eröffnen Sie einen.',
    );
  });

  it('is shown to nobody who is not known, and nothing is done for them', async () => {
    const { dir, runs, run } = await leave();
    await runs.confirm(run, 'shop', 'anna', { evidence: [{ id: 'answer', kind: 'text', value: 'no' }] });
    const next = await runCli(['run', 'next', '--as', 'anan'], { cwd: dir });
    expect(next).toMatchObject({ code: 2, stderr: expect.stringContaining('Did you mean "anna"?') });
    expect((await runs.step(run, 'score')).state).toBe('ready');
    expect(await runCli(['run', 'explain', '--lang', 'fr'], { cwd: dir })).toMatchObject({ code: 2 });
  });

  it('stays as it was in the run itself', async () => {
    const { runs, run } = await leave();
    const view = await runs.show(run);
    expect(viewIn(view, 'en')).toBe(view);
    const before = JSON.stringify(view);
    expect(viewIn(view, 'de').steps[0]?.title.en).toBe(german[0]);
    expect(JSON.stringify(view)).toBe(before);
  });
});
