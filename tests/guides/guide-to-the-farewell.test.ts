import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bare, guideReader, readGuide } from '../support/guide.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Twenty-five commands, of which one draws and one is long; beside other tests with browsers of their own. */
const MOST_MS = 1_000_000;

const files = { en: 'docs/guides/en/writing-the-farewell.md', de: 'docs/guides/de/den-abschied-schreiben.md' };

describe('the guide to writing the farewell', () => {
  it(
    'leads from an empty folder to the file of the scheduler, command by command as it is printed',
    async () => {
      const dir = await temporaryFolder();
      const person = guideReader(dir, '2027-01-11T09:00:00.000Z');
      for (const act of await readGuide(files.de)) await person.do(act);
      const exported = await readdir(join(dir, 'exports', 'drafts', 'sprout'));
      expect(exported).toEqual(['bluesky-en.csv', 'linkedin-en.csv', 'x-en.csv']);
      const posts = await readFile(join(dir, 'exports', 'drafts', 'sprout', 'x-en.csv'), 'utf8');
      expect(posts).toContain('01/03/2027,17:00,');
      expect(posts).toContain('212 photographs of handlebars');
      // The thread is not cut down to a post.
      expect(posts).not.toContain('Why we are leaving X');
      const bySprout = person.done.find(({ line }) => line.includes('csv:sprout'));
      expect(bySprout?.out).toContain('announcement-x');
    },
    MOST_MS,
  );

  it('is the same in both languages but for its words', async () => {
    const [en, de] = [await readGuide(files.en), await readGuide(files.de)];
    expect(bare(de)).toEqual(bare(en));
  });
});
