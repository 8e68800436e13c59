import { describe, expect, it } from 'vitest';
import { describeStatement } from '../../src/cli/statement-text.ts';
import { plainStyle } from '../../src/cli/style.ts';
import { inputOf, missingPost, state } from '../posts/statement/make-statement.ts';
import { aurora } from '../posts/statement/statements.ts';

const paper = (width: number) => ({ style: plainStyle, width });

describe('a statement in a terminal', () => {
  it.each([50, 72, 100])('stays within %i columns in both languages', (width) => {
    for (const language of ['en', 'de'] as const) {
      const lines = describeStatement(aurora(), language, paper(width)).split('\n');
      // What is typed into a shell is never broken, and a legend is no prose.
      const prose = lines.filter((line) => !line.includes('█') && !line.includes('Offen') && !line.includes('Open'));
      for (const line of prose) expect(line.length, line).toBeLessThanOrEqual(width);
      const bars = lines.filter((line) => /^ +(\d{4}|undated|ohne Datum) {2}[█▒░]/.test(line));
      expect(bars).toHaveLength(10);
      for (const bar of bars) expect(bar.length, bar).toBeLessThanOrEqual(width);
    }
  });

  it('shows one post beside hundreds', () => {
    const [line] = describeStatement(aurora(), 'en', paper(60))
      .split('\n')
      .filter((one) => one.startsWith('     2020'));
    expect(line).toMatch(/█▒+░ 591$/);
  });

  it('names who accepted a gap, and the first ten things that are missing', () => {
    expect(describeStatement(aurora(), 'de', paper(200))).toContain(
      '    Angenommen von Jana Öztürk am 25. November 2026: X zeigt ohne Anmeldung nur einen Teil der Zeitleiste; der Export deckt sie ab.',
    );
    const missingPosts = Array.from({ length: 130 }, (_, n) => missingPost(String(n)));
    const text = describeStatement(state({ crawl: { missingPosts } }), 'en', paper(100));
    expect(text.match(/status\/\d+/g)).toHaveLength(10);
    expect(text).toContain('      and 120 more\n');
  });

  it('lets no title move the cursor', () => {
    const { channel } = inputOf({});
    const text = describeStatement(
      state({ channel: { ...channel, title: 'a\u001b[2Jb\u202ec\nd' } }),
      'en',
      paper(100),
    );
    for (const sign of ['\u001b', '\u202e']) expect(text).not.toContain(sign);
    expect(text.split('\n')[0]).toContain('a [2Jbc d');
  });
});
