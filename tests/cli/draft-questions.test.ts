import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { atTerminal } from '../support/at-terminal.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const head = `# Ours
brand: {name: Aurora, languages: [de, en]}
timezone: Europe/Berlin
channels:
  - {id: x, platform: x, url: "https://x.com/auroraglow"}
`;

const almost = `exit:
  # decided on Monday
  leaves: [x]
  mode: freeze
  last_day: 2099-02-28
  reason: {kind: resources}
  successors: []
  page: https://aurora.example/farewell
  fate: {posts: stay, comments: stay, messages: {answered_until: 2099-03-30}, data: {de: Weg., en: Gone.}, prizes: none}
  contact: {email: service@aurora.example}
  voice: {address: {de: formal}}
  imprint_url: https://aurora.example/imprint
  privacy_url: https://aurora.example/privacy
`;

async function workspace(exit = ''): Promise<string> {
  const dir = await temporaryFolder();
  await writeFile(join(dir, 'lastpost.yaml'), head + exit);
  return dir;
}

const settings = (cwd: string) => readFile(join(cwd, 'lastpost.yaml'), 'utf8');

describe('lastpost draft questions', () => {
  it('prints the block to fill in, with only what is open, in the language of the brand, ready to be put back', async () => {
    const cwd = await workspace(almost);
    const { code, stdout, stderr } = await runCli(['draft', 'questions'], { cwd });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^# Eine Angabe fehlt noch, \d+ weitere dürfen offen bleiben\./);
    expect(stdout).toContain('  # Was ändert sich nicht? (Marke)\n  # Wozu: Ein Satz, der beruhigt');
    expect(stdout).toContain('\n  stays:\n    de:\n    en:\n');
    expect(stdout).toContain('  # decided on Monday\n  leaves: [ x ]');
    expect(stdout).not.toContain('An welchem Tag');
    // Put back as it is, it says what lastpost.yaml said before; filled in, the question is gone.
    await writeFile(join(cwd, 'lastpost.yaml'), head + stdout);
    expect((await runCli(['draft', 'questions', '--lang', 'de'], { cwd })).stdout).toBe(stdout);
    await writeFile(
      join(cwd, 'lastpost.yaml'),
      head + stdout.replace('stays:\n    de:\n    en:', 'stays:\n    de: Alles bleibt.\n    en: All stays.'),
    );
    const after = JSON.parse((await runCli(['draft', 'questions', '--json'], { cwd })).stdout);
    expect(after).toMatchObject({ whole: true, findings: [] });
    expect(after.questions.map(({ key }: { key: string }) => key)).not.toContain('stays');
  });

  it('asks for everything where there is no exit, what is needed first, and writes it to a file once', async () => {
    const cwd = await workspace();
    const args = ['draft', 'questions', '--lang', 'en', '--out', 'questions.yaml'];
    expect(await runCli(args, { cwd })).toMatchObject({ code: 0, stdout: 'questions.yaml\n' });
    const text = await readFile(join(cwd, 'questions.yaml'), 'utf8');
    expect(text).toContain('# Which channels are you leaving? (brand)');
    expect(Object.keys(parse(text).exit).slice(0, 4)).toEqual(['leaves', 'mode', 'last_day', 'reason']);
    expect(parse(text).exit.contact).toMatchObject({ email: null, phone: null, url: null });
    expect((await runCli(args, { cwd })).stderr).toContain('questions.exists');
    expect(await runCli([...args, '--force'], { cwd })).toMatchObject({ code: 0 });
    expect(await settings(cwd)).toBe(head);
    const { questions } = JSON.parse((await runCli(['draft', 'questions', '--json', '--lang', 'en'], { cwd })).stdout);
    expect(questions[1]).toMatchObject({
      key: 'mode',
      needed: true,
      role: 'brand',
      question: 'What becomes of the account?',
      choices: [{ value: 'freeze' }, { value: 'redirect' }, { value: 'delete' }],
      otherwise: null,
    });
  });

  it('tells what will not do: a day that is over, a logo that is no image', async () => {
    const past = almost.replaceAll('2099', '2019').replace('voice: {', 'voice: {logo: logo.png, ');
    const cwd = await workspace(past);
    await writeFile(join(cwd, 'logo.png'), '<html>');
    const { code, stderr } = await runCli(['draft', 'questions'], { cwd });
    expect(code).toBe(0);
    expect(stderr).toContain(
      'exit.last_day: The last post was to go out on 2019-02-28 at 18:00 (Europe/Berlin), and that is over.',
    );
    expect(stderr).toContain('exit.voice.logo: The logo logo.png is no PNG, JPEG or SVG: it begins with "<html>".');
  });

  it('asks at a terminal, says what is wrong with an answer, and keeps what was answered when Ctrl-C comes', async () => {
    const cwd = await workspace(
      almost.replace('  mode: freeze\n', '').replace('2099-02-28', '2099-02-28 # a Saturday'),
    );
    const terminal = atTerminal(['draft', 'questions', '--ask', '--lang', 'en'], cwd);
    await terminal.until('What becomes of the account?');
    await terminal.until('> ');
    terminal.type('delete');
    await terminal.until('Written into lastpost.yaml.');
    await terminal.until('What does not change?');
    await terminal.until('de> ');
    terminal.type('Alles bleibt.');
    await terminal.until('en> ');
    terminal.type('All stays.');
    await terminal.until('Written into lastpost.yaml.');
    await terminal.until('At what time?');
    await terminal.until('> ');
    terminal.type('25:00');
    await terminal.until('exit.last_time is "25:00"; it must be a time like 18:00.');
    await terminal.until('> ');
    terminal.type('');
    await terminal.until('When does the public hear of it?');
    await terminal.until('> ');
    terminal.press('2099\u0003');
    expect((await terminal.ended).code).toBe(130);
    const text = await settings(cwd);
    expect(text).toContain('# Ours\n');
    expect(text).toContain('  # decided on Monday\n');
    expect(text).toContain('last_day: 2099-02-28 # a Saturday\n');
    expect(parse(text).exit).toMatchObject({ mode: 'delete', stays: { de: 'Alles bleibt.', en: 'All stays.' } });
    expect(parse(text).exit).not.toHaveProperty('last_time');
    expect(parse(text).exit).not.toHaveProperty('told');
  });

  it('prints the list where nobody can be asked', async () => {
    const cwd = await workspace(almost);
    const { code, stdout, stderr } = await runCli(['draft', 'questions', '--ask'], { cwd });
    expect([code, stderr]).toEqual([0, 'Nobody is at a terminal to be asked; here are the questions.\n']);
    expect(stdout).toContain('stays:');
  });
});
