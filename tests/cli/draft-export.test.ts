import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../posts/exports/read-csv.ts';
import { draftsWorkspace } from '../support/drafts-workspace.ts';
import { exitBlock } from '../support/exit-block.ts';
import { runCli } from '../support/run-cli.ts';

/** Days that are still to come, whenever this is read. */
const later = exitBlock.replaceAll('2027-', '2999-');

async function written() {
  const workspace = await draftsWorkspace(later);
  const { dir } = workspace;
  expect((await runCli(['draft', 'write', '--locale', 'de'], { cwd: dir })).code).toBe(0);
  return { ...workspace, run: (...args: string[]) => runCli(['draft', 'export', ...args], { cwd: dir }) };
}

describe('lastpost draft export', () => {
  it('writes the posts for a scheduler, and says what is not in the file and what to know', async () => {
    const { run, dir, edit } = await written();
    await edit('de/reminder-2-x', 'publish_at: ', 'publish_at: 2020-02-21T10:00 #');
    const { code, stdout, stderr } = await run('--format', 'csv:sprout', '--channel', 'x');
    expect([code, stderr]).toEqual([3, '']);
    expect(stdout).toMatch(/^exports\/drafts\/sprout\/x-de\.csv: \d drafts, /);
    expect(stdout).toContain('  de/reminder-2-x (csv:sprout): 2020-02-21 10:00 is over.\n');
    expect(stdout).toMatch(/\d drafts \(csv:sprout\) that are no posts\n/);
    expect(stdout).toMatch(/Of \d+ drafts, \d+ not approved\.\n/);
    expect(stdout).toContain('Times for Sprout Social are those of Europe/Berlin');
    const rows = readCsv(await readFile(join(dir, 'exports/drafts/sprout/x-de.csv'), 'utf8'), ',');
    expect(rows[0]).toEqual(['date', 'time_24hr', 'message_text']);
    expect(rows.at(-1)?.slice(0, 2)).toEqual(['28/02/2999', '18:00']);
    expect(rows.at(-1)?.[2]).toContain('https://brandtsoehne.example/wechsel');
  });

  it('writes a Word file that another reader reads, and keeps its promise to scripts', async () => {
    const { run, dir } = await written();
    const { code, stdout, stderr } = await run('--format', 'docx', '--out', 'handover', '--json');
    expect([code, stderr]).toEqual([0, '']);
    const file = join(dir, 'handover', 'farewell-de.docx');
    const { drafts, files, ...rest } = JSON.parse(stdout);
    expect(files).toEqual([{ format: 'docx', locale: 'de', file, drafts, bytes: (await readFile(file)).length }]);
    expect(drafts).toBeGreaterThan(20);
    expect(rest).toEqual({
      folder: join(dir, 'handover'),
      unapproved: drafts,
      changed: 0,
      not_approved: [],
      left_out: [],
      notes: [],
      older: [],
    });
    const { value } = await mammoth.extractRawText({ path: file });
    expect(value).toContain('Pressemitteilung');
    expect(value).toContain('Unsere Läden bleiben, wo sie sind.');
  });

  it.each([
    [
      [],
      2,
      /^Error usage\.no-format: It is not said what to write\.\nHint: Choose one or more with --format: md, txt, /,
    ],
    [['--format', 'doc'], 2, /^Error usage\.bad-value: "doc" is no choice for --format\.\nHint: Did you mean "docx"\?/],
    [
      ['--format', 'md', '--approved'],
      2,
      /^Error draft\.nothing-to-export: None of the \d+ drafts is approved as it is now\.\nHint: Approve one with: /,
    ],
    [
      ['--format', 'md', '--out', 'drafts'],
      2,
      /^Error draft-export\.in-drafts: .*drafts is where the drafts are\.\nHint: /,
    ],
  ])('%j is refused', async (args, code, message) => {
    const { dir, write } = await draftsWorkspace(later);
    await write();
    const refused = await runCli(['draft', 'export', ...args], { cwd: dir });
    expect(refused).toMatchObject({ code, stdout: '' });
    expect(refused.stderr).toMatch(message);
  });
});
