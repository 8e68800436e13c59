import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { writeJson } from '../../../src/drafts/export/write-json.ts';
import { writeMarkdown } from '../../../src/drafts/export/write-markdown.ts';
import { writePage } from '../../../src/drafts/export/write-page.ts';
import { writeText } from '../../../src/drafts/export/write-text.ts';
import { NEXT_POST } from '../../../src/model/farewell/draft.ts';
import { ARABIC, HARD, kit, MARKDOWN, page, post } from './kit.ts';

const thread = `Erster\nBeitrag\n\n${NEXT_POST}\n\nZweiter`;
const approved = { state: 'approved', approval: { name: 'Anna Berg', at: '2027-01-01T08:30:00.000Z' } } as const;
const german = {
  locale: 'de',
  drafts: [
    page({}, approved),
    post({ fields: { alt: 'Eine *Tafel*\nmit zwei Zeilen' } }),
    post({ kind: 'reminder-1', text: thread }),
    post({ kind: 'crisis-prize', id: 'crisis-prize', channel: null, publishAt: null, text: 'Schreiben Sie uns.' }),
  ],
} as const;

describe('Markdown', () => {
  const text = writeMarkdown(german, kit());
  const between = (name: string): string | undefined =>
    new RegExp(`<!-- ${name} -->\\n\\n([\\s\\S]*)\\n\\n<!-- /${name} -->`).exec(text)?.[1];

  it('has every text letter for letter, and plain ones in a fence', () => {
    expect(between('de/newsletter')).toBe(MARKDOWN);
    expect(between('de/announcement-x')).toBe(`\`\`\`text\n${HARD}\n\`\`\``);
    expect(between('de/reminder-1-x')).toBe(`\`\`\`text\n${thread}\n\`\`\``);
    const fence = writeMarkdown({ locale: 'de', drafts: [post({ text: '```js\nx\n```' })] }, kit());
    expect(fence).toContain('````text\n```js\nx\n```\n````');
  });

  it('says when, for whom and who approved it', () => {
    expect(text).toContain('# Abschiedstexte von Brandt & Söhne\n\nStand: Sa., 2. Januar 2027, 11:00 Uhr (Berlin).');
    expect(text).toContain(
      [
        '# Newsletter',
        '',
        '- **Erscheint:** Fr., 29. Januar 2027, 10:00 Uhr (Berlin)',
        '- **Für:** die Öffentlichkeit',
        '- **Freigabe:** freigegeben von Anna Berg, Fr., 1. Januar 2027, 09:30 Uhr (Berlin)',
        '- **Datei:** drafts/de/newsletter.md',
        '- **Betreff:** Brandt & Söhne: „28. Februar“ 🎉',
      ].join('\n'),
    );
    expect(text).toContain('- **Alternativtext:** Eine \\*Tafel\\*  \n  mit zwei Zeilen');
    expect(text).toContain('- **Erscheint:** bei Bedarf');
  });
});

describe('plain text', () => {
  const text = writeText(german, kit());

  it('has the words without the marks of Markdown, and plain ones as they are', () => {
    expect(text).toContain(HARD);
    expect(text).toContain(
      [
        'Abschied',
        '',
        'Guten Tag,',
        '',
        'am 28. Februar ist Schluss; mehr auf unserer Seite (https://brandtsoehne.example/wechsel?a=1&b=2).',
        '',
        'Wo es weitergeht',
        '',
        '- Mastodon: https://social.example/@brandtsoehne',
        '- Schreiben Sie an läuten@brandtsoehne.example',
        '  - auch nachts',
        '',
        '3. drei',
        '4. vier',
        '',
        '  „Danke“ & <script>alert(1)</script> 🎉',
        '',
        'Mit freundlichen Grüßen',
        'Brandt & Söhne',
      ].join('\n'),
    );
  });

  it('counts the posts of a thread', () => {
    expect(text).toContain('[Beitrag 1 von 2]\nErster\nBeitrag\n\n[Beitrag 2 von 2]\nZweiter');
    expect(text).not.toContain(NEXT_POST);
  });
});

describe('a page', () => {
  const $ = load(writePage(german, kit()));

  it('has every text, and nothing that could do something', () => {
    expect($('html').attr()).toEqual({ lang: 'de', dir: 'ltr' });
    expect($('#announcement-x .text').text()).toBe(HARD);
    expect([...$('#reminder-1-x .text')].map((one) => $(one).text())).toEqual(['Erster\nBeitrag', 'Zweiter']);
    expect($('#newsletter h3').text()).toBe('Abschied');
    expect($('#newsletter h4').text()).toBe('Wo es weitergeht');
    expect([...$('#newsletter .text a')].map((a) => $(a).attr('href'))).toEqual([
      'https://brandtsoehne.example/wechsel?a=1&b=2',
      'https://social.example/@brandtsoehne',
      'mailto:l%C3%A4uten@brandtsoehne.example',
    ]);
    expect($('blockquote').text().trim()).toBe('„Danke“ & <script>alert(1)</script> 🎉');
    expect($('script, img, link, iframe, [onclick]')).toHaveLength(0);
    expect($('meta[http-equiv]').attr('content')).toContain("default-src 'none'");
  });

  it('leads to each of its drafts', () => {
    const targets = [...$('nav a')].map((a) => $(a).attr('href') ?? '');
    expect(targets).toHaveLength(4);
    expect(targets.every((target) => $(target).length === 1)).toBe(true);
  });

  it('runs from right to left in Arabic, with English words that say so', () => {
    const drafts = [post({ locale: 'ar', text: ARABIC }), page({ locale: 'ar', text: `**${ARABIC}**` })];
    const arabic = load(writePage({ locale: 'ar', drafts }, kit()));
    expect(arabic('html').attr()).toEqual({ lang: 'ar', dir: 'rtl' });
    expect(arabic('h1').text()).toBe('Farewell texts of Brandt & Söhne');
    expect(arabic('header').attr()).toEqual({ lang: 'en', dir: 'ltr' });
    expect(arabic('#announcement-x .text').text()).toBe(ARABIC);
    expect(arabic('#newsletter strong').text()).toBe(ARABIC);
  });
});

describe('JSON', () => {
  it('has everything, as it is in the files', () => {
    const read = JSON.parse(writeJson(german.drafts, kit())) as { drafts: readonly object[] };
    expect(read).toMatchObject({
      format: 'lastpost-drafts/1',
      brand: 'Brandt & Söhne',
      timezone: 'Europe/Berlin',
      last_day: '2027-02-28',
    });
    expect(read.drafts).toHaveLength(4);
    expect(read.drafts[0]).toMatchObject({
      id: 'newsletter',
      text: MARKDOWN,
      approval: { state: 'approved', by: 'Anna Berg', at: '2027-01-01T08:30:00.000Z' },
    });
    expect(read.drafts[1]).toMatchObject({ text: HARD, channel: 'x', platform: 'X', publish_at: '2027-01-29T10:00' });
  });
});
