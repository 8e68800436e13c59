import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { kindTitles } from '../../../src/drafts/kind-titles.ts';
import { markedHtml } from '../../../src/drafts/preview/marked-text.ts';
import { devices } from '../../../src/drafts/preview/preview-draft.ts';
import { previewPage } from '../../../src/drafts/preview/preview-page.ts';
import { draftKinds } from '../../../src/model/farewell/draft-kinds.ts';
import { hostile, previewDrafts } from '../../support/preview-drafts.ts';

const page = (language: 'de' | 'en' = 'de') =>
  load(previewPage(previewDrafts, { brand: 'Brandt & Söhne <i>', zone: 'Europe/Berlin', language }));

const screen = (id: string, device: string) => page()(`article[id="${id}"] [data-device=${device}] .screen`);

describe('the preview', () => {
  it('has every draft once for each device, and once in the list', () => {
    const $ = page();
    const ids = previewDrafts.map(({ draft }) => `${draft.locale}/${draft.id}`);
    expect(
      $('article')
        .toArray()
        .map(({ attribs }) => attribs.id)
        .sort(),
    ).toEqual([...ids].sort());
    for (const { id } of devices) expect($(`article [data-device=${id}]`)).toHaveLength(ids.length);
    expect(
      $('nav a')
        .toArray()
        .map(({ attribs }) => attribs.href?.slice(1))
        .sort(),
    ).toEqual([...ids].sort());
  });

  it('shows what somebody means ill with as the text it is', () => {
    const $ = page();
    expect($('main script, main img, main [onerror]')).toHaveLength(0);
    expect($('script')).toHaveLength(1);
    expect($('article[id="en/announcement-x"] .screen').first().text()).toContain(hostile);
    expect($('article[id="de/crisis-politics"] .screen').first().text()).toContain(
      '<script>fetch("https://evil.example/")</script>',
    );
    expect($('article[id="de/crisis-politics"] dl').text()).toContain(hostile);
    expect($('h1').text()).toBe('Vorschau der Abschiedstexte – Brandt & Söhne <i>');
  });

  it('folds at the narrowest on telephones and at the widest at a desk', () => {
    const parts = (device: string) => {
      const one = screen('de/announcement-instagram', device);
      return [one.find('.says').contents().first().text(), one.find('.fold').text(), one.find('.rest').text()];
    };
    expect(parts('worst')).toEqual(['abcde', '… mehr', 'fghij klmnop']);
    expect(parts('phone')).toEqual(parts('worst'));
    expect(parts('desk')).toEqual(['abcdefghij', '… mehr', ' klmnop']);
    expect(screen('de/announcement-x', 'worst').find('.fold')).toHaveLength(0);
  });

  it('connects the posts of a thread, and marks what platforms make links of', () => {
    const one = screen('de/announcement-x', 'desk');
    expect(one.find('ol.thread > li')).toHaveLength(3);
    expect(
      one
        .find('.mark')
        .toArray()
        .map((mark) => page()(mark).text()),
    ).toEqual(['@brandt@social.example', 'https://b.example/w?a=1&b=2', '#Abschied']);
  });

  it('cuts subject and preheader as a telephone does, and shows them whole at a desk', () => {
    const subject = (device: string) => {
      const one = screen('de/newsletter', device).find('.subject');
      return [one.find('.fold').length, one.text()];
    };
    expect(subject('phone')).toEqual([1, 'Abschied von… X und Instagram']);
    expect(subject('desk')).toEqual([0, 'Abschied von X und Instagram']);
    expect(screen('de/newsletter', 'phone').find('.preheader .fold')).toHaveLength(0);
  });

  it('divides an SMS as telephones get it', () => {
    const one = screen('de/announcement-sms', 'worst');
    expect(one.find('.bubble')).toHaveLength(2);
    expect(
      one
        .find('.part')
        .toArray()
        .map((part) => page()(part).text()),
    ).toEqual(['SMS 1 von 2', 'SMS 2 von 2']);
  });

  it('knows a pin, a profile and a message', () => {
    expect(screen('de/pinned-post-x', 'desk').find('.pin').text()).toBe('Angeheftet');
    expect(screen('de/bio-x', 'desk').find('.profile')).toHaveLength(1);
    expect(screen('de/auto-reply-x', 'desk').find('.bubble')).toHaveLength(1);
    expect(screen('de/announcement-telegram', 'desk').find('.bubble')).toHaveLength(1);
  });

  it('tells length, hour, audience, approval and file in the language of the page', () => {
    const facts = (language: 'de' | 'en', id: string) => {
      const $ = page(language);
      return $(`article[id="${id}"] dl div`)
        .toArray()
        .map((one) => `${$(one).find('dt').text()}: ${$(one).find('dd').text()}`);
    };
    expect(facts('de', 'de/announcement-x')).toEqual([
      'Geht raus: Fr., 29. Januar 2027, 10:00 Uhr (Berlin)',
      'An: Öffentlichkeit',
      'Länge: Beitrag 1 25 von 280, Beitrag 2 290 von 280 (10 zu viel)',
      'Freigabe: freigegeben von Anna Berg',
      'Datei: drafts/de/announcement-x.md',
    ]);
    expect(facts('en', 'de/announcement-instagram')).toEqual([
      'Goes out: Fri, 29 January 2027, 10:00 (Berlin)',
      'To: the public',
      'Length: no limit',
      'Approval: changed since Anna Berg approved it',
      'File: drafts/de/announcement-instagram.md',
      'alt: Eine Tafel',
    ]);
    expect(facts('en', 'de/crisis-politics')[0]).toBe('Goes out: when it is needed');
  });

  it('has headings in order, labels for every control, and landmarks', () => {
    const $ = page();
    const levels = $('h1, h2, h3, h4, h5, h6')
      .toArray()
      .map(({ tagName }) => Number(tagName.slice(1)));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 1)).toBeLessThanOrEqual(1);
    for (const control of $('input').toArray()) expect($(control).closest('label').text().trim()).not.toBe('');
    for (const set of $('fieldset').toArray()) expect($(set).children('legend')).toHaveLength(1);
    for (const labelled of $('[aria-labelledby]').toArray()) {
      expect($(`[id="${labelled.attribs['aria-labelledby']}"]`)).toHaveLength(1);
    }
    expect($('header, main, nav[aria-label]').length).toBe(3);
    const ids = $('[id]')
      .toArray()
      .map(({ attribs }) => attribs.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('sets Arabic from the right, and in it addresses and handles from the left', () => {
    const one = screen('ar/announcement-x', 'worst');
    expect([one.attr('lang'), one.attr('dir')]).toEqual(['ar', 'rtl']);
    expect(
      one
        .find('.says .mark')
        .toArray()
        .map(({ attribs }) => attribs.dir),
    ).toEqual(['ltr', 'ltr']);
  });

  it('has a name for each kind of draft in both languages', () => {
    expect(Object.keys(kindTitles.de)).toEqual([...draftKinds]);
    for (const language of ['de', 'en'] as const) {
      expect(new Set(draftKinds.map((kind) => kindTitles[language][kind])).size).toBe(draftKinds.length);
    }
  });
});

describe('what is marked in a text', () => {
  it.each([
    ['läuten@b.example', ['mail']],
    ['frag @brandt.', ['handle']],
    ['in C# und bei Nr. #1', []],
    ['https://social.example/@brandt', ['link']],
    ['(https://b.example/w)', ['link']],
    ['#eins #zwei', ['hashtag', 'hashtag']],
  ])('%s', (text, kinds) => {
    const $ = load(markedHtml(text));
    expect(
      $('.mark')
        .toArray()
        .map(({ attribs }) => attribs.class?.replace('mark ', '')),
    ).toEqual(kinds);
    expect($('body').text()).toBe(text);
  });
});
