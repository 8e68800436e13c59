import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addChannelToWorkspace } from '../../src/workspace/add-channel.ts';
import { addPeopleToWorkspace } from '../../src/workspace/add-people.ts';
import { makeFolders, writeConfig, writeGitignore, writeSigningKey } from '../../src/workspace/create-workspace.ts';
import { findWorkspace } from '../../src/workspace/find-workspace.ts';
import { openWorkspace, requireChannel, requireWorkspace } from '../../src/workspace/open-workspace.ts';
import { readSigningKeyPem, signingKeyMode } from '../../src/workspace/signing-key-file.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const aurora = { brandName: 'Aurora "Coffee": # & Söhne', languages: ['de', 'en'] };

async function newWorkspace(): Promise<string> {
  const dir = await temporaryFolder();
  await writeConfig(await makeFolders(dir), aurora);
  return dir;
}

describe('a new workspace', () => {
  it('is sound as it is written, whatever the brand is called', async () => {
    const { config } = await openWorkspace(await newWorkspace());
    expect(config.brand).toEqual({ name: 'Aurora "Coffee": # & Söhne', languages: ['de', 'en'] });
    expect(config.channels).toEqual([]);
  });

  it('shows settings in comments that are sound when the # is taken away', async () => {
    const dir = await newWorkspace();
    const { paths } = await openWorkspace(dir);
    const text = await readFile(paths.config, 'utf8');
    await writeFile(paths.config, text.replace(/^#( {2})/gm, '$1'));
    const { config } = await openWorkspace(dir);
    expect(config.channels.map(({ id }) => id)).toEqual(['blog']);
    expect(Object.keys(config.archive).length).toBe(14);
  });

  it('keeps the key to its owner and never replaces it', async () => {
    const paths = await makeFolders(await temporaryFolder());
    expect(await writeSigningKey(paths, 'first')).toBe(true);
    expect(await writeSigningKey(paths, 'second')).toBe(false);
    expect(await readSigningKeyPem(paths)).toBe('first');
    expect(await signingKeyMode(paths)).toBe(0o600);
    expect((await stat(paths.keys)).mode & 0o777).toBe(0o700);
  });

  it('keeps key and ledger out of git', async () => {
    const paths = await makeFolders(await temporaryFolder());
    await writeGitignore(paths);
    expect((await readFile(paths.internalGitignore, 'utf8')).split('\n')).toContain('*');
  });

  it('is never written over another', async () => {
    const dir = await newWorkspace();
    const paths = await makeFolders(dir);
    await expect(writeConfig(paths, aurora)).rejects.toMatchObject({
      code: 'workspace.exists',
      message: `There is a workspace already: ${paths.config}`,
      hint: `It stays as it is. To put back a missing key, ledger or folder: lastpost init ${dir} --repair`,
    });
  });

  it('cannot be made where a file is in the way', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    await expect(makeFolders(file)).rejects.toMatchObject({ code: 'workspace.cannot-write' });
  });
});

describe('finding a workspace', () => {
  it('goes up to the nearest folder with a lastpost.yaml', async () => {
    const dir = await newWorkspace();
    const deep = join(dir, 'vault', 'blog');
    await mkdir(deep, { recursive: true });
    expect(await findWorkspace(deep)).toBe(dir);
    expect((await requireWorkspace({ cwd: deep })).dir).toBe(dir);
  });

  it('takes a named folder as it is, and does not look further', async () => {
    const dir = await newWorkspace();
    const named = join(dir, 'vault');
    await expect(requireWorkspace({ cwd: dir, workspaceDir: named })).rejects.toMatchObject({
      code: 'workspace.not-found',
      message: `There is no workspace here: ${join(named, 'lastpost.yaml')} does not exist.`,
      exitCode: 2,
    });
  });

  it('says what to do when there is none', async () => {
    const dir = await temporaryFolder();
    await expect(requireWorkspace({ cwd: dir })).rejects.toMatchObject({
      code: 'workspace.not-found',
      message: `There is no workspace in ${dir} or above it.`,
      hint: 'Name its folder with --workspace DIR, or make one with: lastpost init DIR --brand NAME',
    });
  });
});

describe('adding a channel', () => {
  const blog = { id: 'blog', platform: 'website', url: 'https://blog.example.org/', title: 'The blog' } as const;

  it('keeps every comment and every other line', async () => {
    const dir = await newWorkspace();
    const { paths } = await openWorkspace(dir);
    const before = await readFile(paths.config, 'utf8');
    await addChannelToWorkspace(dir, blog);
    const { config } = await addChannelToWorkspace(dir, { ...blog, id: 'social', scope: 'prefix' });
    const after = await readFile(paths.config, 'utf8');
    expect(config.channels.map(({ id }) => id)).toEqual(['blog', 'social']);
    const comments = (text: string) =>
      text
        .split('\n')
        .map((line) => /#.*/.exec(line)?.[0].replace(/\s+/g, ' ').trim())
        .filter(Boolean);
    expect(comments(after).sort()).toEqual(comments(before).sort());
    expect(after).toContain(
      '  - id: blog\n    platform: website\n    url: https://blog.example.org/\n    title: The blog\n',
    );
    expect(after).toContain('  name: "Aurora \\"Coffee\\": # & Söhne"\n');
  });

  it('lets people be added below the example, with every comment kept', async () => {
    const dir = await newWorkspace();
    const { paths } = await openWorkspace(dir);
    const comments = (text: string) => text.match(/#.*/g)?.length;
    const before = comments(await readFile(paths.config, 'utf8'));
    const anna = {
      id: 'anna',
      name: 'Anna Berg',
      roles: ['brand'],
      email: 'anna@example.org',
      language: 'en',
    } as const;
    const { config } = await addPeopleToWorkspace(dir, [anna, { ...anna, id: 'lena', email: 'lena@example.org' }]);
    expect(config.people.map(({ id }) => id)).toEqual(['anna', 'lena']);
    const after = await readFile(paths.config, 'utf8');
    expect(comments(after)).toBe(before);
    await expect(addPeopleToWorkspace(dir, [anna])).rejects.toMatchObject({ code: 'workspace.invalid' });
    expect(await readFile(paths.config, 'utf8')).toBe(after);
  });

  it('refuses an id that is taken, and writes nothing that would be unsound', async () => {
    const dir = await newWorkspace();
    const { paths } = await addChannelToWorkspace(dir, blog);
    const before = await readFile(paths.config, 'utf8');
    await expect(addChannelToWorkspace(dir, blog)).rejects.toMatchObject({ code: 'channel.exists' });
    await expect(addChannelToWorkspace(dir, { ...blog, id: 'No Folder' })).rejects.toMatchObject({
      code: 'workspace.invalid',
    });
    expect(await readFile(paths.config, 'utf8')).toBe(before);
  });

  it('makes it known by its id, and names the others when an id is wrong', async () => {
    const dir = await newWorkspace();
    expect(() => requireChannel({ ...emptyWorkspace }, 'blog')).toThrow('No channel is called "blog".');
    const workspace = await addChannelToWorkspace(dir, blog);
    expect(requireChannel(workspace, 'blog').url).toBe('https://blog.example.org/');
    expect(() => requireChannel(workspace, 'blgo')).toThrow(
      expect.objectContaining({
        code: 'channel.unknown',
        message: 'No channel is called "blgo".',
        hint: 'Choose one of: blog.',
      }),
    );
  });
});

const emptyWorkspace = {
  dir: '/nowhere',
  config: { brand: { name: 'A', languages: ['en'] }, channels: [], archive: { secretParameters: [] }, people: [] },
  paths: {} as never,
};
