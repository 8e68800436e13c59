import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, served, type Tool } from './recall-lastpost.ts';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** It writes one HTML file a page, pictures inside as data: addresses; they are known again by their bytes. */
export const takeWithSingleFile: Tool = async (url, folder, browser) => {
  mkdirSync(folder);
  const crawl = ['--crawl-links=true', '--crawl-max-depth=50', '--crawl-inner-links-only=true'];
  const more = [
    '--filename-conflict-action=uniquify',
    `--browser-executable-path=${browser}`,
    '--browser-arg=--no-sandbox',
  ];
  const args = ['--yes', 'single-file-cli', url, `--output-directory=${folder}`, ...crawl, ...more];
  await run('npx', args, { maxBuffer: 1 << 26, timeout: 900_000 }).catch(() => undefined);
  const pages = new Set<string>();
  const pictures = new Set<string>();
  for (const name of readdirSync(folder)) {
    const text = readFileSync(join(folder, name), 'utf8');
    const saved = /\n\s*url: (\S+)/.exec(text)?.[1];
    if (saved) pages.add(saved);
    for (const [, data] of text.matchAll(/data:image\/[a-z+]+;base64,([A-Za-z0-9+/=]+)/g)) {
      pictures.add(sha256(Buffer.from(data ?? '', 'base64')));
    }
  }
  return {
    has: (page) => pages.has(page),
    hasPicture: async (picture) => pictures.has(sha256(await served(picture))),
  };
};
