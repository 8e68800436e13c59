import { load } from 'cheerio';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { type FoundPost, makePost } from '../../../src/model/post.ts';
import { writeAtom } from '../../../src/posts/exports/write-atom.ts';
import { auroraPosts } from '../../support/aurora-posts.ts';
import { exported, facts, textOf } from './exported.ts';

const plainPost = { platform: 'mastodon', kind: 'post', source: 'api' } as const;

async function feedOf(posts: readonly FoundPost[]) {
  const xml = await textOf(writeAtom(() => exported(posts), facts));
  return { xml, $: load(xml, { xml: true }) };
}

/** Names of the elements that are opened and never closed, or the other way round. */
function unbalanced(xml: string): readonly string[] {
  const open: string[] = [];
  for (const [, slash, name, empty] of xml.matchAll(/<(\/?)([a-zA-Z:]+)[^<>]*?(\/?)>/g)) {
    if (empty === '/') continue;
    if (slash !== '/') open.push(name ?? '');
    else if (open.pop() !== name) return [`</${name}>`];
  }
  return open;
}

describe('posts as an Atom feed', () => {
  it('has what RFC 4287 asks of a feed and of every entry', async () => {
    const { xml, $ } = await feedOf(auroraPosts);
    expect(unbalanced(xml)).toEqual([]);
    expect(parseDocument(xml, { xmlMode: true }).children.length).toBeGreaterThan(0);
    expect($('feed').attr('xmlns')).toBe('http://www.w3.org/2005/Atom');
    expect($('feed > id').text()).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
    expect($('feed > title').text()).toBe('Aurora Kaffee & Söhne');
    // Captured later than the last post: that of the one without a date.
    expect($('feed > updated').text()).toBe('2026-11-23T09:30:00.000Z');
    const entries = [...$('entry')].map((entry) => $(entry));
    expect(entries).toHaveLength(auroraPosts.length);
    for (const entry of entries) {
      for (const name of ['id', 'title', 'updated', 'content']) expect(entry.children(name)).toHaveLength(1);
      expect(entry.children('title').text()).not.toBe('');
      expect(entry.children('updated').text()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(entry.find('author > name').text()).not.toBe('');
    }
    expect(new Set(entries.map((entry) => entry.children('id').text())).size).toBe(entries.length);
  });

  it('gives texts, media, tags and what is answered as they were, and markup that can do nothing', async () => {
    const { $ } = await feedOf(auroraPosts);
    const entry = (id: string) =>
      $(`entry:has(> id:contains("${id}"))`).filter((_, element) => $(element).children('id').text().endsWith(id));
    const pictures = entry('/@aurora/2');
    expect(pictures.children('link[rel=enclosure]')).toHaveLength(4);
    expect(pictures.children('link[rel=enclosure]').first().attr('title')).toBe('The roaster, a drum of black iron');
    expect([...entry('/@aurora/3').children('category')].map((tag) => $(tag).attr('term'))).toEqual([
      'Kaffee',
      'Öffnungszeiten',
    ]);
    expect(entry('/@aurora/15').attr('xml:lang')).toBe('ar');
    expect(entry('/@aurora/6').children('thr\\:in-reply-to').attr('ref')).toBe('https://social.example/@aurora/5');
    expect(load(entry('/@aurora/17').children('content').text()).text()).toContain('"quotes" & <angles>');
    const article = entry('/artikel/wasser').children('content').text();
    expect(article).toContain('<b>hilft</b>');
    expect(article).not.toMatch(/<script|<style|<iframe|<form|<svg|onclick|onerror|javascript:|position:/i);
  });

  it('stays a feed when posts hold what XML cannot, share an address, or have no date', async () => {
    const url = 'https://social.example/same';
    const { xml, $ } = await feedOf([
      makePost({ ...plainPost, id: 'a', url, text: 'Bell \u0007 and half \uD83C \u0000' }),
      makePost({ ...plainPost, id: 'b', url, published: 'yesterday', lang: '"><x', title: ']]></feed>' }),
      makePost({ ...plainPost, id: 'c', url: 'javascript:alert(1)', published: '2024-01-01T00:00:00.000Z' }),
    ]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of these may be there
    expect(xml).not.toMatch(/[\u0000-\u0008\u000B-\u001F]/);
    expect(Buffer.from(xml, 'utf8').toString('utf8')).toBe(xml);
    expect(unbalanced(xml)).toEqual([]);
    expect($('entry')).toHaveLength(3);
    expect($('entry > id').first().text()).toBe(url);
    expect(new Set([...$('entry > id')].map((id) => $(id).text())).size).toBe(3);
    expect(xml).not.toContain('javascript:');
    expect($('entry > title').eq(1).text()).toBe(']]></feed>');
  });

  it('is a feed without entries when there are no posts', async () => {
    const { $ } = await feedOf([]);
    expect($('feed > updated').text()).toBe(facts.madeAt);
    expect($('entry')).toHaveLength(0);
  });
});
