import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { usedVariables } from '../../../src/journeys/drafts/used-variables.ts';
import { exitQuestions } from '../../../src/journeys/exit-questions.ts';
import { draftsWorkspace } from '../../support/drafts-workspace.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const now = new Date('2027-01-02T10:00:00Z');

test('what may stay open is asked when a template uses it, and what is needed in any case', async () => {
  const { place, paths } = await draftsWorkspace();
  const shipped = await temporaryFolder();
  const keysWith = async (text: string): Promise<readonly string[]> => {
    await mkdir(join(paths.templates, 'en', 'bio'), { recursive: true });
    await writeFile(join(paths.templates, 'en', 'bio', 'short.md'), text);
    const { questions } = await exitQuestions(place, now, await usedVariables(place, shipped));
    return questions.map(({ key }) => key);
  };
  const plain = await keysWith('We are at {{ page }}.');
  expect(plain).toContain('last_day');
  expect(plain).not.toContain('voice.claim');
  const claimed = await keysWith('{% if claim %}{{ claim }} {% endif %}We are at {{ page }}.');
  expect(claimed.filter((key) => !plain.includes(key))).toEqual(['voice.claim']);
});

test('a template that cannot be read is told with its file and line', async () => {
  const { place, paths } = await draftsWorkspace();
  await mkdir(join(paths.templates, 'de', 'bio'), { recursive: true });
  await writeFile(join(paths.templates, 'de', 'bio', 'short.md'), 'Bis {{ last_dya }}.');
  await expect(usedVariables(place)).rejects.toMatchObject({
    code: 'draft.unknown-variable',
    message: expect.stringContaining('short.md:1'),
    hint: expect.stringContaining('last_day'),
  });
});
