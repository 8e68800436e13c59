import { expect, test } from 'vitest';
import { Frontier } from '../../src/crawl/frontier.ts';

const pace = { firstPauseMs: 5_000, maxPauseMs: 60_000 };
const item = (url: string) => ({ url, depth: 1, isSeed: false, tries: 0 });

/** What is taken at an instant, as `host/path`, or how long to wait. */
function takenAt(frontier: Frontier, nowMs: number): string | number {
  const taken = frontier.take(nowMs);
  if (taken.kind === 'item') return taken.item.url.replace('https://', '');
  return taken.kind === 'wait' ? taken.ms : taken.kind;
}

test('each host has a queue of its own: one that is slow or asks for a pause holds up no other', () => {
  const frontier = new Frontier({
    delayMs: (host) => (host === 'slow.example' ? 1_000 : 0),
    lightDelayMs: () => 100,
    pace,
    onChange: () => 0,
  });
  for (const n of [1, 2, 3]) frontier.add(item(`https://slow.example/${n}`));
  for (const n of [1, 2, 3]) frontier.add(item(`https://quick.example/${n}`));
  expect([0, 0, 0, 0, 0].map((nowMs) => takenAt(frontier, nowMs))).toEqual([
    'slow.example/1',
    'quick.example/1',
    'quick.example/2',
    'quick.example/3',
    1_000,
  ]);
  frontier.trouble('https://slow.example/1', 'rate-limited', 500, 4_000);
  frontier.add(item('https://quick.example/4'));
  expect([1_000, 1_000].map((nowMs) => takenAt(frontier, nowMs))).toEqual(['quick.example/4', 3_500]);
  expect(takenAt(frontier, 4_500)).toBe('slow.example/2');
});

test('an address is taken once, whatever its name comes up again, and hosts take turns', () => {
  const frontier = new Frontier({ delayMs: () => 0, lightDelayMs: () => 0, pace, onChange: () => 0 });
  for (const path of ['a.example/1', 'a.example/2', 'b.example/1', 'a.example/1', 'b.example/2']) {
    frontier.add(item(`https://${path}`));
  }
  expect(frontier.claim('https://b.example/2')).toBe(true);
  expect([0, 0, 0, 0].map((nowMs) => takenAt(frontier, nowMs))).toEqual([
    'a.example/1',
    'b.example/1',
    'a.example/2',
    'empty',
  ]);
});
