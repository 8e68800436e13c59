import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readLogo } from '../../src/workspace/read-logo.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const png = Buffer.from('89504e470d0a1a0a0000', 'hex');

it.each([
  ['png', png],
  ['jpeg', Buffer.from('ffd8ffe000104a464946', 'hex')],
  ['svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['svg', Buffer.from('\ufeff<?xml version="1.0"?>\n<!-- by hand -->\n<!DOCTYPE svg PUBLIC "a" "b">\n<svg/>')],
] as const)('a logo is known by its first bytes, whatever its name ends with: %s', async (kind, bytes) => {
  const dir = await temporaryFolder();
  await mkdir(join(dir, 'brand'));
  await writeFile(join(dir, 'brand', 'logo.bin'), bytes);
  expect(await readLogo(dir, 'brand/logo.bin')).toMatchObject({ kind });
});

it.each([
  ['a page', '<!DOCTYPE html><svg/>', 'is no PNG, JPEG or SVG: it begins with "<!DOCTYPE html><"'],
  ['an image of another kind', Buffer.from('474946383961ff', 'hex'), 'it begins with 47 49 46 38'],
  ['nothing', '', 'is empty'],
])('%s is no logo', async (_, bytes, message) => {
  const dir = await temporaryFolder();
  await writeFile(join(dir, 'logo.png'), bytes);
  await expect(readLogo(dir, 'logo.png')).rejects.toMatchObject({
    code: 'exit.logo',
    message: expect.stringContaining(message),
  });
});

it('a logo lies in the workspace: not beside it, not behind a link, not nowhere, and is no folder', async () => {
  const [dir, elsewhere] = [await temporaryFolder(), await temporaryFolder()];
  await writeFile(join(elsewhere, 'logo.png'), png);
  await symlink(join(elsewhere, 'logo.png'), join(dir, 'link.png'));
  await mkdir(join(dir, 'folder'));
  const messageOf = (path: string) => readLogo(dir, path).then(String, (error: Error) => error.message);
  expect(await messageOf(join(elsewhere, 'logo.png'))).toContain('lies outside the workspace');
  expect(await messageOf('link.png')).toContain('lies outside the workspace');
  expect(await messageOf('no.png')).toBe('The logo no.png is not there.');
  expect(await messageOf('folder')).toBe('The logo folder is no file.');
});
