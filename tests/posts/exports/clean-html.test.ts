import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { cleanHtml } from '../../../src/posts/exports/clean-html.ts';
import { HOSTILE_HTML } from '../../support/aurora-posts.ts';

const url = 'https://social.example/artikel/wasser';

function clean(html: string | null, text = '', pictures: Readonly<Record<string, string>> = {}): string {
  return cleanHtml({ html, text, url }, (address) => pictures[address] ?? null);
}

describe('the markup of a post', () => {
  it('keeps what it says and loses what it could do', () => {
    const html = clean(HOSTILE_HTML, '', { 'https://social.example/media/40-0.png': '../media/a.png' });
    const $ = load(html);
    expect($.text().replace(/\s+/g, ' ').trim()).toBe(
      'Wasser & RöstungWeiches Wasser hilft. Nein Mehr dazu https://tracker.example/p.gif Ende',
    );
    expect($('script, style, iframe, form, input, svg, h1')).toHaveLength(0);
    expect([...$('*')].flatMap((element) => Object.keys($(element).attr() ?? {})).sort()).toEqual(
      ['alt', 'href', 'href', 'loading', 'rel', 'rel', 'src'].sort(),
    );
    expect($('img').attr('src')).toBe('../media/a.png');
    expect($('a').first().attr('href')).toBe('https://social.example/wasser?x=1&y=2');
  });

  it('shows nothing from elsewhere, whatever way it is asked for', () => {
    const tricks = [
      '<img src="https://t.example/a.png" srcset="https://t.example/b.png 2x">',
      '<img src="//t.example/a.png">',
      '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
      '<video src="https://t.example/a.mp4" poster="https://t.example/p.png"></video>',
      '<picture><source srcset="https://t.example/a.png"><img src="file:///etc/passwd"></picture>',
      '<div style="background:url(https://t.example/a.png)" background="https://t.example/a.png">x</div>',
      '<link rel=stylesheet href="https://t.example/a.css"><meta http-equiv=refresh content="0;url=https://t.example/">',
      '<object data="https://t.example/"></object><embed src="https://t.example/"><base href="https://t.example/">',
      '<math><mtext><img src=x onerror=alert(1)></mtext></math><noscript><img src="https://t.example/"></noscript>',
    ];
    for (const trick of tricks) {
      const $ = load(clean(trick));
      expect($('img, video, source, link, meta, object, embed, base, [style], [background], [srcset]')).toHaveLength(0);
    }
  });

  it('is bounded in depth', () => {
    const html = clean(`${'<blockquote>'.repeat(5000)}tief${'</blockquote>'.repeat(5000)}`);
    expect(html.match(/<blockquote>/g)?.length ?? 0).toBeLessThan(100);
  });

  it('is made of paragraphs and links where there is only text', () => {
    expect(clean(null, 'Eins & <zwei>\nim Netz (https://a.example/b?c=1&d=2).\n\nDrei')).toBe(
      '<p>Eins &amp; &lt;zwei&gt;<br>im Netz (<a href="https://a.example/b?c=1&amp;d=2" rel="noopener noreferrer">https://a.example/b?c=1&amp;d=2</a>).</p>\n<p>Drei</p>',
    );
  });
});
