import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { demoExitText } from '../../../src/demo-brand/exit/exit-facts.ts';
import { exitPeople } from '../../../src/demo-brand/exit/exit-papers.ts';
import { draftFileText } from '../../../src/drafts/files/draft-file.ts';
import { writeDrafts } from '../../../src/journeys/drafts/write-drafts.ts';
import { openLedger } from '../../../src/storage/ledger.ts';
import { addPeopleToWorkspace } from '../../../src/workspace/add-people.ts';
import { addExitBlock } from '../../../src/workspace/exit-block.ts';
import { workspacePaths } from '../../../src/workspace/paths.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const now = new Date('2026-11-02T09:00:00.000Z');

/** The channels of the demo, under the names that people would know. */
const SETTINGS = `version: 1
brand: {name: Brandt & Söhne, languages: [de, en]}
channels:
  - {id: blog, platform: website, url: "https://www.brandt-soehne.example/"}
  - {id: fediverse, platform: mastodon, url: "https://klingelnetz.example/@brandtsoehne"}
  - {id: linkedin, platform: linkedin, url: "https://www.linkedin.com/company/brandt-soehne/"}
  - {id: x, platform: x, url: "https://x.com/brandtsoehne"}
`;

test('the kit of the demo exit is the one that was read and found good', async () => {
  const dir = await temporaryFolder();
  const paths = workspacePaths(dir);
  await mkdir(paths.internal, { recursive: true });
  await writeFile(paths.config, SETTINGS);
  await (await openLedger({ file: paths.ledger, root: dir, create: true })).close();
  await addPeopleToWorkspace(dir, exitPeople);
  await addExitBlock(dir, demoExitText(now));
  const input = { locales: [], channels: [], kinds: [], drafts: [], dryRun: true };
  const { drafts } = await writeDrafts(input, { cwd: dir }, { clock: { now: () => now } });
  expect(drafts.flatMap(({ overs }) => overs)).toEqual([]);
  for (const { fresh, locale, id } of drafts) {
    await expect(draftFileText(fresh)).toMatchFileSnapshot(`../../golden/kit/${locale}/${id}.md`);
  }
  for (const locale of ['de', 'en']) {
    const there = await readdir(new URL(`../../golden/kit/${locale}`, import.meta.url));
    const written = drafts.filter((one) => one.locale === locale).map(({ id }) => `${id}.md`);
    expect(there.sort()).toEqual(written.sort());
  }
});
