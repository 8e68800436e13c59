import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mayUseSandbox } from '../../../src/crawl/browser/browser-flags.ts';
import { findChromium } from '../../../src/crawl/find-chromium.ts';
import { drawRun } from '../../../src/playbooks/draw/draw-run.ts';
import { graphOfPlaybook } from '../../../src/playbooks/draw/graph-of-playbook.ts';
import { drawSvg } from '../../../src/playbooks/draw/svg/draw-svg.ts';
import { leaveX, madePlaybook, madeStep, oddNames, oddPlaybook, sixtySteps } from '../../support/made-playbook.ts';
import { runSituations } from '../../support/run-situations.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let browser: Browser;

beforeAll(async () => {
  const { path } = await findChromium();
  browser = await chromium.launch({ executablePath: path, chromiumSandbox: mayUseSandbox() });
});

afterAll(() => browser.close());

/** The drawing as a browser shows it that opens the file. */
async function opened(svg: string): Promise<{ readonly page: Page; readonly asked: readonly string[] }> {
  const file = join(await temporaryFolder(), 'drawing.svg');
  await writeFile(file, svg);
  const page = await browser.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  return { page, asked };
}

interface Box {
  readonly id: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where each step's outline and its words are, the line across, and the ends of arrows. */
function measured(page: Page) {
  return page.evaluate(() => {
    const boxOf = (element: Element, id: string) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { id, left, right, top, bottom };
    };
    const steps = [...document.querySelectorAll('[data-step]')];
    const nameOf = (step: Element) => step.getAttribute('data-step') ?? '';
    const boxes = steps.map((step) => boxOf(step.querySelector('.shape') as Element, nameOf(step)));
    const words = steps.flatMap((step) => [...step.querySelectorAll('text')].map((text) => boxOf(text, nameOf(step))));
    const line = document.querySelector('.line');
    const arrows = [...document.querySelectorAll<SVGPathElement>('.run > g > .arrow, .playbook > g > .arrow')].map(
      (arrow) => {
        const [start, end] = [arrow.getPointAtLength(0), arrow.getPointAtLength(arrow.getTotalLength())];
        return [start.y, end.y] as const;
      },
    );
    const root = document.documentElement;
    return {
      boxes,
      words,
      line: line === null ? null : line.getBoundingClientRect().top,
      arrows,
      texts: [...document.querySelectorAll('text')].map((text) => boxOf(text, text.textContent ?? '')),
      width: Number(root.getAttribute('width')),
      height: Number(root.getAttribute('height')),
      tag: root.tagName,
      isBroken: document.querySelector('parsererror') !== null,
    };
  });
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

const three = madePlaybook([
  madeStep('a'),
  madeStep('b', { needs: ['a'], irreversible: true }),
  madeStep('c', { needs: ['b'], type: 'certificate' }),
]);

const drawings = {
  'three steps': drawSvg(graphOfPlaybook(three), 'en'),
  'the playbook of the documentation': drawSvg(graphOfPlaybook(leaveX()), 'de'),
  'sixty steps': drawSvg(graphOfPlaybook(sixtySteps()), 'de'),
  'odd names': drawSvg(graphOfPlaybook(oddPlaybook()), 'en'),
  'no steps': drawSvg(graphOfPlaybook(madePlaybook([])), 'en'),
  'a run in doubt': drawRun(runSituations['in doubt'], 'de'),
  'a run that is overdue': drawRun(runSituations.overdue, 'en'),
};

describe('the drawing of a playbook', () => {
  it.each(Object.entries(drawings))('keeps words in their shapes and shapes apart: %s', async (_, svg) => {
    const { page, asked } = await opened(svg);
    const { boxes, words, texts, arrows, width, height, tag, isBroken } = await measured(page);
    await page.close();
    expect({ tag, isBroken }).toEqual({ tag: 'svg', isBroken: false });
    for (const word of words) {
      const box = boxes.find(({ id }) => id === word.id);
      expect(box).toBeDefined();
      if (box === undefined) continue;
      expect(word.left, word.id).toBeGreaterThan(box.left);
      expect(word.right, word.id).toBeLessThan(box.right);
      expect(word.bottom, word.id).toBeLessThanOrEqual(box.bottom + 1);
      expect(word.top, word.id).toBeGreaterThanOrEqual(box.top - 1);
    }
    for (const [at, box] of boxes.entries()) {
      for (const other of boxes.slice(at + 1)) expect(overlap(box, other), `${box.id} on ${other.id}`).toBe(false);
      expect(box.left).toBeGreaterThanOrEqual(0);
      expect(box.right).toBeLessThanOrEqual(width);
    }
    for (const text of texts) {
      expect(text.right, text.id).toBeLessThanOrEqual(width);
      expect(text.bottom, text.id).toBeLessThanOrEqual(height);
    }
    for (const [start, end] of arrows) expect(end).toBeGreaterThan(start);
    // One file, and nothing from elsewhere.
    expect(asked).toHaveLength(1);
  });

  it('parts what can be undone from what cannot by one straight line', async () => {
    const { page } = await opened(drawings['sixty steps']);
    const { boxes, line } = await measured(page);
    await page.close();
    expect(boxes).toHaveLength(60);
    const beyond = /-delete$|-gone$|^(wait|footprint|certificate|tell)$/;
    for (const { id, top, bottom } of boxes) {
      if (beyond.test(id)) expect(top, id).toBeGreaterThan(line ?? Number.POSITIVE_INFINITY);
      else expect(bottom, id).toBeLessThan(line ?? 0);
    }
    expect(boxes.filter(({ id }) => beyond.test(id))).toHaveLength(22);
  });

  it('is no wider with sixty steps than four of them beside each other and the arrows past them', async () => {
    const [, width] = /width="(\d+)"/.exec(drawings['sixty steps']) ?? [];
    expect(Number(width)).toBeLessThan(1500);
  });

  it('has no line where everything can be undone', () => {
    expect(drawings['odd names']).not.toContain('class="line"');
    expect(drawings['three steps']).toContain('class="line"');
  });

  it('says the same in words for those who have it read to them', () => {
    const [, description] = /<desc id="description">(.*?)<\/desc>/s.exec(drawings['three steps']) ?? [];
    expect(description).toBe(
      [
        '3 steps',
        '1. a: by hand; anybody who takes part.',
        'POINT OF NO RETURN. Once the first step below this line has begun, there is no way back.',
        '2. b: by hand; anybody who takes part; cannot be undone; after 1.',
        '3. c: automatic; writes the certificate; after 2.',
      ].join('\n'),
    );
    expect(drawings['three steps']).toContain('role="img" aria-labelledby="title description"');
  });

  it('shows whatever stands in a name as it stands there', async () => {
    const { page } = await opened(drawings['odd names']);
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll('[data-step]')].map((step) =>
        [...step.querySelectorAll('.title')].map((line) => line.textContent).join(' '),
      ),
    );
    await page.close();
    const plain = oddNames.map((name) => name.replace('\n', ' ').replace('\u202e', ''));
    expect(shown).toEqual(plain);
  });

  it('shows where each step of a run stands, on whom it waits, and that the line was passed', () => {
    const svg = drawings['a run in doubt'];
    expect(svg).toContain('<g class="hand irreversible in-doubt" data-step="deactivate">');
    expect(svg.match(/class="badge done"/g)?.length).toBe(4 + 1);
    for (const words of ['niemand weiß, ob es', 'Jana Öztürk, Tom Weber', 'Überschritten am Sa 14. Nov 2026, 10:00.']) {
      expect(svg).toContain(words);
    }
    expect(drawings['a run that is overdue']).toContain('OVERDUE: was due Tue 24 Nov');
    expect(drawings['a run that is overdue']).toContain('Not passed yet: everything can still be stopped.');
  });
});
