import { expect, test } from 'vitest';
import { crawlSite } from '../support/crawl-site.ts';
import { html, useSites } from '../support/fixtures.ts';

const site = useSites();

test('keeps the text a reader sees: words of two blocks apart, no scripts, no styles, nothing hidden', async () => {
  const blog = await site({
    '/': html(
      '<style>p { margin: 0 }</style><h1>Farewell</h1><p>after seven years</p><p hidden>draft</p>' +
        '<noscript>no script</noscript><script>const secret = "code";</script>',
    ),
  });
  const { pageOf } = await crawlSite([blog.url('/')]);
  expect(pageOf(blog.url('/')).text.split(/\s+/)).toEqual(['Farewell', 'after', 'seven', 'years']);
});
