import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandHelp, flagName, listHelp } from '../../src/cli/help.ts';
import { parseCommand } from '../../src/cli/parse-command.ts';
import { commands } from '../../src/cli/registry.ts';
import { wordsOfLine } from '../support/guide.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('help', () => {
  it.each(commands.map(({ name }) => name))(
    'of %s has examples, error codes, exit codes and every option',
    async (name) => {
      const entry = commands.find((command) => command.name === name);
      const spec = await entry?.load();
      const { code, stdout, stderr } = await runCli([...name.split(' '), '--help']);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout.startsWith(`Usage: lastpost ${name}`)).toBe(true);
      const parts = ['Examples:', 'Error codes:', 'Exit codes:', '--json', '--workspace <DIR>'];
      for (const part of parts) expect(stdout).toContain(`${part}`);
      const flags = Object.entries(spec?.options ?? {}).map(([key, option]) => flagName(key, option));
      const examples = (spec?.examples ?? []).map(({ command }) => `    lastpost ${command}`);
      const codes = Object.keys(spec?.errors ?? {}).map((error) => `  ${error}`);
      expect(examples.length).toBeGreaterThan(0);
      expect(codes.length).toBeGreaterThan(0);
      for (const text of [...flags, ...examples, ...codes]) expect(stdout).toContain(text);
    },
  );

  it.each(commands.map(({ name }) => name))('of %s shows only examples that can be parsed', async (name) => {
    const entry = commands.find((command) => command.name === name);
    const spec = await entry?.load();
    if (spec === undefined) throw new Error(`${name} does not load`);
    for (const { command } of spec.examples) {
      expect(command === name || command.startsWith(`${name} `)).toBe(true);
      const words = wordsOfLine(command.slice(name.length));
      expect(() => parseCommand(name, spec, words)).not.toThrow();
    }
  });

  it('is the same for --help, -h and the word help', async () => {
    const runs = [
      ['snapshot', 'take', '--help'],
      ['snapshot', 'take', '-h'],
      ['help', 'snapshot', 'take'],
    ];
    const [first, second, third] = await Promise.all(runs.map((line) => runCli(line)));
    expect(second).toEqual(first);
    expect(third).toEqual(first);
  });

  it('lists every command with its summary, and a noun lists its own', async () => {
    const [all, bare, noun] = await Promise.all([runCli(['--help']), runCli([]), runCli(['snapshot', '--help'])]);
    expect(bare).toEqual(all);
    for (const { name, summary } of commands) {
      expect(all.stdout).toMatch(new RegExp(`^ {2}${name} +${summary.slice(0, 20)}`, 'm'));
      expect(noun.stdout.includes(`  ${name} `)).toBe(name.startsWith('snapshot '));
    }
    expect([all.code, noun.code]).toEqual([0, 0]);
  });

  it('shows the version of package.json', async () => {
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
    expect(await runCli(['--version'])).toEqual({ code: 0, signal: null, stdout: `${version}\n`, stderr: '' });
  });

  it('keeps its lines within the width', async () => {
    const all = await Promise.all(commands.map(async (entry) => commandHelp(entry, await entry.load(), 80)));
    const lines = [listHelp(undefined, 80), ...all].join('\n').split('\n');
    // Examples are for copying, so they are never broken.
    const tooLong = lines.filter(
      (line) => line.length > 80 && !line.startsWith('    lastpost ') && !line.startsWith('Exit codes: '),
    );
    expect(tooLong.filter((line) => !line.startsWith('Usage: '))).toEqual([]);
  });
});

describe('the list of commands', () => {
  it('loads neither a package nor a command nor a journey', async () => {
    const dir = join(await temporaryFolder(), 'coverage');
    await mkdir(dir);
    // V8 writes down every script it has compiled.
    await runCli(['--help'], { env: { NODE_V8_COVERAGE: dir } });
    const [report = ''] = await readdir(dir);
    const { result } = JSON.parse(await readFile(join(dir, report), 'utf8')) as { result: readonly { url: string }[] };
    const urls = result.map(({ url }) => url).filter((url) => url.startsWith('file:'));
    expect(urls.some((url) => url.endsWith('/dist/cli/main.js'))).toBe(true);
    expect(urls.filter((url) => /node_modules|\/commands\/|\/dist\/(?!cli\/|base\/)/.test(url))).toEqual([]);
  });
});
