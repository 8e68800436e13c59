import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { html, useSites } from '../support/fixtures.ts';
import { finished, spawnCli } from '../support/run-cli.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { Route } from '../support/test-site.ts';

const site = useSites();
const filmBytes = 400 * 2 ** 20;

/** A film of `filmBytes`, made while it is sent, whole or from where a range begins. */
function film(): Route {
  const block = randomBytes(1 << 20);
  return async (request, response) => {
    const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
    const isRange = request.headers.range !== undefined;
    response.writeHead(isRange ? 206 : 200, {
      'content-type': 'video/mp4',
      'accept-ranges': 'bytes',
      'content-length': filmBytes - from,
      ...(isRange ? { 'content-range': `bytes ${from}-${filmBytes - 1}/${filmBytes}` } : {}),
    });
    for (let sent = from; sent < filmBytes && !response.closed; ) {
      const part = block.subarray(0, Math.min(block.length, filmBytes - sent));
      sent += part.length;
      if (!response.write(part)) {
        await new Promise<void>((resolve) => {
          response.once('drain', resolve);
          response.once('close', resolve);
        });
      }
    }
    response.end();
  };
}

test.runIf(process.platform === 'linux')(
  'a film far larger than the memory we allow ourselves streams through',
  {
    timeout: 240_000,
  },
  async () => {
    const folder = await temporaryFolder();
    const blog = await site({
      '/': html('<h1>Our film</h1><video src="/film.mp4" controls preload="metadata"></video>'),
      '/film.mp4': film(),
    });
    const out = join(folder, 'film.wacz');
    const child = spawnCli(['snapshot', 'take', blog.url('/'), '--out', out, '--json'], { cwd: folder });
    let mostKilobytes = 0;
    const watch = setInterval(() => {
      try {
        const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
        mostKilobytes = Math.max(mostKilobytes, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
      } catch {
        // It has ended.
      }
    }, 100);
    const { code, stdout, stderr } = await finished(child);
    clearInterval(watch);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ snapshot: { state: 'complete', pages: 1, gaps: 0 } });
    expect(code).toBe(0);
    const { size } = await stat(out);
    // Once, and not a second time for the ranges that the player asked for.
    expect(size).toBeGreaterThan(filmBytes);
    expect(size).toBeLessThan(filmBytes * 1.1);
    expect(mostKilobytes).toBeGreaterThan(0);
    expect(mostKilobytes / 1024, String(mostKilobytes)).toBeLessThan(350);
  },
);
