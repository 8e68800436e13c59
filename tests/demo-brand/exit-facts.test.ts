import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { demoExitText } from '../../src/demo-brand/exit/exit-facts.ts';
import { exitPeople, loadExitPapers } from '../../src/demo-brand/exit/exit-papers.ts';
import { checkExitFacts } from '../../src/model/farewell/check-exit-facts.ts';
import { addPeopleToWorkspace } from '../../src/workspace/add-people.ts';
import { addExitBlock } from '../../src/workspace/exit-block.ts';
import { requireExit } from '../../src/workspace/require-exit.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const settings = `brand: {name: Brandt & Söhne, languages: [de, en]}
channels:
  - {id: x, platform: x, url: "https://x.com/brandtsoehne"}
exit:
#  leaves: [blog]
`;

it.each(['2026-11-22T12:00:00Z', '2026-12-31T22:00:00Z', '2027-01-01T08:00:00Z', '2030-06-01T00:00:00Z'])(
  'the exit of the demo is whole, in German and English, and agrees with its papers: %s',
  async (moment) => {
    const dir = await temporaryFolder();
    await writeFile(join(dir, 'lastpost.yaml'), settings);
    await addPeopleToWorkspace(dir, exitPeople);
    const { config } = await addExitBlock(dir, demoExitText(new Date(moment)));
    const facts = requireExit(config);
    expect(config.exit?.open.filter(({ isNeeded }) => isNeeded)).toEqual([]);
    expect(facts.lastDay).toBe(`${moment.slice(0, 4)}-12-31`);
    expect(loadExitPapers().playbook).toContain('last-post-x');
    const weekday = (at: string) =>
      new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${at}:00Z`));
    expect([facts.told.staff, facts.told.public].map(weekday)).toEqual(['Friday', 'Monday']);
    const lastDayIsOver = moment.startsWith('2026-12-31');
    expect(checkExitFacts(facts, new Date(moment)).map(({ key }) => key)).toEqual(lastDayIsOver ? ['last_day'] : []);
  },
);
