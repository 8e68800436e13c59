import { readdir } from 'node:fs/promises';
import { sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands, nouns } from '../../src/cli/registry.ts';

async function filesOfCommands(): Promise<readonly string[]> {
  const entries = await readdir('src/cli/commands', { recursive: true });
  return entries
    .filter((entry) => entry.endsWith('.ts'))
    .map((entry) => entry.slice(0, -'.ts'.length).split(sep).join(' '))
    .sort();
}

describe('the registry of commands', () => {
  it('has a line for every file, and no line without one', async () => {
    expect(commands.map(({ name }) => name).sort()).toEqual(await filesOfCommands());
  });

  it('says what each noun is for, and of no other', () => {
    const used = commands.map(({ name }) => name.split(' ')).filter((words) => words.length === 2);
    expect(Object.keys(nouns).sort()).toEqual([...new Set(used.map(([noun]) => noun))].sort());
  });

  it('loads for each line the command of that file', async () => {
    const loaded = await Promise.all(commands.map(({ load }) => load()));
    expect(new Set(loaded).size).toBe(commands.length);
    for (const [index, spec] of loaded.entries()) {
      expect(spec.examples.every(({ command }) => command.startsWith(commands[index]?.name ?? '?'))).toBe(true);
    }
  });
});
