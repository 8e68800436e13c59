import { load } from 'cheerio';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { writeDocx } from '../../../src/drafts/export/write-docx.ts';
import { cellTexts, writeXlsx } from '../../../src/drafts/export/write-xlsx.ts';
import { NEXT_POST } from '../../../src/model/farewell/draft.ts';
import { officeParts, readXlsx } from '../../support/read-xlsx.ts';
import { ARABIC, HARD, kit, page, post } from './kit.ts';

const counts = [
  { part: 'text', count: 45, most: 160, counting: 'graphemes' },
  { part: 'text', count: 0, most: 5, counting: 'pieces' },
] as const;
const approved = { state: 'changed', approval: { name: 'Anna Berg', at: '2027-01-01T08:30:00.000Z' } } as const;
const german = {
  locale: 'de',
  drafts: [
    page({}, approved),
    post({}, { counts }),
    post({ kind: 'reminder-1', text: `Erster\n\n${NEXT_POST}\n\nZweiter` }),
    page({ kind: 'faq', fields: {}, text: '1. a\n2. b\n\nDann:\n\n1. c' }),
  ],
} as const;

describe('a Word file', () => {
  const read = async (...given: Parameters<typeof writeDocx>) => {
    const buffer = Buffer.from(await writeDocx(...given));
    const { value, messages } = await mammoth.convertToHtml({ buffer });
    return { $: load(value), messages, parts: officeParts(buffer) };
  };

  it('has every text with its headings, lists, links and weights', async () => {
    const { $ } = await read(german, kit());
    expect($('p').first().text()).toBe('Abschiedstexte von Brandt & Söhne');
    expect([...$('h1')].map((one) => $(one).text())).toEqual([
      'Newsletter',
      'Ankündigung – X',
      'Erste Erinnerung – X',
      'Fragen und Antworten',
    ]);
    expect([...$('h2, h3')].map((one) => $(one).text())).toEqual(['Abschied', 'Wo es weitergeht']);
    expect($('strong').text()).toContain('28. Februar');
    expect($('em').first().text()).toBe('Schluss');
    expect([...$('a')].map((a) => [$(a).text(), $(a).attr('href')])).toEqual([
      ['unserer Seite', 'https://brandtsoehne.example/wechsel?a=1&b=2'],
      ['https://social.example/@brandtsoehne', 'https://social.example/@brandtsoehne'],
      ['läuten@brandtsoehne.example', 'mailto:l%C3%A4uten@brandtsoehne.example'],
    ]);
    expect($('ul').first().find('li li').text()).toBe('auch nachts');
    expect([...$('ol')].map((list) => $(list).children().length)).toEqual([2, 2, 1]);
    expect($.text()).toContain('„Danke“ & <script>alert(1)</script> 🎉');
    expect($('script')).toHaveLength(0);
  });

  it('has plain texts sign for sign, line for line', async () => {
    const { $ } = await read(german, kit());
    $('br').replaceWith('\n');
    const texts = [...$('body > p')].map((one) => $(one).text());
    expect(texts).toContain(HARD);
    const at = texts.indexOf('Beitrag 1 von 2');
    expect(texts.slice(at, at + 4)).toEqual(['Beitrag 1 von 2', 'Erster', 'Beitrag 2 von 2', 'Zweiter']);
  });

  it('has a table for each: when, for whom, approval, length, file, fields', async () => {
    const { $ } = await read(german, kit());
    const rows = (at: number) =>
      [...$('table').eq(at).find('tr')].map((row) => [...$(row).find('td')].map((cell) => $(cell).text()));
    expect(rows(0)).toEqual([
      ['Erscheint', 'Fr., 29. Januar 2027, 10:00 Uhr (Berlin)'],
      ['Für', 'die Öffentlichkeit'],
      ['Freigabe', 'geändert, seit Anna Berg den Text freigegeben hat (Fr., 1. Januar 2027, 09:30 Uhr (Berlin))'],
      ['Datei', 'drafts/de/newsletter.md'],
      ['Betreff', 'Brandt & Söhne: „28. Februar“ 🎉'],
      ['Vorschauzeile', 'Wo es weitergeht'],
    ]);
    expect(rows(1)).toContainEqual(['Länge', 'Text: 45 von 160 · Hashtags: 0 von 5']);
  });

  it('names its language, and has page numbers', async () => {
    const { parts } = await read(german, kit());
    expect(parts.get('word/styles.xml')).toContain('w:lang w:val="de-DE"');
    const footer = [...parts].find(([name]) => name.startsWith('word/footer'))?.[1] ?? '';
    expect(footer).toMatch(/PAGE[\s\S]*NUMPAGES/);
  });

  it('runs from right to left in Arabic', async () => {
    const drafts = [post({ locale: 'ar', text: ARABIC }), page({ locale: 'ar', text: `**${ARABIC}**` })];
    const { $, parts } = await read({ locale: 'ar', drafts }, kit());
    expect($.text()).toContain(ARABIC);
    const document = load(parts.get('word/document.xml') ?? '', { xml: true });
    const paragraphs = [...document('w\\:p')].filter((one) => document(one).text() === ARABIC);
    expect(paragraphs).toHaveLength(2);
    for (const one of paragraphs) {
      expect(document(one).find('w\\:bidi')).toHaveLength(1);
      expect(document(one).find('w\\:rtl').length).toBeGreaterThan(0);
    }
  });
});

describe('a sheet for reviewers', () => {
  it('has a row for each draft, a column for what they say, and no formula', async () => {
    const sheets = readXlsx(await writeXlsx([german], kit(), 'de'));
    expect(sheets.map(({ name }) => name)).toEqual(['de', 'Hinweise']);
    const [heading = [], ...rows] = sheets[0]?.rows ?? [];
    expect(heading).toEqual([
      'Sprache',
      'Art',
      'Kanal',
      'Erscheint',
      'Für',
      'Text',
      'Felder',
      'Länge',
      'Freigabe',
      'Freigegeben von',
      'Datei',
      'Anmerkung',
    ]);
    expect(rows).toHaveLength(4);
    expect(rows[1]?.[5]).toBe(`'${HARD}`);
    expect(rows[1]?.slice(0, 3)).toEqual(['de', 'Ankündigung', 'X']);
    expect(rows[1]?.[7]).toBe('Text: 45 von 160\nHashtags: 0 von 5');
    expect(rows[0]?.[6]).toBe('Betreff: Brandt & Söhne: „28. Februar“ 🎉\nVorschauzeile: Wo es weitergeht');
    expect(sheets[1]?.rows.flat()).toContain('Kein Text ist gekürzt.');
  });

  it('goes on in the next row with what is longer than a cell', async () => {
    const text = `=${'🎉'.repeat(20_000)}`;
    const drafts = [post({ locale: 'en', text })];
    const [sheet] = readXlsx(await writeXlsx([{ locale: 'en', drafts }], kit(), 'en'));
    const cells = sheet?.rows.slice(1).map((row) => row[5] ?? '') ?? [];
    expect(cells.map((cell) => cell.length <= 32_767)).toEqual([true, true]);
    expect(cells.join('')).toBe(`'${text}`);
    expect(sheet?.rows[2]?.[1]).toBe('continues the row above');
    expect(cellTexts('a🎉b', 2)).toEqual(['a', '🎉', 'b']);
  });

  it('runs from right to left in Arabic', async () => {
    const arabic = { locale: 'ar', drafts: [post({ locale: 'ar', text: ARABIC })] } as const;
    const sheets = readXlsx(await writeXlsx([german, arabic], kit(), 'en'));
    expect(sheets.map(({ name, isRightToLeft }) => [name, isRightToLeft])).toEqual([
      ['de', false],
      ['ar', true],
      ['About', false],
    ]);
    expect(sheets[1]?.rows[1]?.[5]).toBe(ARABIC);
  });
});
