import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { requireSound } from '../../src/journeys/load-playbook.ts';
import { bare, type GuideAct, guideReader, readGuide, withGaps } from '../support/guide.ts';
import { startMovingBlog } from '../support/moving-blog.ts';
import { fromShelf } from '../support/shelf.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Some eighty commands and two crawls, beside other tests with browsers of their own. */
const MOST_MS = 2_000_000;

const files = { en: 'docs/guides/en/closing-a-blog.md', de: 'docs/guides/de/einen-blog-schliessen.md' };

const OLD_HOST = 'alt.blog.brandt-soehne.example';
/** As the guide prints it. */
const moved = {
  '/': '/werkstatt/',
  '/de/2025/06/wie-eine-glocke-entsteht/': '/werkstatt/wie-eine-glocke-entsteht/',
  '/de/2019/05/guten-tag/': '/werkstatt/guten-tag/',
};

type MovingBlog = Awaited<ReturnType<typeof startMovingBlog>>;

/** The addresses of the guide lead nowhere; here they lead to servers on this machine. */
function led(line: string, blog: MovingBlog): string {
  return line
    .replaceAll('https://blog.brandt-soehne.example', blog.origin)
    .replaceAll('https://www.brandt-soehne.example', blog.homeOrigin)
    .replaceAll(`http://${OLD_HOST}:8080`, blog.oldOrigin)
    .replaceAll('ns1.brandt-soehne.example', blog.nameServer);
}

/** What IT has done on the servers before the line says so; the first time with the mistake of which the guide tells. */
async function doOnServers(line: string, blog: MovingBlog): Promise<void> {
  if (line.includes('confirm close/set_aside ')) blog.setAside();
  if (line.includes('confirm close/redirects ')) blog.leadOn(302);
  if (line.includes('resolve close/page_is_permanent ')) blog.leadOn(301);
  if (line.includes('confirm switch_off/switch_off ') && line.includes('--evidence')) await blog.switchOff();
}

async function reader() {
  const dir = await temporaryFolder();
  const blog = await startMovingBlog(moved, OLD_HOST);
  for (const day of ['2027-01-20', '2027-03-30']) {
    await writeFile(join(dir, `brandt-soehne.wordpress.${day}.xml`), blog.exportOf(day));
  }
  return { ...guideReader(dir, '2027-01-08T09:00:00.000Z'), dir, blog };
}

async function carryOut(acts: readonly GuideAct[], person: Awaited<ReturnType<typeof reader>>): Promise<void> {
  const config = join(person.dir, 'lastpost.yaml');
  for (const act of acts) {
    if (act.kind !== 'command') {
      await person.do(act);
      continue;
    }
    await doOnServers(act.line, person.blog);
    await person.do({ ...act, line: await withGaps(led(act.line, person.blog), person) });
    if (act.line.startsWith('lastpost init ')) {
      await writeFile(config, (await readFile(config, 'utf8')).replace('archive:\n', 'archive:\n  max_pages: 2\n'));
    }
  }
}

/** `close/redirects` and `new_home`, as a guide names steps and inputs. */
async function namesIn(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8');
  return [...text.matchAll(/`([a-z]+(?:_[a-z]+)*\/[a-z]+(?:_[a-z]+)*|[a-z]+(?:_[a-z]+)+)`/g)].map(
    ([, name = '']) => name,
  );
}

describe('the guide to closing a blog', () => {
  it(
    'leads from the plan to the certificate, command by command as it is printed, while the servers change',
    async () => {
      const person = await reader();
      await carryOut(await readGuide(files.en), person);
      const { run, steps } = JSON.parse((await person.call(['run', 'status', '--json'])).out);
      const state = (id: string) => steps.find((step: { id: string }) => step.id === id)?.state;
      expect(run.past_point_of_no_return).toBe(true);
      expect(
        ['close/front_leads_on', 'close/page_is_permanent', 'close/feed_answers', 'certificate'].map(state),
      ).toEqual(['succeeded', 'succeeded', 'succeeded', 'succeeded']);
      expect([...run.now].sort()).toEqual(['feed_time', 'look_back/day_90']);
      const late = steps.filter(({ overdue }: { overdue: boolean }) => overdue);
      expect(late.map(({ id }: { id: string }) => id)).toEqual([]);
      expect(person.blog.questions).toContain(`A ${OLD_HOST}`);
      expect(await readFile(join(person.dir, 'certificate.html'), 'utf8')).toContain('Brandt &amp; Söhne');
    },
    MOST_MS,
  );

  it('has the same commands on the same days in German', async () => {
    const [en, de] = [await readGuide(files.en), await readGuide(files.de)];
    expect(bare(de)).toEqual(bare(en));
    expect(en.length).toBeGreaterThan(80);
  });

  it('shows in German what the plan says there', async () => {
    const acts = await readGuide(files.de);
    const begins = acts.findIndex((act) => act.kind === 'command' && act.line.startsWith('lastpost run start '));
    const before = acts.slice(0, begins);
    expect(before.filter(({ kind }) => kind === 'seen')).toHaveLength(1);
    await carryOut(before, await reader());
  });

  it.each(Object.entries(files))('names steps and inputs that the playbook has (%s)', async (_, file) => {
    const { playbook, uses } = requireSound(await fromShelf('close-own-blog'));
    const inParts = [...uses].flatMap(([id, used]) => used.playbook.steps.map((step) => `${id}/${step.id}`));
    const known = [...inParts, ...Object.keys(playbook.inputs)];
    const names = await namesIn(file);
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
  });
});
