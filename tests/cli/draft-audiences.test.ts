import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audiencesText } from '../../src/cli/audiences-text.ts';
import { plainStyle } from '../../src/cli/style.ts';
import { showAudiences } from '../../src/journeys/drafts/show-audiences.ts';
import { clock } from '../support/drafts-workspace.ts';
import { draftText, fewDrafts, promisesWorkspace } from '../support/promises-workspace.ts';
import { runCli } from '../support/run-cli.ts';

describe('lastpost draft audiences', () => {
  it('shows who knows when on one line of time', async () => {
    const { dir } = await promisesWorkspace();
    const { code, stdout, stderr } = await runCli(['draft', 'audiences'], { cwd: dir });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      [
        '                      leads  staff  partners  public',
        'Sun 2027-01-24 09:00  ●                               service-card',
        'Thu 2027-01-28 09:00  │      ●                        staff-memo',
        'Fri 2027-01-29 08:00  │      │      ●                 partner-notice',
        'Fri 2027-01-29 10:00  │      │      │         ●       announcement-x',
        '',
        'The staff know 1 day and 1 hour before the public.',
        'All times are those of Europe/Berlin.',
        '',
      ].join('\n'),
    );
  });

  it('fails when a post was moved before the memo, whatever the facts say', async () => {
    const early = fewDrafts['de/announcement-x']?.replace('2027-01-29T10:00', '2027-01-28T08:30') ?? '';
    const { dir } = await promisesWorkspace({ ...fewDrafts, 'de/announcement-x': early });
    const { code, stdout } = await runCli(['draft', 'audiences'], { cwd: dir });
    expect(code).toBe(1);
    expect(stdout).toContain('Thu 2027-01-28 08:30  │                       ●       de/announcement-x\n');
    expect(stdout.replace(/\n/g, ' ')).toContain(
      'A customer would hear of it before the cashier: de/announcement-x goes out on Thursday, 28 January 2027, 8:30 am, and en/staff-memo on Thursday, 28 January 2027, 9 am.',
    );
    const json = JSON.parse((await runCli(['draft', 'audiences', '--json'], { cwd: dir })).stdout);
    expect(json.too_early).toMatchObject([{ before: 'staff', what: 'de/announcement-x', at: '2027-01-28T08:30' }]);
    expect(json.staff_ahead_hours).toBe(-0.5);
  });

  it('fails when the card comes with the announcement, and says so in German', async () => {
    const late = fewDrafts['en/service-card']?.replace('2027-01-24T09:00', '2027-01-29T10:00') ?? '';
    const { dir } = await promisesWorkspace({ ...fewDrafts, 'en/service-card': late });
    const { code, stdout } = await runCli(['draft', 'audiences', '--lang', 'de'], { cwd: dir });
    expect(code).toBe(1);
    expect(stdout.replace(/\n/g, ' ')).toContain(
      'Die Kundschaft würde es zugleich mit der Leitung erfahren: de/announcement-x geht am Freitag, 29. Januar 2027, 10 Uhr hinaus, en/service-card am Freitag, 29. Januar 2027, 10 Uhr. (und 1 weitere)',
    );
  });

  it('fits a narrow window, in German as well', async () => {
    const { place, dir } = await promisesWorkspace();
    const context = { clock, signal: new AbortController().signal };
    const input = { playbook: null, run: null, language: 'de', out: null, force: false } as const;
    const text = audiencesText(await showAudiences(input, place, context), 'de', {
      cwd: dir,
      width: 80,
      style: plainStyle,
    });
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(text).toMatch(/^ {21}Leitung Belegschaft Partner öffentlich\n/);
  });

  it('shows what the facts say for whom there is no draft', async () => {
    const { 'en/partner-notice': _, ...files } = fewDrafts;
    const { dir } = await promisesWorkspace(files);
    const { code, stdout } = await runCli(['draft', 'audiences', '--playbook', 'leave-x'], { cwd: dir });
    expect(code).toBe(0);
    expect(stdout).toMatch(/Fri 2027-01-29 09:00 {2}│ {6}│ {6}● {17}step tell\/partners\n/);
  });

  it('draws it into a file, in both languages, and replaces none without being told', async () => {
    const odd = draftText('blog-post', 'public', '2027-01-29T10:00', 'Hello.');
    const { dir } = await promisesWorkspace({ ...fewDrafts, 'en/blog-post-<b>&': odd });
    const args = ['draft', 'audiences', '--out', 'who.svg'];
    const first = await runCli(args, { cwd: dir });
    expect([first.code, first.stdout.split('\n').at(-2)]).toEqual([0, 'who.svg']);
    const svg = await readFile(join(dir, 'who.svg'), 'utf8');
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" lang="en"/);
    expect(svg).toContain('Who knows when: Brandt &amp; Söhne');
    expect(svg).toContain('blog-post-&lt;b&gt;&amp;');
    expect(svg).not.toMatch(/<script|href=|url\(/);
    const again = await runCli(args, { cwd: dir });
    expect([again.code, again.stderr.split(':')[0]]).toEqual([1, 'Error audiences.exists']);
    const german = await runCli([...args, '--force', '--lang', 'de'], { cwd: dir });
    expect(german.code).toBe(0);
    const deutsch = await readFile(join(dir, 'who.svg'), 'utf8');
    expect(deutsch).toContain('>Wer es wann erfährt: Brandt &amp; Söhne</text>');
    expect(deutsch).toContain('>Belegschaft</text>');
    expect(deutsch).toContain('>Fr 29.1.</text>');
  });
});
