import { createReadStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { WARCParser } from 'warcio';
import { run, type Tool } from './recall-lastpost.ts';

export const takeWithWget: Tool = async (url, folder) => {
  mkdirSync(folder);
  const args = ['--recursive', '--level=inf', '--page-requisites', '--no-verbose', '--tries=2', '--timeout=20'];
  const warc = ['--warc-file=out', '--delete-after', '--no-directories'];
  // It ends with 8 when a single link answered 404.
  await run('wget', [...args, ...warc, url], { cwd: folder, maxBuffer: 1 << 26 }).catch(() => undefined);
  const kept = new Set<string>();
  const file = createReadStream(join(folder, 'out.warc.gz'));
  for await (const record of new WARCParser(file)) {
    if (record.warcType === 'response' && record.httpHeaders?.statusCode === 200) {
      kept.add((record.warcTargetURI ?? '').replace(/^<|>$/g, ''));
    }
    await record.skipFully();
  }
  return { has: (page) => kept.has(page), hasPicture: async (picture) => kept.has(picture) };
};
