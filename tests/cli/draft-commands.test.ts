import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { draftsDiffText } from '../../src/cli/drafts-diff-text.ts';
import { draftsReportText } from '../../src/cli/drafts-report-text.ts';
import { plainStyle } from '../../src/cli/style.ts';
import { diffDrafts } from '../../src/journeys/drafts/diff-drafts.ts';
import { clock, draftsWorkspace, kitInput } from '../support/drafts-workspace.ts';
import { runCli } from '../support/run-cli.ts';

const written = async () => {
  const workspace = await draftsWorkspace();
  return { ...workspace, report: await workspace.write() };
};

const later = { lastDay: '2027-03-14' } as const;

describe('lastpost draft list', () => {
  it('says when each goes out, to whom, and who approved it', async () => {
    const { dir, edit } = await written();
    await edit('de/bio-x', '→', '=>');
    await runCli(['draft', 'approve', 'de/bio-x', '--as', 'anna'], { cwd: dir });
    const { code, stdout, stderr } = await runCli(
      ['draft', 'list', '--locale', 'de', '--kind', 'bio', '--kind', 'staff-memo'],
      { cwd: dir },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      [
        'DRAFT          GOES OUT          TO      EDITED  APPROVED',
        'de/staff-memo  2027-01-28 09:00  staff',
        'de/bio-x       2027-01-29 10:00  public  yes     anna',
        '',
        '1 of 2 approved.',
        '',
      ].join('\n'),
    );
  });

  it('keeps its promise to scripts', async () => {
    const { dir, file } = await written();
    const { stdout } = await runCli(['draft', 'list', '--locale', 'en', '--kind', 'newsletter', '--json'], {
      cwd: dir,
    });
    expect(JSON.parse(stdout)).toEqual({
      drafts: [
        {
          id: 'newsletter',
          native_review: false,
          locale: 'en',
          kind: 'newsletter',
          channel: null,
          audience: 'public',
          publish_at: '2027-01-29T10:00',
          address: 'formal',
          template: 'en/newsletter/long',
          fields: { subject: 'Brandt & Söhne: 28 February', preheader: 'Mastodon and our newsletter' },
          text: expect.stringContaining('# Brandt & Söhne'),
          file: file('en/newsletter'),
          edited: false,
          approval: { state: 'none', newest: null },
        },
      ],
    });
  });

  it('says how to begin where there is no draft', async () => {
    const { dir } = await draftsWorkspace();
    const { code, stdout } = await runCli(['draft', 'list'], { cwd: dir });
    expect([code, stdout]).toEqual([0, 'No draft yet. Write them with: lastpost draft write\n']);
  });
});

describe('lastpost draft show and approve', () => {
  it('show the words, their length, and an approval that a change takes away', async () => {
    const { dir, edit } = await written();
    const approved = await runCli(['draft', 'approve', 'bio-x', '--locale', 'de', '--as', 'anna'], { cwd: dir });
    expect([approved.code, approved.stdout]).toEqual([
      0,
      'de/bio-x is approved by Anna Berg, as drafts/de/bio-x.md is now.\n',
    ]);
    const show = () => runCli(['draft', 'show', 'de/bio-x'], { cwd: dir });
    expect((await show()).stdout).toBe(
      [
        'de/bio-x',
        'File       drafts/de/bio-x.md',
        'Goes out   2027-01-29 10:00',
        'To         public',
        'Made from  de/bio/tiny',
        'Length     text 45 of 160',
        'Approval   approved by anna',
        '',
        '  Brandt & Söhne → social.example/@brandtsoehne',
        '',
      ].join('\n'),
    );
    await edit('de/bio-x', '→', '=>');
    expect((await show()).stdout).toContain('Approval   changed since anna approved it\n');
  });

  it.each([
    [['draft', 'show', 'bio-y'], 2, 'Error draft.unknown: There is no draft "bio-y".\nHint: Did you mean "bio-x"?\n'],
    [
      ['draft', 'approve', 'bio-x', '--as', 'anna'],
      2,
      'Error draft.which-language: "bio-x" is there in 2 languages.\nHint: Approve each by itself: de/bio-x, en/bio-x.\n',
    ],
    [
      ['draft', 'approve', 'de/bio-x'],
      2,
      'Error draft.no-person: It is not said who approves the draft.\nHint: Name a person of lastpost.yaml with --as PERSON.\n',
    ],
    [
      ['draft', 'list', '--locale', 'xx'],
      2,
      'Error usage.bad-value: "xx" is no choice for --locale.\nHint: Choose one of: de, en, fr, es, it, nl, pl, pt, tr, ar.\n',
    ],
    [
      ['draft', 'diff', '--set', 'last day'],
      2,
      'Error usage.bad-value: "last day" sets no fact.\nHint: Write the name as it stands below exit: in lastpost.yaml, as in: --set last_day=2027-03-14\n',
    ],
  ])('%j is refused', async (args, code, stderr) => {
    const { dir } = await written();
    expect(await runCli(args, { cwd: dir })).toMatchObject({ code, stderr, stdout: '' });
  });

  it('names file and line of a draft that somebody broke', async () => {
    const { dir, edit, file } = await written();
    await edit('de/bio-x', 'audience: public', 'audience: everybody');
    const { code, stderr } = await runCli(['draft', 'list'], { cwd: dir });
    expect([code, stderr]).toEqual([
      2,
      `Error draft.front-matter: ${file('de/bio-x')}:6: audience is "everybody".\nHint: It is one of: leads, staff, partners, public.\n`,
    ]);
  });
});

describe('lastpost draft write', () => {
  it('says what it wrote, and what it left out and why', async () => {
    const { report, dir } = await written();
    const text = draftsReportText(report, { cwd: dir, width: 100, style: plainStyle });
    expect(text.split('\n').slice(0, 4)).toEqual([
      '14 drafts written.',
      '',
      'Left out:',
      '  announcement on blog: No limit is known for a post on WordPress; set facts.post_limit of "blog" in lastpost.yaml to have one.',
    ]);
    expect(text).toContain(
      '\n  in en, for want of a template: reminder-2, reminder-3, last-post, pinned-post, blog-post,',
    );
  });

  it('shows both versions where they clash, beside each other or one below the other, and how to go on', async () => {
    const { edit, write, dir } = await written();
    await edit('de/announcement-x', 'ist hier Schluss.', 'hören wir hier auf.');
    const report = await write(later);
    const wide = draftsReportText(report, { cwd: dir, width: 120, style: plainStyle });
    expect(wide).toContain('1 draft not touched: you and the facts changed the same.\n');
    expect(wide).toContain(
      'de/announcement-x: you and the facts both changed the same; drafts/de/announcement-x.md was left as it is.',
    );
    expect(wide).toContain(
      'Am 28. Februar um 18 Uhr MEZ hören wir hier auf.         │ Am 14. März um 18 Uhr MEZ ist hier Schluss.',
    );
    expect(wide).toContain('lastpost draft write de/announcement-x --take mine, or --take new');
    const narrow = draftsReportText(report, { cwd: dir, width: 70, style: plainStyle });
    expect(narrow).toContain(
      '    - Am 28. Februar um 18 Uhr MEZ hören wir hier auf.\n    + Am 14. März um 18 Uhr MEZ ist hier Schluss.',
    );
  });

  it('says by how much a draft is over, and which fact is long', async () => {
    const { write, dir } = await written();
    const name = `our ${'very '.repeat(60)}own place`;
    const successors = [
      { name: { de: name, en: name }, url: 'https://a.example/', handle: null, since: null, channel: null },
    ];
    const text = draftsReportText(await write({ successors }), { cwd: dir, width: 100, style: plainStyle });
    expect(text).toMatch(
      /de\/announcement-x is too long: post 1 has \d+ of 280\.\n {2}The longest fact in it is exit\.successors\[0\]\.name, with 313 characters\./,
    );
  });

  it('needs an exit, and a workspace', async () => {
    const { dir } = await draftsWorkspace();
    const { code, stderr } = await runCli(['draft', 'write'], { cwd: dir });
    expect([code, stderr]).toEqual([
      2,
      'Error exit.none: lastpost.yaml says nothing of an exit: there is no exit: in it.\nHint: Answer them at the terminal with: lastpost draft questions --ask. What each one is: docs/exit-facts.md.\n',
    ]);
    expect(await runCli(['draft', 'diff'], { cwd: dir })).toMatchObject({ code: 2 });
  });
});

describe('lastpost draft diff', () => {
  it('shows every sentence that would change', async () => {
    const { place, dir, file } = await written();
    const before = await readFile(file('de/reminder-1-x'), 'utf8');
    const diff = await diffDrafts({ ...kitInput(later), kinds: ['reminder-1'], set: [] }, place, { clock });
    expect(draftsDiffText(diff, { cwd: dir, width: 70, style: plainStyle })).toBe(
      [
        'de/reminder-1-x',
        '  publish_at',
        '    - 2027-02-14T10:00',
        '    + 2027-02-28T10:00',
        '  text',
        '    - 14 · Sonntag, 28. Februar 2027 · @brandtsoehne@social.example',
        '    + 14 · Sonntag, 14. März 2027 · @brandtsoehne@social.example',
        '',
        'en/reminder-1-x',
        '  publish_at',
        '    - 2027-02-14T10:00',
        '    + 2027-02-28T10:00',
        '  text',
        '    - 14 · Sunday, 28 February 2027 · @brandtsoehne@social.example',
        '    + 14 · Sunday, 14 March 2027 · @brandtsoehne@social.example',
        '',
        '2 drafts would be different, 0 would stay as they are. Nothing was written.',
      ].join('\n'),
    );
    expect(await readFile(file('de/reminder-1-x'), 'utf8')).toBe(before);
  });
});
