import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/base/digest.ts';
import { diffPlaybook } from '../../src/journeys/diff-playbook.ts';
import { newPlaybook } from '../../src/journeys/new-playbook.ts';
import { adaptCopy } from '../../src/playbooks/copy/adapt-copy.ts';
import { readPlaybook } from '../../src/playbooks/read/read-playbook.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const part = `apiVersion: playbook/v1
name: notice
title: Notice
part: true
mode: freeze
roles: [brand]
steps:
  - {id: memo, type: manual, assignee: brand}
`;

const original = `# A note at the top.
apiVersion: playbook/v1
name:   "leave"      # its name
title: {en: Leave, de: Gehen}
version: 3
mode: freeze
roles: [brand]

steps:
  - {id: first,   uses: notice}   # a note
  - id: look
    type: manual
    assignee: brand
    needs: first
    instructions: |
      Open the settings.
      Look twice.
`;

const context = { clock: { now: () => new Date('2026-11-26T12:00:00Z') } };

/** A workspace, and beside it playbooks that come from elsewhere. */
async function made() {
  const dir = await temporaryFolder();
  const [cwd, shipped] = [join(dir, 'work'), join(dir, 'shipped')];
  await mkdir(cwd);
  await mkdir(shipped);
  await writeFile(join(cwd, 'lastpost.yaml'), 'brand: {name: Aurora, languages: [de]}\nchannels: []\n');
  await writeFile(join(shipped, 'leave.yaml'), original);
  await writeFile(join(shipped, 'notice.yaml'), part);
  const place = { cwd, workspaceDir: cwd };
  const copy = (as: string | null = null, withParts = false) =>
    newPlaybook({ playbook: join(shipped, 'leave.yaml'), as, withParts }, place, context);
  const diff = (playbook = 'leave', more: { against?: string; settle?: boolean } = {}) =>
    diffPlaybook({ playbook, against: 'shipped', settle: false, shipped, ...more }, place);
  const mine = (name = 'leave') => join(cwd, 'playbooks', `${name}.yaml`);
  const edit = async (file: string, from: string, to: string) => {
    const text = await readFile(file, 'utf8');
    if (!text.includes(from)) throw new Error(`There is no "${from}".`);
    await writeFile(file, text.replace(from, to));
  };
  return { cwd, shipped, copy, diff, mine, edit };
}

describe('a playbook that is copied to be adapted', () => {
  it('stays byte for byte but for its name and what it is based on', async () => {
    const { cwd, copy, mine } = await made();
    const { copy: copied, parts } = await copy('leave-shop');
    const digest = sha256(original);
    expect(await readFile(mine('leave-shop'), 'utf8')).toBe(
      original.replace(
        'name:   "leave"      # its name\n',
        `name:   leave-shop      # its name\nbased_on: {playbook: leave, version: 3, sha256: "${digest}"}\n`,
      ),
    );
    expect(copied).toEqual({
      name: 'leave-shop',
      file: mine('leave-shop'),
      basedOn: { playbook: 'leave', version: 3, sha256: digest },
    });
    expect(parts).toEqual([]);
    const [kept = ''] = await readdir(join(cwd, '.lastpost', 'playbooks'));
    expect(await readFile(join(cwd, '.lastpost', 'playbooks', kept), 'utf8')).toBe(original);
  });

  it('never replaces one that is there, whatever its ending', async () => {
    const { copy, mine, cwd } = await made();
    await copy();
    await expect(copy()).rejects.toMatchObject({ code: 'playbook.exists', hint: expect.stringContaining('--as') });
    await writeFile(join(cwd, 'playbooks', 'other.yml'), 'mine');
    await expect(copy('other')).rejects.toMatchObject({ code: 'playbook.exists' });
    expect(await readFile(mine(), 'utf8')).toContain('based_on');
  });

  it.each(['Leave', '../leave', 'a b', 'steps', ''])('is not called "%s"', async (name) => {
    const { copy } = await made();
    await expect(copy(name)).rejects.toMatchObject({ code: 'playbook.bad-name', exitCode: 2 });
  });

  it('has its parts copied where that is asked for, and those left alone that are there', async () => {
    const { copy, mine } = await made();
    expect(await copy('one', true)).toMatchObject({ parts: [{ name: 'notice', basedOn: { version: 1 } }], kept: [] });
    await writeFile(mine('notice'), part.replace('Notice', 'My own notice'));
    expect(await copy('two', true)).toMatchObject({ parts: [], kept: ['notice'] });
    expect(await readFile(mine('notice'), 'utf8')).toContain('My own notice');
  });

  it('is not written when it is no playbook', async () => {
    const { shipped, copy, cwd } = await made();
    await writeFile(join(shipped, 'leave.yaml'), 'steps: 7\n');
    await expect(copy()).rejects.toMatchObject({ code: 'playbook.unsound' });
    expect(await readdir(cwd)).not.toContain('playbooks');
  });

  it.each([
    ['with the line ends of Windows', original.replaceAll('\n', '\r\n')],
    ['with a mark at its beginning', `\ufeff${original}`],
    [
      'in one line',
      `{apiVersion: playbook/v1, name: leave, title: L, mode: freeze, roles: [a], steps: [{id: a, type: manual}]}`,
    ],
    [
      'that was copied before',
      original.replace('version: 3', 'version: 3\nbased_on:\n  playbook: older\n  version: 1\n  sha256: "x"'),
    ],
  ])('can be read %s', (_, text) => {
    const origin = { playbook: 'leave', version: 3, sha256: sha256(text) };
    const copy = adaptCopy(text, 'mine', origin);
    expect(readPlaybook('mine.yaml', Buffer.from(copy))).toMatchObject({
      playbook: { name: 'mine', basedOn: origin },
      findings: [],
    });
    expect(copy.split('\r\n').length).toBe(text.includes('\r') ? copy.split('\n').length : 1);
  });
});

describe('a playbook that was adapted', () => {
  it('is told from its original, and from what the original became', async () => {
    const { copy, diff, edit, mine, shipped } = await made();
    await copy('leave-shop');
    await edit(mine('leave-shop'), 'Look twice.', 'Look three times.');
    expect(await diff('leave-shop')).toMatchObject({
      hasBase: true,
      mine: [{ step: 'look', field: 'instructions', what: 'changed' }],
      theirs: [],
      conflicts: [],
    });
    await edit(join(shipped, 'leave.yaml'), 'Look twice.', 'Look around.');
    await edit(join(shipped, 'leave.yaml'), 'version: 3', 'version: 4\ntimezone: Europe/Berlin');
    const after = await diff('leave-shop');
    expect(after.against).toMatchObject({ name: 'leave', version: 4 });
    expect(after.theirs.map(({ step, field }) => [step, field])).toEqual([
      [null, 'timezone'],
      ['look', 'instructions'],
    ]);
    expect(after.conflicts).toMatchObject([{ mine: { step: 'look' } }]);
  });

  it('is based on the newer one once somebody has looked at all of it', async () => {
    const { copy, diff, edit, mine, shipped } = await made();
    await copy();
    await edit(mine(), 'Look twice.', 'Look three times.');
    await edit(join(shipped, 'leave.yaml'), 'version: 3', 'version: 4\ntimezone: Europe/Berlin');
    expect(await diff('leave', { settle: true })).toMatchObject({ isSettled: true, theirs: [{ field: 'timezone' }] });
    // What was not taken over is from now on something that mine leaves out.
    expect(await diff()).toMatchObject({
      basedOn: { version: 4 },
      theirs: [],
      mine: [{ field: 'timezone', what: 'removed' }, { field: 'instructions' }],
    });
    await edit(join(shipped, 'leave.yaml'), 'version: 4', 'version: 5');
    expect(await diff()).toMatchObject({ hasBase: true, against: { version: 5 } });
  });

  it('is compared with the other alone where the original is lost or was changed', async () => {
    const { cwd, copy, diff, edit, mine, shipped } = await made();
    await copy();
    await edit(mine(), 'Look twice.', 'Look three times.');
    await edit(join(shipped, 'leave.yaml'), 'version: 3', 'version: 4\ntimezone: Europe/Berlin');
    const folder = join(cwd, '.lastpost', 'playbooks');
    const [kept = ''] = await readdir(folder);
    await edit(join(folder, kept), 'Look twice.', 'Look away.');
    const two = {
      hasBase: false,
      mine: [{ field: 'timezone', what: 'removed' }, { field: 'instructions' }],
      theirs: [],
    };
    expect(await diff()).toMatchObject(two);
    await rm(folder, { recursive: true });
    expect(await diff()).toMatchObject(two);
    await rm(join(shipped, 'leave.yaml'));
    await expect(diff()).rejects.toMatchObject({ code: 'playbook.nothing-to-compare', exitCode: 2 });
  });

  it('is shown on the command line with its words marked, and with what to do', async () => {
    const { cwd, copy, edit, mine, shipped } = await made();
    await copy();
    await edit(mine(), 'Look twice.', 'Look three times.');
    await edit(join(shipped, 'leave.yaml'), 'Open the settings.', 'Open the menu.');
    const line = ['playbook', 'diff', 'leave', '--against', join(shipped, 'leave.yaml')];
    const { code, stdout } = await runCli(line, { cwd });
    expect(code).toBe(3);
    expect(stdout).toContain('What you have changed since leave, version 3: 1 change\n  step look\n    instructions\n');
    expect(stdout).toContain('      - Look [-twice-].\n      + Open the settings.\n      + Look {+three times+}.\n');
    expect(stdout).toContain('      + Open the {+menu+}.');
    expect(stdout).toContain('step look, instructions: changed by you, changed there');
    expect(stdout).toContain('lastpost playbook diff leave --settle');
    const again = await runCli(['playbook', 'new', join(shipped, 'leave.yaml'), '--json'], { cwd });
    expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('playbook.exists') });
  });
});
