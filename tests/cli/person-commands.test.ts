import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function workspace(): Promise<string> {
  const dir = await temporaryFolder();
  await writeFile(join(dir, 'lastpost.yaml'), '# Ours\nbrand: {name: Aurora, languages: [de]}\n');
  return dir;
}

describe('lastpost person', () => {
  it('writes people into lastpost.yaml, keeps what stands there, and lists them', async () => {
    const cwd = await workspace();
    const anna = [
      'person',
      'add',
      'anna',
      '--name',
      'Anna Berg',
      '--role',
      'brand',
      '--role',
      'it',
      '--email',
      'a@b.example',
    ];
    expect(await runCli([...anna, '--language', 'de'], { cwd })).toMatchObject({
      code: 0,
      stdout: 'Added to lastpost.yaml: anna, Anna Berg (brand, it)\n',
    });
    const tom = await runCli(['person', 'add', 'tom', '--name', 'Tom Weber', '--role', 'brnad'], { cwd });
    expect(tom.stdout).toContain('Nobody had the role "brnad" before. Did you mean "brand"?');
    expect(await readFile(join(cwd, 'lastpost.yaml'), 'utf8')).toMatch(/^# Ours\n/);
    const { stdout } = await runCli(['person', 'list', '--json'], { cwd });
    expect(JSON.parse(stdout).people).toEqual([
      {
        id: 'anna',
        name: 'Anna Berg',
        roles: ['brand', 'it'],
        email: 'a@b.example',
        language: 'de',
        signs: false,
        absent: [],
      },
      { id: 'tom', name: 'Tom Weber', roles: ['brnad'], email: null, language: null, signs: false, absent: [] },
    ]);
  });

  it('refuses somebody twice, without a name, and with what is no address, and writes nothing then', async () => {
    const cwd = await workspace();
    const before = await readFile(join(cwd, 'lastpost.yaml'), 'utf8');
    expect((await runCli(['person', 'add', 'anna'], { cwd })).stderr).toContain('usage.no-name');
    const bad = await runCli(['person', 'add', 'anna', '--name', 'Anna', '--email', 'nowhere'], { cwd });
    expect([bad.code, bad.stderr]).toEqual([2, expect.stringContaining('an e-mail address like')]);
    expect(await readFile(join(cwd, 'lastpost.yaml'), 'utf8')).toBe(before);
    await runCli(['person', 'add', 'anna', '--name', 'Anna'], { cwd });
    expect((await runCli(['person', 'add', 'anna', '--name', 'Anna'], { cwd })).stderr).toContain('person.exists');
  });
});
