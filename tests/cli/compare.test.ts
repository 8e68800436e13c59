import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blogPost, COMPARED_SITE, completeReport, makeSide, stripes } from '../support/compared-snapshots.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const EVIL = '<script>window.evil = 1</script>\u202e"><img src=x onerror=alert(1)>';
const image = (status: number) => ({
  url: `${COMPARED_SITE}/a.png`,
  method: 'GET',
  status,
  mime: 'image/png',
  type: 'image',
  fromCache: false,
});

async function twoSnapshots(more: Readonly<Record<string, unknown>> = {}) {
  const folder = await temporaryFolder();
  const footer = (year: number) => `Aurora © ${year}`;
  const before = await makeSide(join(folder, 'a.wacz'), {
    at: '2026-11-10T09:30:00.000Z',
    pages: [
      { path: '/', text: `Welcome ${footer(2025)}`, view: stripes(), resources: [image(200)] },
      { path: '/one', text: `We close in May ${footer(2025)}` },
      { path: '/two', text: `Two ${footer(2025)}` },
      { path: '/three', text: `Three ${footer(2025)}` },
      { path: '/lost', text: 'Lost' },
      { path: '/moves', text: 'Moves' },
    ],
    answers: { '/a.png': { status: 200 } },
    posts: [blogPost('a', { text: 'We close in May.' }), blogPost('b')],
    completeness: completeReport(),
  });
  const after = await makeSide(join(folder, 'b.wacz'), {
    at: '2026-11-20T09:30:00.000Z',
    pages: [
      {
        path: '/',
        text: `Welcome ${footer(2026)}`,
        view: stripes({ bar: 30 }),
        resources: [image(404)],
        html: '<a href="/dead">dead</a>',
      },
      { path: '/one', text: `We close in June ${footer(2026)}` },
      { path: '/two', text: `Two ${footer(2026)}` },
      { path: '/three', text: `Three ${footer(2026)}` },
      { path: '/new', title: EVIL, text: 'New' },
    ],
    answers: {
      '/a.png': { status: 404 },
      '/dead': { status: 404 },
      '/lost': { status: 410 },
      '/moves': { status: 301, to: '/new' },
    },
    posts: [
      blogPost('a', { text: `We close in June. ${EVIL}` }),
      blogPost('c', { text: EVIL, published: '2026-11-15T08:00:00.000Z' }),
    ],
    completeness: completeReport(),
    crawl: more,
  });
  return { folder, before, after };
}

test('snapshot compare tells posts, pages and links, and the JSON has them all', async () => {
  const { before, after } = await twoSnapshots();
  const run = await runCli(['snapshot', 'compare', before, after, '--json']);
  expect(run.stderr).toBe('');
  const said = JSON.parse(run.stdout);
  expect(run.code).toBe(0);
  expect(said.counts).toEqual({
    new_posts: 1,
    edited_posts: 1,
    gone_posts: 1,
    new_pages: 1,
    gone_pages: 1,
    changed_pages: 2,
    broken_links: 2,
  });
  expect(said.pages.gone).toMatchObject([{ url: `${COMPARED_SITE}/lost`, because: 'not-found', status: 410 }]);
  expect(said.pages.moved).toMatchObject([{ url: `${COMPARED_SITE}/moves`, to: `${COMPARED_SITE}/new` }]);
  expect(said.pages.everywhere).toMatchObject([{ removed: '2025', added: '2026', pages: 4 }]);
  expect(said.pages.only_everywhere).toBe(2);
  const look = said.pages.changed.find(({ url }: { url: string }) => url === `${COMPARED_SITE}/`).look;
  expect(look).toMatchObject({ kind: 'moved', moved_by: 30 });
  expect(said.links.broken).toContainEqual({
    url: `${COMPARED_SITE}/dead`,
    before: null,
    after: 404,
    on: [`${COMPARED_SITE}/`],
    pages: 1,
  });
});

test('the text says the shortest first, and nothing in it can drive a terminal', async () => {
  const { before, after } = await twoSnapshots();
  const run = await runCli(['snapshot', 'compare', before, after, '--fail-on-change']);
  expect(run.code).toBe(3);
  expect(run.stdout.split('\n')[0]).toBe(
    '1 new post, 1 edited, 1 gone; 1 new page, 2 pages changed, 1 page gone, 1 moved; 2 links newly broken.',
  );
  expect(run.stdout).toContain('[-May-] {+June');
  expect(run.stdout).not.toContain('\u202e');
});

test('what a partial snapshot lacks is not seen, not gone', async () => {
  const { before, after } = await twoSnapshots({
    state: 'partial',
    gaps: [{ reason: 'limit-pages', url: COMPARED_SITE, message: '', hint: '', at: '' }],
  });
  const run = await runCli(['snapshot', 'compare', before, after, '--only', 'posts']);
  expect(run.code).toBe(0);
  expect(run.stdout).toContain('the later snapshot is partial (1 gap)');
  expect(run.stdout).toContain('Posts not seen; whether they are gone cannot be told (1)');
  expect(run.stdout).not.toContain('Posts that are gone');
});

test('the other way round is compared and told', async () => {
  const { before, after } = await twoSnapshots();
  const run = await runCli(['snapshot', 'compare', after, before]);
  expect(run.code).toBe(0);
  expect(run.stdout).toContain('the first was taken after the second');
});

test('the page holds everything it shows, in both languages, with hostile words escaped', async () => {
  const { folder, before, after } = await twoSnapshots();
  for (const lang of ['de', 'en']) {
    const html = join(folder, `${lang}.html`);
    const run = await runCli(['snapshot', 'compare', before, after, '--html', html, '--lang', lang]);
    expect(run.code, run.stderr).toBe(0);
    const page = await readFile(html, 'utf8');
    expect(page).toContain(`<html lang="${lang}">`);
    expect(page).not.toContain('<script>window.evil');
    expect(page).not.toContain('<img src=x');
    expect(page.match(/(src|href)="(?!data:|#)/g)).toBeNull();
    expect(page).toContain('<ins>');
    expect(page).toContain('class="mask"');
  }
});

const hostScope = {
  ...{ kind: 'host', include: [], exclude: [], sitemaps: true },
  ...{ maxDepth: null, maxPages: null, maxBytes: null, maxTimeMs: null },
};
const inBerlin = { timezone: 'Europe/Berlin', device: null, viewport: { width: 1280, height: 800 } };

test.each([
  ['as it was', {}, { gone: 2, because: ['not-found', 'no-longer-linked'], not_seen: 0 }],
  ['with a smaller depth', { scope: { ...hostScope, maxDepth: 1 } }, { gone: 1, because: ['not-found'], not_seen: 1 }],
  ['in another language', { browser: { ...inBerlin, language: 'en-GB' } }, { gone: 0, because: [], not_seen: 2 }],
] as const)('pages that a later crawl %s does not have are told by what it could see', async (_how, crawl, wanted) => {
  const folder = await temporaryFolder();
  const browser = { ...inBerlin, language: 'de-DE' };
  const [a, b] = [join(folder, 'a.wacz'), join(folder, 'b.wacz')];
  const pages = [{ path: '/' }, { path: '/lost' }, { path: '/unlinked' }];
  await makeSide(a, { at: '2026-11-10T09:30:00.000Z', pages, crawl: { scope: hostScope, browser } });
  await makeSide(b, {
    at: '2026-11-20T09:30:00.000Z',
    pages: [{ path: '/' }],
    answers: { '/lost': { status: 404 } },
    crawl: { scope: hostScope, browser, ...crawl },
  });
  const said = JSON.parse((await runCli(['snapshot', 'compare', a, b, '--only', 'pages', '--json'])).stdout);
  expect(said.counts.gone_pages).toBe(wanted.gone);
  expect(said.pages.gone.map(({ because }: { because: string }) => because)).toEqual(wanted.because);
  expect(said.pages.not_seen).toHaveLength(wanted.not_seen);
});

test('what answered "not found" and is there now is back again', async () => {
  const folder = await temporaryFolder();
  const [a, b] = [join(folder, 'a.wacz'), join(folder, 'b.wacz')];
  const answers = { '/again': { status: 404 } };
  const post = blogPost('again', { url: `${COMPARED_SITE}/again` });
  const of = (posts: readonly unknown[]) => ({ posts: posts as never, completeness: completeReport() });
  await makeSide(a, { at: '2026-11-10T09:30:00.000Z', pages: [{ path: '/' }], answers, ...of([]) });
  await makeSide(b, { at: '2026-11-20T09:30:00.000Z', pages: [{ path: '/' }, { path: '/again' }], ...of([post]) });
  const run = await runCli(['snapshot', 'compare', a, b, '--html', join(folder, 'page.html'), '--lang', 'de']);
  expect(run.stdout.split('\n')[0]).toBe('1 back again; 1 page back again.');
  expect(run.stdout).toContain('Posts that are back again (1)');
  expect(await readFile(join(folder, 'page.html'), 'utf8')).toContain('Beiträge, die wieder da sind');
});

test('a damaged file, the same file twice, and names that are not there are refused by name', async () => {
  const { folder, before } = await twoSnapshots();
  const broken = join(folder, 'broken.wacz');
  await writeFile(broken, (await readFile(before)).subarray(0, 2_000));
  const codeOf = async (...args: string[]) => {
    const run = await runCli(['snapshot', 'compare', ...args, '--json']);
    return [run.code, JSON.parse(run.stdout || run.stderr).error.code];
  };
  expect((await codeOf(before, broken))[1]).toMatch(/^(wacz\.damaged|verify\.)/);
  expect(await codeOf(before, before)).toEqual([2, 'compare.same-file']);
  expect(await codeOf(before, join(folder, 'none.wacz'))).toEqual([2, 'snapshot.not-found']);
  expect(await codeOf(before)).toEqual([2, 'usage.bad-value']);
});
