import { expect, it } from 'vitest';
import { ListEnds } from '../../src/posts/list-ends.ts';

it('a list in one file has ended when its end was seen', () => {
  const lists = new ListEnds();
  expect([...lists.ended]).toEqual([]);
  lists.end({ list: 'feed' });
  expect([...lists.ended]).toEqual(['feed']);
});

it('a list in several files has ended when each of them was read, whatever the order', () => {
  const lists = new ListEnds();
  lists.end({ list: 'sitemap', part: 'https://a.example/2.xml' });
  lists.announce({ list: 'sitemap', parts: ['https://a.example/1.xml', 'https://a.example/2.xml'] });
  expect([...lists.ended]).toEqual([]);
  lists.end({ list: 'sitemap', part: 'https://a.example/1.xml' });
  expect([...lists.ended]).toEqual(['sitemap']);
});

it('files that were announced and never read leave the list open', () => {
  const lists = new ListEnds();
  lists.announce({ list: 'sitemap', parts: ['https://a.example/1.xml'] });
  expect([...lists.ended]).toEqual([]);
});
