import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sha256 } from '../../../src/base/digest.ts';
import type { UserBehaviour } from '../../../src/model/crawl-plan.ts';
import { crawlSite } from '../../support/crawl-site.ts';
import { bytes, html, useSites } from '../../support/fixtures.ts';
import { runCli } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const site = useSites();

const file = (name: string, source: string): UserBehaviour => ({ name, source, sha256: sha256(source) });

test('runs in the pages its patterns fit, and a faulty file costs nothing but itself', async () => {
  const blog = await site({
    '/': html(
      '<a href="/press/">press</a><button id="tab" onclick="setTimeout(() => out.textContent = \'Old news.\', 200)">1999</button><p id="out"></p>',
    ),
    '/press/': (_request, response) => {
      // A page that lets no script in but its own.
      response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': "script-src 'self'" });
      response.end(html('<x-tab></x-tab><p id="out">Press.</p>'));
    },
    '/linked': html('Linked by a script'),
    '/extra.pdf': bytes('%PDF-1.4', 'application/pdf'),
  });
  const behaviours = [
    file(
      'tabs.js',
      `const selector = '#tab';
export const match = ['${blog.origin}/', 'https://elsewhere.example/*'];
export async function run(page) {
  page.click(selector);
  await page.waitFor('#out:not(:empty)');
  page.addText('Seen for a moment.'); page.addLink('/linked'); page.addFile('extra.pdf');
  page.one(selector).remove();
  return 'one tab';
}`,
    ),
    file('whole.mjs', 'const run = () => {};\nexport default {\n  match: ["*/press/"],\n  run,\n};\n'),
    file('broken.js', 'export const match = ["*"];\nexport function run( {'),
    file(
      'throws.js',
      'export const match = ["*/press/"];\nexport const run = () => { throw new Error("No such tab"); };',
    ),
    file('imports.js', 'import { a } from "./a.js";\nexport const match = [];\nexport const run = a;'),
    file('empty.js', '// nothing yet'),
  ];
  const { pageOf, pages, report, exchanges } = await crawlSite([blog.url('/')], { plan: { behaviours } });
  const did = (path: string) => pageOf(blog.url(path)).behaviours?.find(({ name }) => name === 'user-scripts')?.did;
  expect(did('/')).toBe('tabs.js (one tab)');
  expect(did('/press/')).toBe('whole.mjs');
  expect(pageOf(blog.url('/')).text.split('\n')).toEqual(expect.arrayContaining(['Old news.', 'Seen for a moment.']));
  expect(pages.map(({ url }) => url)).toContain(blog.url('/linked'));
  expect(exchanges.map(({ url }) => url)).toContain(blog.url('/extra.pdf'));
  const [gap] = report.gaps.filter(({ url }) => url === blog.url('/press/'));
  expect(gap).toMatchObject({ reason: 'behaviour-failed' });
  expect(gap?.message).toMatch(
    /broken\.js: SyntaxError: .*; throws\.js: Error: No such tab; imports\.js: it imports .*; empty\.js: it exports no "match"/,
  );
  expect(report.behaviours).toEqual(behaviours.map(({ name, sha256 }) => ({ name, sha256 })));
}, 600_000);

test('one that never ends is told with the page, and the page is kept', async () => {
  const blog = await site({ '/': html('<p>Here.</p>') });
  const behaviours = [
    file('sleepy.js', 'export const match = ["*"];\nexport const run = () => new Promise(() => {});'),
  ];
  const limits = { maxPages: 5, maxBytes: 1e9, maxTimeMs: 60_000, pageTimeMs: 5_000 };
  const { pageOf, report } = await crawlSite([blog.url('/')], { plan: { behaviours, limits } });
  expect(pageOf(blog.url('/')).text).toBe('Here.');
  expect(report.gaps).toMatchObject([{ reason: 'page-budget' }]);
  expect(report.gaps[0]?.message).toContain('user-scripts (sleepy.js was still at work)');
});

test('the command takes the files of the workspace and those that are named, and the snapshot says which', async () => {
  const dir = await temporaryFolder();
  const blog = await site({ '/': html('<p>Here.</p>') });
  await runCli(['init', '--brand', 'Aurora'], { cwd: dir });
  await mkdir(join(dir, 'behaviours'));
  const source = 'export const match = ["*"];\nexport const run = () => document.body.append("By a script.");\n';
  await writeFile(join(dir, 'behaviours', 'own.js'), source);
  await writeFile(join(dir, 'behaviours', 'notes.txt'), 'not a behaviour');
  await writeFile(join(dir, 'more.js'), source.replace('By a script', 'By another'));
  const take = ['snapshot', 'take', blog.url('/'), '--out', 'blog.wacz', '--json'];
  const { code, stderr } = await runCli([...take, '--behaviour', 'more.js'], { cwd: dir });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const wacz = (await readFile(join(dir, 'blog.wacz'))).toString('latin1');
  for (const said of ['"own.js"', '"more.js"', sha256(source), 'By a script.', 'By another.'])
    expect(wacz).toContain(said);
  expect(wacz).not.toContain('notes.txt');
  const missing = await runCli([...take, '--force', '--behaviour', 'gone.js'], { cwd: dir });
  expect(missing.code).toBe(2);
  expect(JSON.parse(missing.stderr)).toMatchObject({ error: { code: 'behaviour.unreadable' } });
});
