import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createProgressLine, renderProgress } from '../../src/cli/progress.ts';

/** A terminal that keeps what was written to it. */
function fakeTerminal(columns = 80) {
  const written: string[] = [];
  return { isTTY: true, columns, written, write: (text: string) => written.push(text) };
}

const HIDE = '\u001b[?25l';
const SHOW = '\u001b[?25h';

describe('what the live line says', () => {
  it('has the real units, and the address in the room that is left', () => {
    const progress = {
      phase: 'crawl',
      pagesDone: 12,
      pagesKnown: 1340,
      bytes: 4_200_000,
      pagesPerSecond: 1.234,
      gaps: 2,
      current: 'https://blog.example.org/2026/11/a-long-address-for-a-post/',
    };
    expect(renderProgress(progress, 100)).toBe(
      'crawl · 12/1,340 pages · 4.2 MB · 1.2 pages/s · 2 gaps · https://blog.example.…g-address-for-a-post/',
    );
    expect(renderProgress(progress, 100).length).toBeLessThanOrEqual(100);
    expect(renderProgress(progress, 60)).toBe('crawl · 12/1,340 pages · 4.2 MB · 1.2 pages/s · 2 gaps');
  });

  it('leaves out what is unknown instead of guessing it', () => {
    expect(renderProgress({ phase: 'seal' }, 80)).toBe('seal');
    expect(renderProgress({ phase: 'verify', bytes: 5e6, bytesTotal: 2e9 }, 80)).toBe('verify · 5.0 MB of 2.0 GB');
    expect(renderProgress({ phase: 'crawl', pagesDone: 1, gaps: 0 }, 80)).toBe('crawl · 1 page');
  });

  it('lets no address move the cursor', () => {
    expect(renderProgress({ phase: 'crawl', current: 'https://x.example/\u001b[2J\r\n' }, 80)).toBe(
      'crawl · https://x.example/[2J',
    );
  });
});

describe('the live line', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is rewritten at most ten times a second and ends with the newest', () => {
    const terminal = fakeTerminal();
    const line = createProgressLine(terminal, true);
    for (let done = 0; done < 1000; done += 1) {
      line.onProgress({ phase: 'crawl', pagesDone: done });
      vi.advanceTimersByTime(1);
    }
    vi.advanceTimersByTime(200);
    expect(terminal.written.length).toBeGreaterThanOrEqual(9);
    expect(terminal.written.length).toBeLessThanOrEqual(11);
    expect(terminal.written.at(-1)).toBe('\r\u001b[2Kcrawl · 999 pages');
  });

  it('hides the cursor once and gives it back, also when closed twice', () => {
    const terminal = fakeTerminal();
    const line = createProgressLine(terminal, true);
    line.onProgress({ phase: 'crawl' });
    line.close();
    line.close();
    line.onProgress({ phase: 'late' });
    vi.advanceTimersByTime(1000);
    expect(terminal.written).toEqual([`${HIDE}\r\u001b[2Kcrawl`, `\r\u001b[2K${SHOW}`]);
  });

  it('never fills the last column, where some terminals wrap', () => {
    const terminal = fakeTerminal(40);
    createProgressLine(terminal, true).onProgress({ phase: 'crawl', current: `https://example.org/${'a'.repeat(99)}` });
    expect(terminal.written[0]?.replace(HIDE, '').replace('\r\u001b[2K', '')).toHaveLength(39);
  });

  it('says nothing where there is no terminal, or when it is not wanted', () => {
    const pipe = { ...fakeTerminal(), isTTY: false };
    const quiet = fakeTerminal();
    for (const line of [createProgressLine(pipe, true), createProgressLine(quiet, false)]) {
      line.onProgress({ phase: 'crawl' });
      line.clear();
      line.close();
    }
    expect([...pipe.written, ...quiet.written]).toEqual([]);
  });
});
