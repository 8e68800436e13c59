import { expect, test } from 'vitest';
import { markdownHtml } from '../../../src/drafts/markdown/markdown-html.ts';

test('headings, lists and links become HTML', () => {
  expect(markdownHtml('## Wo es weitergeht\n\n- [Mastodon](https://example.org/@brandt)\n- **Post**')).toBe(
    '<h2>Wo es weitergeht</h2>\n<ul>\n<li><a href="https://example.org/@brandt">Mastodon</a></li>\n<li><strong>Post</strong></li>\n</ul>\n',
  );
});

test('what could do something is text, and no link', () => {
  const html = markdownHtml('<script>alert(1)</script>\n\n[x](javascript:alert(1)) <img src=x onerror=alert(1)>');
  expect(html).not.toMatch(/<script|<img|href="javascript/);
  expect(html).toContain('&lt;script&gt;');
});
