import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import type { QaLimits, ReplayedLook } from '../../src/model/qa.ts';
import { comparePictures } from '../../src/replay/qa/compare-pictures.ts';
import { firstDifference, textSimilarity } from '../../src/replay/qa/compare-texts.ts';
import { countResources, expectedResources, type Findings, judgePage } from '../../src/replay/qa/judge-page.ts';

function picture(width: number, height: number, darkRows: number): Buffer {
  const png = new PNG({ width, height });
  png.data.fill(255);
  for (let at = 0; at < darkRows * width * 4; at += 4) png.data.fill(0, at, at + 3);
  return PNG.sync.write(png);
}

describe('pictures', () => {
  it('are alike by the share of pixels that do not differ', () => {
    expect(comparePictures(picture(100, 100, 0), picture(100, 100, 0), true)).toEqual({ score: 1 });
    const quarter = comparePictures(picture(100, 100, 0), picture(100, 100, 25), true);
    expect(quarter.score).toBe(0.75);
    const difference = PNG.sync.read(quarter.difference ?? Buffer.alloc(0));
    const colourAt = (x: number, y: number) => [...difference.data.subarray((y * 100 + x) * 4, (y * 100 + x) * 4 + 3)];
    expect(colourAt(50, 10)).toEqual([214, 0, 28]);
    expect(colourAt(50, 90)).toEqual([255, 255, 255]);
  });

  it('of two sizes differ where only one of them has pixels', () => {
    expect(comparePictures(picture(100, 100, 0), picture(100, 50, 0), false)).toEqual({ score: 0.5 });
  });
});

describe('texts', () => {
  it('are alike by the pairs of words they share', () => {
    expect(textSimilarity('we are closing', 'we  are\nclosing')).toBe(1);
    expect(textSimilarity('we are closing', 'closing are we')).toBe(0);
    expect(textSimilarity('a b c', 'a b')).toBeCloseTo(4 / 7);
    expect(textSimilarity('ha ha ha', 'ha')).toBeCloseTo(4 / 6);
    expect(textSimilarity('one', 'another')).toBe(0);
    expect(textSimilarity('', '')).toBe(1);
    expect(textSimilarity('one', '')).toBe(0);
  });

  it('part at words that a person can look up', () => {
    expect(firstDifference('we are closing in May', 'we are closing in June')).toEqual({
      captured: 'May',
      replayed: 'June',
    });
    expect(firstDifference('we are closing', 'we are now closing')).toEqual({ captured: '', replayed: 'now' });
    expect(firstDifference('we are', 'we\nare')).toBeUndefined();
    expect(firstDifference('ha ha', 'ha ha ha')).toEqual({ captured: '', replayed: 'ha' });
  });
});

describe('the verdict on a page', () => {
  const limits: QaLimits = { minPicture: 0.95, minText: 0.98 };
  const target = { url: 'https://blog.example.org/', timestamp: '20261123093000', title: 'Blog' };
  const replayed: ReplayedLook = { status: 200, picture: Buffer.alloc(0), text: 'Hello', answers: [] };
  const findings: Findings = {
    target,
    captured: { picture: null, text: null, resources: null },
    replayed,
    picture: 1,
    text: 1,
    resources: { expected: 3, found: 3, missing: [] },
  };
  const verdict = (parts: Partial<Findings>) => judgePage({ ...findings, ...parts }, limits).verdict;

  it('is the worst that was found', () => {
    const lacking = { expected: 3, found: 2, missing: ['https://blog.example.org/a.png'] };
    expect(verdict({})).toBe('good');
    expect(verdict({ picture: 0.95, text: 0.98 })).toBe('good');
    expect(verdict({ picture: 0.949 })).toBe('differs');
    expect(verdict({ text: 0.979, resources: lacking })).toBe('differs');
    expect(verdict({ resources: lacking })).toBe('incomplete');
    expect(verdict({ replayed: { ...replayed, status: 404 }, picture: 0, resources: lacking })).toBe('broken');
  });

  it('needs something to see where there is nothing to compare', () => {
    expect(verdict({ picture: null, text: null })).toBe('loads');
    expect(verdict({ picture: null })).toBe('good');
    expect(verdict({ picture: null, text: null, replayed: { ...replayed, text: ' \n' } })).toBe('broken');
  });

  it('expects what was there at the capture, and whatever else the page asks for', () => {
    const part = (url: string, status: number, type = 'image') => ({ url, status, type });
    const resources = [
      part('https://a.example/there.png', 200),
      part('https://a.example/moved', 301),
      part('https://a.example/gone.png', 404),
      part('https://a.example/failed.png', 0),
      part('https://a.example/stream', 200, 'eventsource'),
      part('https://a.example/form', 200, 'fetch'),
      part('wss://a.example/socket', 101, 'websocket'),
    ];
    const expected = expectedResources(resources);
    expect(expected).toEqual(['https://a.example/there.png', 'https://a.example/moved', 'https://a.example/form']);
    const answers = [
      { url: 'https://a.example/gone.png', status: 404 },
      { url: 'https://a.example/late.png', status: 404 },
      { url: 'https://a.example/other.png', status: 200 },
    ];
    const asked = new Map(expected.map((url) => [url, url.endsWith('form') ? 404 : 200]));
    const captured = { picture: null, text: null, resources };
    expect(countResources(captured, answers, asked, (url) => url.endsWith('form'))).toEqual({
      expected: 5,
      found: 4,
      missing: ['https://a.example/late.png'],
    });
  });
});
