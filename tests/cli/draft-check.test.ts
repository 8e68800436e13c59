import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { demoKitWorkspace } from '../support/demo-kit-workspace.ts';
import { runCli } from '../support/run-cli.ts';

/** The last day of the demo is the next 31 December; the year does not matter here. */
let demo: Awaited<ReturnType<typeof demoKitWorkspace>>;
beforeAll(async () => {
  demo = await demoKitWorkspace(new Date());
});

const rule = ['--rule', 'last-day', '--rule', 'successors'] as const;
const check = (...args: readonly string[]) => runCli(['draft', 'check', ...rule, ...args], { cwd: demo.dir });

describe('lastpost draft check', () => {
  it('has nothing to say against the kit of the demo', async () => {
    const { code, stdout } = await check();
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^\d+ drafts checked: nothing to say against them\.\n$/)]);
  });

  it('shows one changed digit of one day with both sentences, and where each stands', async () => {
    await demo.edit('de/announcement-x', '31. Dezember', '30. Dezember');
    const { code, stdout } = await check('--lang', 'de');
    expect(code).toBe(1);
    const [first, here, there, place] = stdout.split('\n');
    expect(first).toMatch(
      /^drafts\/de\/announcement-x\.md:12:4 error Hier steht „Donnerstag, 30\. Dezember|^drafts\/de\/announcement-x\.md:12:4 error Hier steht „/,
    );
    expect(here).toMatch(/^ {4}here: {2}Am .*30\. Dezember .* endet unsere Zeit auf X\./);
    expect(there).toMatch(/^ {4}there: .*31\. Dezember/);
    expect(place).toMatch(/^ {11}drafts\/de\/[a-z-]+\.md:\d+:\d+$/);
    expect(stdout).toContain('1 error. Nothing should go out before the errors are gone.');
  });

  it('tells only of the drafts that were asked for, and checks all the same against the others', async () => {
    expect((await check('--locale', 'en')).code).toBe(0);
    const { code, stdout } = await check('--kind', 'announcement', '--json');
    const { findings, ok } = JSON.parse(stdout);
    expect([code, ok, findings.length]).toEqual([1, false, 1]);
    expect(findings[0]).toMatchObject({ rule: 'last-day', spot: { draft: 'de/announcement-x', line: 12, column: 4 } });
    expect(findings[0].clash.spot.draft).not.toBe('de/announcement-x');
  });

  it('writes a log for editors, and says where a log cannot be', async () => {
    const { stdout } = await check('--sarif', 'check.sarif');
    expect(stdout).toContain('Written for editors and reviews: check.sarif');
    const log = JSON.parse(await readFile(join(demo.dir, 'check.sarif'), 'utf8'));
    expect(log.runs[0].results).toHaveLength(1);
    expect(log.runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(
      'drafts/de/announcement-x.md',
    );
    await mkdir(join(demo.dir, 'taken'), { recursive: true });
    const refused = await check('--sarif', 'taken');
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('draft.cannot-write')]);
  });

  it('corrects what has one right form, and leaves the rest of the file as it was', async () => {
    const before = await demo.read('de/announcement-x');
    const { code, stdout } = await check('--fix');
    expect([code, stdout]).toEqual([0, expect.stringContaining('1 place corrected; read them before you approve.')]);
    expect(await demo.read('de/announcement-x')).toBe(before.replace('30. Dezember', '31. Dezember'));
  });

  it('says what there is when a rule is unknown, and where a draft cannot be read', async () => {
    const unknown = await runCli(['draft', 'check', '--rule', 'last-days'], { cwd: demo.dir });
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('Did you mean "last-day"?')]);
    const before = await demo.read('en/faq');
    await writeFile(demo.file('en/faq'), before.replace('kind: faq', 'kind: fak'));
    const broken = await check();
    expect([broken.code, broken.stderr]).toEqual([2, expect.stringMatching(/en\/faq\.md:\d+: kind is "fak"/)]);
    await writeFile(demo.file('en/faq'), before);
  });
});
