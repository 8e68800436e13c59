import { load } from 'cheerio';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { writeEml } from '../../../src/drafts/export/write-eml.ts';
import { exitFacts } from '../../support/exit-facts.ts';
import { ARABIC, kit, MARKDOWN, page } from './kit.ts';

const { imprintUrl, privacyUrl, contact } = exitFacts();

async function mailOf(
  changes: Parameters<typeof page>[0] = {},
  unsubscribe: string | null = null,
  facts: Parameters<typeof kit>[0] = {},
) {
  const bytes = await writeEml(page(changes).draft, kit(facts), unsubscribe);
  if (bytes === undefined) throw new Error('no mail');
  const mail = await PostalMime.parse(bytes);
  const $ = load(mail.html ?? '');
  const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value;
  const hrefs = [...$('a')].map((a) => $(a).attr('href') ?? '');
  return { mail, $, header, hrefs, raw: Buffer.from(bytes).toString('utf8') };
}

describe('a newsletter as a mail', () => {
  it('is unsent, with its subject, its sender and the time at which it was made', async () => {
    const { mail, header, raw } = await mailOf();
    expect(header('x-unsent')).toBe('1');
    expect(header('content-language')).toBe('de');
    expect(mail.subject).toBe('Brandt & Söhne: „28. Februar“ 🎉');
    expect(mail.from).toMatchObject({ name: 'Brandt & Söhne', address: 'service@brandtsoehne.example' });
    expect([mail.to, mail.messageId]).toEqual([undefined, undefined]);
    expect(new Date(mail.date ?? '').toISOString()).toBe('2027-01-02T10:00:00.000Z');
    expect(raw.replaceAll('\r\n', '')).not.toContain('\n');
  });

  it('is the same bytes when it is written again', async () => {
    expect((await mailOf()).raw).toBe((await mailOf()).raw);
  });

  it('says the same as text and as HTML, which can do nothing and fetches nothing', async () => {
    const { mail, $, hrefs } = await mailOf();
    expect(mail.text?.trimEnd()).toBe(
      [
        'Abschied\n\nGuten Tag,\n',
        'am 28. Februar ist Schluss; mehr auf unserer Seite (https://brandtsoehne.example/wechsel?a=1&b=2).\n',
        'Wo es weitergeht\n',
        '- Mastodon: https://social.example/@brandtsoehne',
        '- Schreiben Sie an läuten@brandtsoehne.example',
        '  - auch nachts\n',
        '3. drei\n4. vier\n',
        '  „Danke“ & <script>alert(1)</script> 🎉\n',
        'Mit freundlichen Grüßen\nBrandt & Söhne\n',
        `Impressum: ${imprintUrl}\nDatenschutz: ${privacyUrl}`,
      ].join('\n'),
    );
    expect($('html').attr('lang')).toBe('de');
    expect($('body').text()).toContain('Wo es weitergeht');
    expect($('blockquote').text().trim()).toBe('„Danke“ & <script>alert(1)</script> 🎉');
    expect(hrefs).toEqual([
      'https://brandtsoehne.example/wechsel?a=1&b=2',
      'https://social.example/@brandtsoehne',
      'mailto:l%C3%A4uten@brandtsoehne.example',
      imprintUrl,
      privacyUrl,
    ]);
    expect($('script, link, img, iframe')).toHaveLength(0);
    expect($.html()).not.toMatch(/@import|fonts\.g/);
  });

  it('has the colours of the brand', async () => {
    const colours = { paper: '#fbf7ee', ink: '#20302f', accent: '#a93c29' };
    const html = (await mailOf({}, null, { voice: { ...exitFacts().voice, colours } })).$.html();
    for (const colour of Object.values(colours)) expect(html).toContain(colour);
  });

  it('has the place of a link to unsubscribe, or the tag that somebody gives', async () => {
    expect((await mailOf()).$.html()).toContain('<!-- UNSUBSCRIBE: the mail tool puts its own link');
    const { $, mail, hrefs } = await mailOf({}, '*|UNSUB|*');
    expect(hrefs.at(-1)).toBe('*|UNSUB|*');
    expect($('a').last().text()).toBe('Newsletter abbestellen');
    expect(mail.text).toContain('Newsletter abbestellen: *|UNSUB|*');
    expect($.html()).not.toContain('UNSUBSCRIBE:');
    const braces = await mailOf({ locale: 'en' }, '{{unsubscribe_url}}');
    expect(braces.hrefs.at(-1)).toBe('{{unsubscribe_url}}');
  });

  it('does not link twice to imprint and privacy', async () => {
    const { hrefs } = await mailOf({
      text: `${MARKDOWN}\n\n[Impressum](${imprintUrl}) · [Datenschutz](${privacyUrl})`,
    });
    expect(hrefs.filter((href) => [imprintUrl, privacyUrl].includes(href))).toEqual([imprintUrl, privacyUrl]);
  });

  it('runs from right to left in Arabic', async () => {
    const { $, mail } = await mailOf({ locale: 'ar', text: ARABIC });
    expect($('html').attr('dir')).toBe('rtl');
    expect($('div[dir=rtl] p').text()).toBe(ARABIC);
    expect(mail.text).toContain(ARABIC);
  });
});

describe('other mails', () => {
  it('of the press have their lead, their contact and the lines on the house, and come from who answers it', async () => {
    const fields = {
      headline: 'Brandt_& Söhne',
      lead: 'Kurz: *nichts*',
      contact: 'Anna Berg',
      boilerplate: 'Seit 1949',
    };
    const { mail, $ } = await mailOf({ kind: 'press-release', fields, text: 'Text.' });
    expect(mail.subject).toBe('Brandt_& Söhne');
    expect(mail.from).toMatchObject({ name: 'Anna Berg', address: contact.press?.email });
    expect(mail.text).toMatch(
      /^Brandt_& Söhne\n\nKurz: \*nichts\*\n\nText\.\n\nPressekontakt\nAnna Berg\n\nSeit 1949\n\nImpressum/,
    );
    expect($('h1').text()).toBe('Brandt_& Söhne');
  });

  it('to the staff have no sender and no imprint, and others no link to unsubscribe', async () => {
    const staff = await mailOf({ kind: 'staff-memo' }, 'https://x.example/');
    expect([staff.mail.from, staff.hrefs.includes(imprintUrl)]).toEqual([undefined, false]);
    const partners = await mailOf({ kind: 'partner-notice' }, 'https://x.example/');
    expect(partners.hrefs).not.toContain('https://x.example/');
    expect(partners.hrefs).toContain(imprintUrl);
  });

  it('keep a subject in one line, and are none without it', async () => {
    const { mail, raw } = await mailOf({ fields: { subject: 'Eins\r\nBcc: all@example.org' } });
    expect(mail.subject).toBe('Eins Bcc: all@example.org');
    expect(raw).not.toMatch(/^Bcc:/m);
    expect(await writeEml(page({ fields: {} }).draft, kit(), null)).toBeUndefined();
  });
});
