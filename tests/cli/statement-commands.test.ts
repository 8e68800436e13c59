import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CompletenessStatement } from '../../src/model/statement.ts';
import { manifest, says } from '../posts/statement/make-statement.ts';
import { runCli } from '../support/run-cli.ts';
import { postsOnX, statedWorkspace } from '../support/stated-workspace.ts';

/** Twelve posts in the export, the last five of which the page shows; the platform counts them too. */
const everything = () =>
  statedWorkspace({
    crawl: { posts: postsOnX(8, 12), report: { claims: [says(12)], media: { known: 2, had: 2, missing: [] } } },
    export: { posts: postsOnX(1, 12), report: { claims: [manifest(12)], leftOut: { 'direct-messages': 3 } } },
  });

/** The same, and the platform counts two more; a wall stood in the way of the crawl. */
const someMissing = () =>
  statedWorkspace({
    crawl: {
      posts: postsOnX(8, 12),
      report: { claims: [says(14)], gaps: [{ reason: 'login-wall', count: 1, hint: 'Log in.' }] },
    },
    export: { posts: postsOnX(1, 12) },
  });

async function statementOf(cwd: string): Promise<CompletenessStatement> {
  const { stdout } = await runCli(['channel', 'statement', 'x', '--json'], { cwd });
  return (JSON.parse(stdout) as { statement: CompletenessStatement }).statement;
}

describe('lastpost channel statement', () => {
  it('tells the verdict, the numbers, the years and that there is no gap', async () => {
    const { code, stdout, stderr } = await runCli(['channel', 'statement', 'x'], { cwd: await everything() });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [head, , ...body] = stdout.split('\n');
    expect(head).toMatch(
      /^Completeness statement: Aurora <b>auf<\/b> X \(Aurora & <Söhne>\), \d+ \w+ \d{4} at \d\d:\d\d UTC$/,
    );
    expect(body.join('\n')).toBe(`Complete
The platform counts 12 posts, and export and crawl together hold exactly as many (5 in both, 7 only
in the export, 0 only in the crawl). Nothing suggests that anything is missing.

The platform says     12
The export holds      12
The crawl holds        5
  in both              5
  only in the export   7
  only in the crawl    0
Together              12
Missing                0

Pictures and films: 2/2 in the crawl
Recognised as the same post: 5 by its id

By year  █ in both   ▒ only in the export   ░ only in the crawl
  2019  ${'▒'.repeat(57)} 2
  2020  ${'▒'.repeat(86)} 3
  2021  ${'█'.repeat(29)}${'▒'.repeat(57)} 3
  2022  ${'█'.repeat(86)} 3
  2023  ${'█'.repeat(29)} 1

Gaps
  None.
`);
  });

  it('tells gaps with their ids, reasons and remedies, in German', async () => {
    const dir = await someMissing();
    const { gaps } = await statementOf(dir);
    const { code, stdout } = await runCli(['channel', 'statement', 'x', '--lang', 'de'], { cwd: dir });
    expect(code).toBe(0);
    expect(stdout).toContain(
      '\nUnvollständig\nDie Plattform zählt 14 Beiträge, Export und Sicherung enthalten zusammen 12 (5 in beiden, 7 nur im\n',
    );
    expect(stdout).toContain('Es fehlen                2\n');
    for (const { id, kind } of gaps) expect(stdout).toContain(`  ${id}  ${kind}\n`);
    expect(stdout).toContain('      login-wall × 1\n');
    expect(stdout.match(/Offen: Niemand hat diese Lücke angenommen\./g)).toHaveLength(2);
  });

  it('is a condition that is met or not, and says by which gaps', async () => {
    const whole = await everything();
    for (const required of ['complete', 'accepted']) {
      expect((await runCli(['channel', 'statement', 'x', '--require', required], { cwd: whole })).code).toBe(0);
    }
    const dir = await someMissing();
    const [first, second] = (await statementOf(dir)).gaps;
    const accepted = await runCli(['channel', 'statement', 'x', '--require', 'accepted'], { cwd: dir });
    expect(accepted.code).toBe(3);
    expect(accepted.stderr).toBe(
      `Required is that every gap is accepted. Open: ${first?.id} (missing-posts), ${second?.id} (crawl-gaps).\n`,
    );
    const complete = await runCli(['channel', 'statement', 'x', '--require', 'complete'], { cwd: dir });
    expect(complete).toMatchObject({ code: 3, stderr: 'Required is "complete", and the verdict is "incomplete".\n' });
  });

  it('is incomplete once a file that it rests on is gone', async () => {
    const dir = await everything();
    await rm(join(dir, 'vault/x/twitter-aurora.zip'));
    const { verdict, gaps } = await statementOf(dir);
    expect({ verdict, items: gaps.map(({ items }) => items) }).toEqual({
      verdict: 'incomplete',
      items: [['vault/x/twitter-aurora.zip']],
    });
  });

  it('finds in the export what the crawl knows by name alone', async () => {
    const named = (id: string | null, url: string) => ({
      id,
      url,
      published: null,
      list: 'sitemap',
      why: '404',
      archive: null,
    });
    const dir = await statedWorkspace({
      crawl: {
        posts: postsOnX(8, 12),
        report: {
          claims: [says(13)],
          missingPosts: [
            named('1', 'https://x.com/aurora/status/1'),
            named(null, 'https://www.x.com/aurora/status/2?utm_source=a'),
            named(null, 'https://x.com/aurora/status/99'),
          ],
        },
      },
      export: { posts: postsOnX(1, 12) },
    });
    const { verdict, gaps, missing } = await statementOf(dir);
    expect({ verdict, missing, items: gaps.map(({ items }) => items) }).toEqual({
      verdict: 'complete-with-named-gaps',
      missing: 1,
      items: [['https://x.com/aurora/status/99']],
    });
  });

  it('says of an untouched channel that nothing can be told', async () => {
    const { verdict, gaps } = await statementOf(await statedWorkspace({}));
    expect({ verdict, gaps: gaps.map(({ kind }) => kind) }).toEqual({
      verdict: 'cannot-tell',
      gaps: ['no-crawl', 'no-export'],
    });
  });
});

describe('lastpost channel accept', () => {
  it('records who accepts which gap and why, and the requirement is met when none is open', async () => {
    const dir = await someMissing();
    const [first, second] = (await statementOf(dir)).gaps.map(({ id }) => id);
    const accept = (...args: readonly string[]) =>
      runCli(['channel', 'accept', 'x', ...args, '--as', 'Jana Öztürk', '--because', 'Two posts\nwere deleted.'], {
        cwd: dir,
      });
    const one = await accept(first?.slice(0, 6) ?? '');
    expect(one).toMatchObject({ code: 0, stderr: '' });
    expect(one.stdout).toContain(
      `Accepted ${first} as Jana Öztürk: Two posts were deleted.\n  The platform counts 14 posts;`,
    );
    expect(one.stdout).toContain(`1 gap still open: ${second}\n`);
    expect((await accept(second ?? '')).stdout).toContain('No gap is open.\n');
    const required = ['channel', 'statement', 'x', '--require'];
    expect((await runCli([...required, 'accepted'], { cwd: dir })).code).toBe(0);
    expect((await runCli([...required, 'complete'], { cwd: dir })).code).toBe(3);
    const { stdout } = await runCli(['channel', 'statement', 'x'], { cwd: dir });
    expect(stdout).toMatch(/ {4}Accepted by Jana Öztürk on \d+ \w+ \d{4}: Two posts were deleted\.\n/);
  });

  it('refuses gaps that there are not, and records nothing then', async () => {
    const dir = await someMissing();
    const [first] = (await statementOf(dir)).gaps;
    const args = ['channel', 'accept', 'x', first?.id ?? '', 'ffff000000', '--as', 'Jana', '--because', 'Seen.'];
    const { code, stderr } = await runCli(args, { cwd: dir });
    expect(code).toBe(2);
    expect(stderr).toContain('Error gap.unknown: The statement of "x" has no gap "ffff000000".\n');
    expect(stderr).toContain(`Hint: Its gaps are: ${first?.id} (missing-posts), `);
    expect((await statementOf(dir)).gaps.every(({ accepted }) => accepted === null)).toBe(true);
  });

  it.each([
    [['--as', 'Jana'], 'gap.no-reason'],
    [['--as', 'Jana', '--because', ' - … '], 'gap.no-reason'],
    [['--because', 'Seen.'], 'gap.no-person'],
  ])('refuses to take %j for who and why', async (args, code) => {
    const dir = await someMissing();
    const [first] = (await statementOf(dir)).gaps;
    const refused = await runCli(['channel', 'accept', 'x', first?.id ?? '', ...args], { cwd: dir });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(`Error ${code}: `);
  });
});

describe('a statement that is filed', () => {
  it('is a page that can be checked, and one changed letter is found', async () => {
    const dir = await everything();
    const out = await runCli(['channel', 'statement', 'x', '--lang', 'de', '--out', 'x.html'], { cwd: dir });
    expect(out).toMatchObject({ code: 0, stderr: '' });
    expect(out.stdout).toMatch(/^x\.html: \d+ kB\n$/);
    const check = () => runCli(['channel', 'check-statement', 'x.html'], { cwd: dir });
    const whole = await check();
    expect(whole.code).toBe(0);
    expect(whole.stdout).toMatch(
      /^x\.html: unchanged since it was signed on .* with Lastpost .*\n {2}Key [0-9a-f]{64}\n {2}\(the key of this workspace\)\n$/,
    );
    const page = await readFile(join(dir, 'x.html'), 'utf8');
    expect(page).toContain('<strong>Vollständig</strong>');
    await writeFile(join(dir, 'x.html'), page.replace('<td class="number">12</td>', '<td class="number">13</td>'));
    expect(await check()).toMatchObject({ code: 1, stdout: 'x.html: changed. It is not what was signed.\n' });
  });

  it('replaces nothing unless it is told to, and leaves no half file', async () => {
    const dir = await everything();
    const write = (...more: readonly string[]) =>
      runCli(['channel', 'statement', 'x', '--out', 'x.json', ...more], { cwd: dir });
    expect((await write()).code).toBe(0);
    const again = await write();
    expect(again).toMatchObject({ code: 1 });
    expect(again.stderr).toContain('Error statement.exists: ');
    expect((await write('--force')).code).toBe(0);
    const { statement } = JSON.parse(await readFile(join(dir, 'x.json'), 'utf8')) as {
      statement: CompletenessStatement;
    };
    expect(statement.verdict).toBe('complete');
    const other = await runCli(['channel', 'statement', 'x', '--out', 'x.docx'], { cwd: dir });
    expect(other).toMatchObject({ code: 2 });
    expect(other.stderr).toContain('Error statement.format: ');
    const nowhere = await runCli(['channel', 'statement', 'x', '--out', 'nowhere/x.html'], { cwd: dir });
    expect(nowhere.stderr).toContain('Error statement.cannot-write: ');
    expect((await readdir(dir)).filter((name) => name.startsWith('x.'))).toEqual(['x.json']);
  });

  it('is a PDF with its signature beside it', async () => {
    const dir = await everything();
    const out = await runCli(['channel', 'statement', 'x', '--out', 'x.pdf'], { cwd: dir });
    expect(out).toMatchObject({ code: 0, stderr: '' });
    expect(out.stdout).toMatch(/^x\.pdf: \d+ kB, signed by x\.pdf\.sig\.json\n$/);
    const check = () => runCli(['channel', 'check-statement', 'x.pdf'], { cwd: dir });
    expect((await check()).code).toBe(0);
    const pdf = await readFile(join(dir, 'x.pdf'));
    pdf[pdf.length - 20] = (pdf[pdf.length - 20] ?? 0) ^ 1;
    await writeFile(join(dir, 'x.pdf'), pdf);
    expect((await check()).stdout).toBe('x.pdf: changed. It is not what was signed.\n');
    await rm(join(dir, 'x.pdf.sig.json'));
    expect((await check()).stdout).toBe('x.pdf: not signed. There is no signature in it or beside it.\n');
    expect((await runCli(['channel', 'check-statement', 'y.pdf'], { cwd: dir })).stderr).toContain(
      'Error statement.not-found: ',
    );
  });
});
