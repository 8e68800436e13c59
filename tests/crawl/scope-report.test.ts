import { expect, test } from 'vitest';
import { scopeReport } from '../../src/crawl/scope-report.ts';
import { crawlDefaults } from '../../src/model/crawl-defaults.ts';

test('tells what belonged to a crawl in numbers that JSON knows, and no secret of a pattern', () => {
  const { limits, scope } = crawlDefaults;
  const told = scopeReport(
    {
      sitemaps: false,
      limits: { ...limits, maxPages: 20 },
      scope: { ...scope, kind: 'prefix', include: [/^https:\/\/cdn\.example\/\?key=s3cret/], exclude: [/\/tag\//] },
    },
    (text) => text.replace('s3cret', '…'),
  );
  expect(JSON.parse(JSON.stringify(told))).toEqual({
    kind: 'prefix',
    include: ['^https:\\/\\/cdn\\.example\\/\\?key=…'],
    exclude: ['\\/tag\\/'],
    maxDepth: null,
    sitemaps: false,
    maxPages: 20,
    maxBytes: null,
    maxTimeMs: null,
  });
});
