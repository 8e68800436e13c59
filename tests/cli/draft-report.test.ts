import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { demoExitText } from '../../src/demo-brand/exit/exit-facts.ts';
import { exitPeople } from '../../src/demo-brand/exit/exit-papers.ts';
import { addPeopleToWorkspace } from '../../src/workspace/add-people.ts';
import { addExitBlock } from '../../src/workspace/exit-block.ts';
import { demoSettings } from '../support/demo-kit-workspace.ts';
import { demoNow } from '../support/lint-demo.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let dir: string;
beforeAll(async () => {
  dir = await temporaryFolder();
  await writeFile(join(dir, 'lastpost.yaml'), demoSettings);
  await addPeopleToWorkspace(dir, exitPeople);
  await addExitBlock(dir, demoExitText(demoNow));
});

it('says how to begin where there is no draft', async () => {
  expect(await runCli(['draft', 'report'], { cwd: dir })).toMatchObject({
    code: 2,
    stdout: '',
    stderr:
      'Error report.no-draft: There is no draft to report on.\nHint: Write the drafts first: lastpost draft write\n',
  });
});

it('reports at the terminal, as JSON and as one page, and on contracts in a folder', async () => {
  expect(await runCli(['draft', 'write'], { cwd: dir })).toMatchObject({ code: 0 });
  const parity = await runCli(['draft', 'report', 'parity', '--lang', 'de'], { cwd: dir });
  expect(parity).toMatchObject({ code: 0, stderr: '' });
  expect(parity.stdout).toContain('WER ANTWORTET WAS\n');
  expect(parity.stdout).toContain('Auf Englisch beantworten dieselben Stellen dieselben Fragen.');

  await mkdir(join(dir, 'contracts'));
  await writeFile(join(dir, 'contracts', 'club.txt'), 'Two posts on X until 30 June 2999.\n');
  const args = ['draft', 'report', '--lang', 'en', '--contracts', 'contracts', '--html', 'report.html', '--json'];
  const all = await runCli(args, { cwd: dir });
  expect(all.code).toBe(0);
  const { reports, language, html } = JSON.parse(all.stdout);
  expect({ language, html }).toEqual({ language: 'en', html: join(dir, 'report.html') });
  expect(reports.map(({ name }: { name: string }) => name)).toEqual([
    'parity',
    'silence',
    'hypocrisy',
    'regret',
    'contracts',
  ]);
  expect(reports[4].findings).toMatchObject([{ channel: 'x', isAfter: true, days: ['2999-06-30'] }]);
  const page = await readFile(join(dir, 'report.html'), 'utf8');
  expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(page).not.toMatch(/<script|src="|href="http/);
  expect(page).toContain('<code>club.txt:1</code> <q>Two posts on X until 30 June 2999.</q>');
});

it.each([
  [['paritty'], 'Error usage.bad-value: There is no report "paritty".'],
  [['contracts'], 'Error report.no-folder: It is not said where the contracts are.'],
  [['contracts', '--contracts', 'nowhere'], 'Error report.no-folder: There is no folder "nowhere".'],
])('%j is refused', async (args, error) => {
  const { code, stderr, stdout } = await runCli(['draft', 'report', ...args], { cwd: dir });
  expect({ code, stdout, error: stderr.split('\n')[0] }).toEqual({ code: 2, stdout: '', error });
});
