import { describe, expect, it } from 'vitest';
import { makePost } from '../../../src/model/post.ts';
import { columns } from '../../../src/posts/exports/columns.ts';
import { writeCsv } from '../../../src/posts/exports/write-csv.ts';
import { writeJsonl } from '../../../src/posts/exports/write-jsonl.ts';
import { writeXlsx } from '../../../src/posts/exports/write-xlsx.ts';
import { auroraPosts } from '../../support/aurora-posts.ts';
import { readXlsx } from '../../support/read-xlsx.ts';
import { exported, facts, textOf } from './exported.ts';
import { readCsv } from './read-csv.ts';

const titles = columns.map(({ title }) => title);
const plainPost = { platform: 'mastodon', kind: 'post', source: 'api' } as const;

/** What stands in the cells of a row, by the heading. */
function named(row: readonly string[] | undefined): Record<string, string> {
  return Object.fromEntries(titles.map((title, index) => [title, row?.[index] ?? '(no cell)']));
}

async function xlsxOf(posts: Parameters<typeof exported>[0], cut: string[] = [], maxRows?: number) {
  for await (const bytes of writeXlsx(exported(posts), facts, (sentence) => cut.push(sentence), maxRows)) {
    return readXlsx(bytes).map(({ rows }) => rows);
  }
  throw new Error('nothing was written');
}

describe('posts as CSV', () => {
  it('is read back cell by cell, with umlauts, emoji, quotes, line breaks and right-to-left text as they were', async () => {
    const rows = readCsv(await textOf(writeCsv(exported(auroraPosts), 'plain')), ',');
    expect(rows[0]).toEqual(titles);
    expect(rows).toHaveLength(1 + auroraPosts.length);
    expect(rows.every(({ length }) => length === titles.length)).toBe(true);
    expect(rows.slice(1).map((row) => named(row).Text)).toEqual(auroraPosts.map(({ text }) => text));
    expect(named(rows.find((row) => named(row).ID === '2'))).toMatchObject({
      'Published (UTC)': '2024-01-13T08:15:00.000Z',
      Channel: 'mastodon',
      Media: '4',
      'Alternative texts':
        'The roaster, a drum of black iron\nSacks of beans from Huila\n\nAurora, the cat, asleep on a sack',
      Likes: '14',
      Views: '',
      Snapshot: '20261123T093000Z.wacz',
    });
  });

  it('leaves a formula as it was written, and makes it harmless where Excel will open it', async () => {
    const starts = ['=1+1', '+49 30 1', '-5 °C', '@mira', '\tx', '\rx', '＝1', 'a=1', '5'];
    const posts = starts.map((text, index) => makePost({ ...plainPost, id: String(index), text }));
    const plain = readCsv(await textOf(writeCsv(exported(posts), 'plain')), ',');
    expect(plain.slice(1).map((row) => named(row).Text)).toEqual(starts);
    const text = await textOf(writeCsv(exported(posts), 'excel'));
    expect(text.startsWith('\uFEFFPublished (UTC);Channel;')).toBe(true);
    const excel = readCsv(text.slice(1), ';');
    expect(excel.slice(1).map((row) => named(row).Text)).toEqual([
      ...starts.slice(0, 7).map((start) => `'${start}`),
      'a=1',
      '5',
    ]);
  });

  it('writes times for Excel in a form it takes for times', async () => {
    const rows = readCsv((await textOf(writeCsv(exported(auroraPosts), 'excel'))).slice(1), ';');
    expect(named(rows[1])['Published (UTC)']).toBe('2024-01-08 08:15:00');
  });
});

describe('posts as JSON lines', () => {
  it('is the posts, one a line', async () => {
    const text = await textOf(writeJsonl(exported(auroraPosts)));
    const posts = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(posts).toHaveLength(auroraPosts.length);
    expect(posts[16]).toMatchObject({ ...auroraPosts[16], channel: 'mastodon' });
  });
});

describe('posts as an Excel file', () => {
  it('has one sheet of posts with real dates and numbers, and one that says what it is', async () => {
    const [posts = [], about = []] = await xlsxOf(auroraPosts);
    expect(posts[0]).toEqual(titles);
    expect(posts).toHaveLength(1 + auroraPosts.length);
    const second = named(posts[2]);
    // Days since the end of 1899: 13 January 2024, a quarter past eight.
    expect(Number(second['Published (UTC)'])).toBeCloseTo(45304 + 8.25 / 24, 6);
    expect(second).toMatchObject({ Text: 'Our roastery in pictures.', Media: '4', Likes: '14' });
    expect(posts.map((row) => named(row).Text)).toContain('قهوتنا الجديدة وصلت اليوم 🎉');
    expect(named(posts.find((row) => named(row).ID === '103')).Text).toBe(
      '\'=HYPERLINK("https://evil.example";"Gewinn")',
    );
    expect(about.flat()[0]).toBe(`Aurora Kaffee & Söhne: ${auroraPosts.length} posts`);
    expect(about.flat()).toContain('Nothing was cut.');
  });

  it('says in the file and to the person what it had to cut, and cuts no character in half', async () => {
    const long = makePost({ ...plainPost, id: 'long', text: '🎉'.repeat(20_000) });
    const cut: string[] = [];
    const [posts = [], about = []] = await xlsxOf([long, ...auroraPosts.slice(0, 3)], cut, 3);
    const text = named(posts[1]).Text ?? '';
    expect(text.length).toBeLessThanOrEqual(32_767);
    expect(text).toMatch(/^(🎉)+ … \[cut: 40000 characters\]$/u);
    expect(posts).toHaveLength(3);
    expect(cut).toEqual([
      'A cell holds 32767 characters at most; these were longer and are cut: "Text" of post long.',
      'A sheet holds 3 rows at most; the newest 2 posts are not in it.',
    ]);
    expect(about.flat()).toEqual(expect.arrayContaining(cut));
  });
});
