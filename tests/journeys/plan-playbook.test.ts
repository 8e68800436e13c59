import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemClock } from '../../src/base/clock.ts';
import { planPlaybook } from '../../src/journeys/load-playbook.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function workspace(playbook: string, people = ''): Promise<string> {
  const dir = await temporaryFolder();
  const channel = '{id: x, platform: x, url: "https://x.com/aurora"}';
  await writeFile(
    join(dir, 'lastpost.yaml'),
    `brand: {name: Aurora, languages: [de]}\nchannels: [${channel}]\n${people}`,
  );
  await mkdir(join(dir, 'playbooks'));
  await copyFile(join('tests/fixtures/playbooks', `${playbook}.yaml`), join(dir, 'playbooks', 'mine.yaml'));
  return dir;
}

const context = { clock: systemClock };

describe('planning a run of a playbook', () => {
  it('takes a sound one with inputs of the workspace', async () => {
    const cwd = await workspace('every-step');
    const { plan, sources, findings } = await planPlaybook(
      'mine',
      { account: 'x', last_day: '2026-12-31' },
      { cwd },
      context,
    );
    expect(plan).toMatchObject({ playbook: 'every-step', timezone: 'Europe/Berlin', concurrencyGroups: ['channel/x'] });
    expect(sources.map(({ name }) => name)).toEqual(['every-step']);
    expect(findings.map(({ code }) => code)).toEqual(['playbook.name-differs']);
    await expect(
      planPlaybook('mine', { account: 'y', last_day: '2026-12-31' }, { cwd }, context),
    ).rejects.toMatchObject({
      code: 'playbook.inputs',
      message: 'The input "account" is "y"; it must be one of: x. Did you mean "x"?',
    });
  });

  it('refuses one with errors and names them', async () => {
    const cwd = await workspace('bad/irreversible-no-memo');
    await expect(planPlaybook('mine', {}, { cwd }, context)).rejects.toMatchObject({
      code: 'playbook.unsound',
      message: expect.stringMatching(
        /mine\.yaml:18:19: Step "deactivate" is irreversible and could begin before the staff/,
      ),
      exitCode: 2,
    });
  });

  it('tells of roles that nobody in lastpost.yaml has', async () => {
    const people = 'people: [{id: jana, name: Jana, roles: [brand, legal]}, {id: max, name: Max, roles: [legal]}]\n';
    const cwd = await workspace('every-step', people);
    const { findings } = await planPlaybook('mine', { account: 'x', last_day: '2026-12-31' }, { cwd }, context);
    expect(findings.map(({ message }) => message)).toEqual([
      'The playbook is called "every-step", and its file "mine".',
      'Nobody in lastpost.yaml has the role "service".',
      'Step "told" tells "service", which is nobody and no role that anybody has in lastpost.yaml.',
    ]);
  });
});
