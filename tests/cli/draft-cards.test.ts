import { describe, expect, it } from 'vitest';
import { cardsText } from '../../src/cli/cards-text.ts';
import { cardsWorkspace, imageCard } from '../support/cards-workspace.ts';
import { draftsWorkspace } from '../support/drafts-workspace.ts';
import { runCli } from '../support/run-cli.ts';

describe('lastpost draft cards', () => {
  it('draws what fits, and says of the rest which field it is and by how much', async () => {
    const long = { ...imageCard, id: 'image-card-2', fields: { ...imageCard.fields, headline: 'Ü'.repeat(60) } };
    const { dir } = await cardsWorkspace([imageCard, long]);
    const { code, stdout, stderr } = await runCli(['draft', 'cards', '--format', 'square'], { cwd: dir });
    expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
    expect(stdout.replace(/\d+ kB/, 'N kB').replace(/[\d,]+ pixels/, 'N pixels')).toBe(
      [
        '1 card drawn.',
        '  exports/cards/de/image-card-square.png  N kB',
        '1 card not drawn:',
        '  de/image-card-2 (square): fields.headline is N pixels too wide at the smallest size that can be read.',
        '',
      ].join('\n'),
    );
  });

  it('keeps its promise to scripts', async () => {
    const { dir, paths } = await cardsWorkspace([imageCard]);
    const { stdout } = await runCli(['draft', 'cards', '--format', 'wide', '--json'], { cwd: dir });
    const folder = `${paths.exports}/cards`;
    expect(JSON.parse(stdout)).toEqual({
      folder,
      cards: [
        {
          id: 'image-card',
          locale: 'de',
          format: 'wide',
          file: `${folder}/de/image-card-wide.png`,
          alt_file: `${folder}/de/image-card-wide.txt`,
          bytes: expect.any(Number),
        },
      ],
      refused: [],
      messages: [],
    });
  });

  it.each([
    [
      'colours that cannot be read',
      { voice: { address: { de: 'formal' }, colours: { paper: '#ffffff', ink: '#888888', accent: '#000000' } } },
      [],
      'Error cards.contrast: Ink #888888 on paper #ffffff can be read well enough for no text: 3.54 to 1, and it takes 4.5.\nHint: Choose a darker or a lighter colour in exit.voice.colours of lastpost.yaml.\n',
    ],
    [
      'a format that there is not',
      {},
      ['--format', 'round'],
      'Error usage.bad-value: "round" is no choice for --format.\nHint: Choose one of: square, wide, story, shop.\n',
    ],
  ])('refuses %s', async (_, exit, args, stderr) => {
    const { dir } = await cardsWorkspace([imageCard], exit);
    expect(await runCli(['draft', 'cards', ...args], { cwd: dir })).toMatchObject({ code: 2, stdout: '', stderr });
  });

  it('says what takes most where all together is too high, and what is missing', () => {
    const refused = [
      {
        id: 'service-card',
        locale: 'en',
        format: 'shop',
        missing: [],
        misfits: [{ field: 'text', axis: 'height', overPx: 12.2 }],
      },
      { id: 'image-card', locale: 'en', format: 'wide', missing: ['alt'], misfits: [] },
    ] as const;
    expect(cardsText({ folder: '/w', cards: [], refused }, { cwd: '/w' })).toBe(
      [
        '2 cards not drawn:',
        '  en/service-card (shop): all together is 13 pixels too high at the smallest size that can be read; the text takes most.',
        '  en/image-card (wide): fields.alt is missing.',
      ].join('\n'),
    );
  });
});

describe('lastpost draft preview', () => {
  it('says what it wrote, and refuses to replace what is there', async () => {
    const { write, dir } = await draftsWorkspace();
    await write();
    const { code, stdout } = await runCli(['draft', 'preview', '--lang', 'en'], { cwd: dir });
    expect([code, stdout.replace(/\d+ kB/, 'N kB')]).toEqual([0, 'exports/preview.html: 14 drafts, N kB\n']);
    const again = await runCli(['draft', 'preview', '--out', 'exports/preview.html'], { cwd: dir });
    expect(again).toMatchObject({ code: 1, stdout: '' });
    expect(again.stderr).toContain('Error preview.exists: ');
    const json = await runCli(['draft', 'preview', '--locale', 'de', '--json'], { cwd: dir });
    expect(JSON.parse(json.stdout)).toEqual({
      file: `${dir}/exports/preview.html`,
      bytes: expect.any(Number),
      drafts: 7,
      opened: false,
    });
  });
});
