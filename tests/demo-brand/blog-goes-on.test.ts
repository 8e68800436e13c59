import { expect, it, onTestFinished } from 'vitest';
import { CORRECTION, DELETED } from '../../src/demo-brand/blog/blog-goes-on.ts';
import { startDemoBrand } from '../../src/demo-brand/start-demo-brand.ts';

async function blog() {
  const brand = await startDemoBrand();
  onTestFinished(() => brand.close());
  const ask = async (path: string) => {
    const answer = await fetch(new URL(path, brand.blogUrl));
    return { status: answer.status, text: await answer.text() };
  };
  return { brand, ask };
}

it('the last post appears in both languages, on its page, the front page, in the feed and the sitemap', async () => {
  const { brand, ask } = await blog();
  const post = '/de/2026/11/noch-ein-ton/';
  expect((await ask(post)).status).toBe(404);
  brand.onBlog('last-post');
  brand.onBlog('last-post');
  expect(await ask(post)).toMatchObject({ status: 200, text: expect.stringContaining('Klingeln Sie freundlich.') });
  expect((await ask('/en/2026/11/one-more-note/')).text).toContain('Take care, and ring kindly.');
  for (const list of ['/', '/feed/', '/wp-sitemap-posts-post-1.xml']) {
    expect((await ask(list)).text.match(/noch-ein-ton/g)?.length ?? 0, list).toBeGreaterThan(0);
  }
  expect((await ask('/wp-json/wp/v2/posts?per_page=100')).text.match(/"slug":"noch-ein-ton"/g)).toHaveLength(1);
});

it('a post is corrected, and another one taken down', async () => {
  const { brand, ask } = await blog();
  const owl = '/de/2026/03/zwei-toene-eine-eule/';
  const quiet = `/de/2020/11/${DELETED}/`;
  expect((await ask(owl)).text).toContain(CORRECTION.from);
  expect((await ask(quiet)).status).toBe(200);
  brand.onBlog('correction');
  brand.onBlog('deletion');
  const { text } = await ask(owl);
  expect(text).toContain(CORRECTION.to);
  expect(text).not.toContain(CORRECTION.from);
  expect((await ask(quiet)).status).toBe(404);
  expect((await ask('/')).text).not.toContain(DELETED);
});
