import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startDemoBrand } from '../../src/demo-brand/start-demo-brand.ts';
import { bare, type GuideAct, guideReader, readGuide, withGaps } from '../support/guide.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { zipOf } from '../support/zip-of.ts';

/** Some sixty commands and two crawls, beside other tests with browsers of their own. */
const MOST_MS = 2_000_000;

const PRINTED = 'https://x.com/brandtsoehne';
/** The brand's own page, which is captured as evidence. */
const OWN_PAGE = 'https://brandt-soehne.example/x';

const fourWeeks = {
  en: 'docs/guides/en/leaving-x-in-four-weeks.md',
  de: 'docs/guides/de/x-in-vier-wochen-verlassen.md',
};
const oneDay = { en: 'docs/guides/en/we-have-24-hours.md', de: 'docs/guides/de/wir-haben-24-stunden.md' };

/** The address of the guide is that of a made-up account; here it leads to a server on this machine. */
async function reader(dir: string) {
  const brand = await startDemoBrand({ slowPageMs: 0, feedDelayMs: 0 });
  onTestFinished(() => brand.close());
  const files = brand.xExport().map(({ path, bytes }) => [path, Buffer.from(bytes)] as const);
  await writeFile(join(dir, 'twitter-archive.zip'), await zipOf(Object.fromEntries(files)));
  const person = guideReader(dir, '2027-01-08T09:00:00.000Z');
  const config = join(dir, 'lastpost.yaml');
  const led = async (): Promise<void> => {
    const text = await readFile(config, 'utf8');
    await writeFile(
      config,
      text.replace(`url: ${PRINTED}`, `url: ${brand.xUrl}`).replace('archive:\n', 'archive:\n  max_pages: 2\n'),
    );
  };
  return { ...person, led, ownPage: brand.blogUrl };
}

async function carryOut(acts: readonly GuideAct[], person: Awaited<ReturnType<typeof reader>>): Promise<void> {
  for (const act of acts) {
    if (act.kind !== 'command') await person.do(act);
    else await person.do({ ...act, line: await withGaps(act.line.replace(OWN_PAGE, person.ownPage), person) });
    if (act.kind === 'command' && act.line.includes(PRINTED)) await person.led();
  }
}

describe('the guide to leaving X', () => {
  it(
    'leads from the plan to the certificate, command by command as it is printed',
    async () => {
      const dir = await temporaryFolder();
      const person = await reader(dir);
      await carryOut(await readGuide(fourWeeks.de), person);
      const { out } = await person.call(['run', 'status', '--json']);
      const { run, steps } = JSON.parse(out);
      expect(run.past_point_of_no_return).toBe(true);
      const state = (id: string) => steps.find((step: { id: string }) => step.id === id)?.state;
      expect(['close/deactivate', 'close/still_gone', 'certificate'].map(state)).toEqual([
        'succeeded',
        'succeeded',
        'succeeded',
      ]);
      expect(run.now).toEqual(['look_back/day_90']);
      expect(await readFile(join(dir, 'certificate.html'), 'utf8')).toContain('Bescheinigung');
    },
    MOST_MS,
  );

  it('has the same commands on the same days in English', async () => {
    const [en, de] = [await readGuide(fourWeeks.en), await readGuide(fourWeeks.de)];
    expect(bare(en)).toEqual(bare(de));
    expect(en.length).toBeGreaterThan(60);
  });
});

describe('the guide for 24 hours', () => {
  it(
    'leads through the day and to the certificate, command by command as it is printed',
    async () => {
      const dir = await temporaryFolder();
      const person = await reader(dir);
      await carryOut(await readGuide(oneDay.en), person);
      const { run, steps } = JSON.parse((await person.call(['run', 'status', '--json'])).out);
      expect(run.past_point_of_no_return).toBe(true);
      const overdue = steps
        .filter(({ overdue: isLate }: { overdue: boolean }) => isLate)
        .map(({ id }: { id: string }) => id);
      expect(overdue).toEqual([]);
      expect(steps.find(({ id }: { id: string }) => id === 'certificate')?.state).toBe('succeeded');
      expect(await readFile(join(dir, 'for-the-court.html'), 'utf8')).toContain('Brandt &amp; Söhne');
    },
    MOST_MS,
  );

  it('has the same commands at the same hours in German', async () => {
    const [en, de] = [await readGuide(oneDay.en), await readGuide(oneDay.de)];
    expect(bare(de)).toEqual(bare(en));
    expect(en.length).toBeGreaterThan(45);
  });
});
