import { describe, expect, it } from 'vitest';
import { candidatesByTime, type LooseReading, oneToOne } from '../../src/model/pair-posts.ts';

/** Readings by the second; exports have places from 1, crawls from 101. */
function readings(from: number, seconds: readonly number[], idForm: string | null = null): readonly LooseReading[] {
  return seconds.map((second, index) => ({ place: from + index, ms: second * 1000 + 500, idForm }));
}

function paired(exports: readonly LooseReading[], crawls: readonly LooseReading[], length = 4): readonly string[] {
  return oneToOne(candidatesByTime(exports, crawls, length))
    .map(({ exported, crawled }) => `${exported.place}-${crawled.place}`)
    .toSorted();
}

describe('pairing posts that say the same', () => {
  it('takes the nearest in time first, and each once', () => {
    expect(paired(readings(1, [0, 60]), readings(101, [55, 70]))).toEqual(['1-102', '2-101']);
    expect(paired(readings(1, [0]), readings(101, [10, 20]))).toEqual(['1-101']);
    expect(paired(readings(1, [0]), readings(101, [121]))).toEqual([]);
  });

  it('pairs in the order of time those that are equally near', () => {
    expect(paired(readings(1, [10, 50]), readings(101, [0, 0]))).toEqual(['1-101', '2-102']);
    expect(paired(readings(1, [0, 0, 0]), readings(101, [0, 0]))).toEqual(['1-101', '2-102']);
  });

  it('never pairs two whose ids the platform gave in one form', () => {
    expect(paired(readings(1, [0], '#'), readings(101, [0], '#'))).toEqual([]);
    expect(paired(readings(1, [0], '#'), readings(101, [0], 'w'))).toEqual(['1-101']);
    expect(paired(readings(1, [0], '#'), readings(101, [0]))).toEqual(['1-101']);
  });

  it('looks at no more than the nearest where one text stands ten thousand times', () => {
    const many = Array.from({ length: 10_000 }, (_, second) => second / 1000);
    expect(candidatesByTime(readings(1, many), readings(10_001, many), 4).length).toBeLessThanOrEqual(10_000 * 128);
  });
});
