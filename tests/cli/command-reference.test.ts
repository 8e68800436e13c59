import { expect, it } from 'vitest';
import { commandHelp, listHelp } from '../../src/cli/help.ts';
import { commands } from '../../src/cli/registry.ts';

const fenced = (text: string): string => `\`\`\`text\n${text}\n\`\`\`\n`;

it('docs/commands.md is the help of every command, word for word', async () => {
  const sections = await Promise.all(
    commands.map(
      async (entry) => `## lastpost ${entry.name}\n\n${fenced(commandHelp(entry, await entry.load(), 100))}`,
    ),
  );
  const text = [
    '# Commands\n',
    'This is what `lastpost --help` and `lastpost <command> --help` say. A test compares the two; after a change of a',
    'command, write this file anew with `npx vitest run tests/cli/command-reference.test.ts -u`.\n',
    fenced(listHelp(undefined, 100)),
    ...sections,
  ].join('\n');
  await expect(text).toMatchFileSnapshot('../../docs/commands.md');
});
