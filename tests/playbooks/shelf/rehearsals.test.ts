import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainStyle } from '../../../src/cli/style.ts';
import { loadPlaybook, planPlaybook, requireSound } from '../../../src/journeys/load-playbook.ts';
import { planPlaybook as planTimeline } from '../../../src/journeys/plan-playbook.ts';
import { rehearsePlaybook } from '../../../src/journeys/rehearse/rehearse-playbook.ts';
import { platformIds } from '../../../src/model/platform.ts';
import type { JsonObject, JsonValue } from '../../../src/model/playbook/json.ts';
import type { Playbook, PlaybookInput, PlaybookMode } from '../../../src/model/playbook/playbook.ts';
import { mishapNames } from '../../../src/model/run/rehearsal/mishap.ts';
import { shelfFiles } from '../../support/shelf.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const NOW = '2027-01-11T08:00:00.000Z';
const dir = await temporaryFolder();
const place = { cwd: dir };
/** One channel on each platform, and the two that playbooks call by another name. */
const channels = [...platformIds.map((id) => [id, id]), ['blog', 'wordpress'], ['newsletter', 'website']];
const lines = channels.map(
  ([id, platform]) => `  - {id: ${id}, platform: ${platform}, handle: aurora, url: "https://${id}.aurora.example/"}\n`,
);
const people = `people:
  - {id: anna, name: Anna, roles: [brand, it]}
  - {id: ines, name: Ines, roles: [brand, service]}
  - {id: lena, name: Lena, roles: [legal]}
  - {id: tom, name: Tom, roles: [legal, it]}
`;
await writeFile(
  join(dir, 'lastpost.yaml'),
  `brand: {name: Aurora, languages: [de]}\nchannels:\n${lines.join('')}${people}`,
);

const context = {
  clock: { now: () => new Date(NOW) },
  signal: new AbortController().signal,
  onProgress: () => undefined,
};

/** What somebody would type: what has to be said, and the mode. */
function inputsOf({ inputs, modeInput }: Playbook, mode: PlaybookMode): JsonObject {
  const entries = Object.entries(inputs).flatMap(([name, input]): readonly (readonly [string, JsonValue])[] => {
    if (name === modeInput) return [[name, mode]];
    const isWanted = input.required || some.includes(name) || (input.type === 'channel' && input.default !== null);
    const value = named[name] ?? (isWanted ? usual(name, input) : undefined);
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(entries);
}

/** Of the channels that may be named: those that end in different ways. */
const some: readonly string[] = ['x', 'instagram', 'threads', 'mastodon', 'blog'];

/** Where the usual would make no sense. */
const named: Readonly<Record<string, JsonValue>> = {
  deadline: '2027-01-12T16:00',
  legal_end: '2027-09-30',
  last_day: '2027-04-14',
};

function usual(name: string, { type, choices, default: initial }: PlaybookInput): JsonValue {
  if (type === 'channel' && initial !== null) return initial;
  if (choices[0] !== undefined) return choices[0];
  if (type === 'date') return '2027-04-14';
  if (type === 'integer') return 7;
  if (type === 'boolean') return true;
  return type === 'channel' ? (some.includes(name) ? name : 'x') : 'https://aurora.example/x';
}

const asked = {
  compare: null,
  start: null,
  holidays: null,
  rates: {},
  currency: null,
  format: 'text',
  language: 'en',
  paper: { width: 100, style: plainStyle },
  out: null,
  force: false,
} as const;

const wholes = (await shelfFiles()).filter((file) => !file.includes('parts')).map((file) => basename(file, '.yaml'));
const loaded = await Promise.all(
  wholes.map(async (name) => requireSound(await loadPlaybook(name, place, context)).playbook),
);
const ways = loaded.flatMap((playbook) => playbook.modes.map((mode) => [playbook.name, mode, playbook] as const));

describe.each(ways)('%s, %s', (name, mode, playbook) => {
  const inputs = inputsOf(playbook, mode);

  it('has a plan, in which every text is worked out and nothing is late', async () => {
    const { plan } = await planPlaybook(name, inputs, place, context);
    expect(plan.mode).toBe(mode);
    const { timeline } = await planTimeline({ ...asked, playbook: name, inputs }, place, context);
    expect(timeline.steps.length).toBeGreaterThan(3);
    expect(timeline.steps.filter(({ title }) => /\$\{\{/.test(title.de + title.en)).map(({ id }) => id)).toEqual([]);
    expect(timeline.remarks.filter(({ severity }) => severity === 'error').map(({ message }) => message.en)).toEqual(
      [],
    );
  });

  it('comes to its end in a rehearsal, and when things go wrong, alone and together', async () => {
    // Where there are several ways out, what goes wrong alone is played in the first; a whole brand takes too long for it.
    const alone = mode === playbook.modes[0] && name !== 'whole-brand-shutdown' ? mishapNames.map((one) => [one]) : [];
    for (const mishaps of [[], ...alone, mishapNames]) {
      const debrief = await rehearsePlaybook(
        { playbook: name, inputs, mishaps, script: null, weighs: false },
        place,
        context,
      );
      expect([mishaps, debrief.state, debrief.waitsFor]).toEqual([mishaps, 'succeeded', []]);
      expect(debrief.journal.ok).toBe(true);
    }
  });
});
