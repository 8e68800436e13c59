import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../../src/playbooks/draw/svg/measure-text.ts';
import { AXIS_SIZE, axisBands } from '../../../src/playbooks/timeline/svg/axis-bands.ts';
import { placeLines } from '../../../src/playbooks/timeline/svg/date-lines.ts';
import { drawGantt, ganttSheets } from '../../../src/playbooks/timeline/svg/draw-gantt.ts';
import { ganttWords } from '../../../src/playbooks/timeline/svg/gantt-words.ts';
import { isoWeekOf } from '../../../src/playbooks/timeline/svg/iso-week.ts';
import { timeScale } from '../../../src/playbooks/timeline/svg/time-scale.ts';
import { leaveXTimeline } from '../../support/leave-x-timeline.ts';
import { emergencyTimeline, madeTimeline, timelineStep } from '../../support/made-timeline.ts';
import { wholeBrandTimeline } from '../../support/whole-brand-timeline.ts';

/** As a strict reader of XML takes it; throws nothing of its own, so that what is left open shows as text. */
const opened = (svg: string) => load(svg, { xml: { xmlMode: true, decodeEntities: true } });

const atDay = (days: number): string =>
  new Date(Date.parse('2026-12-07T08:00:00.000Z') + days * 86_400_000).toISOString();
const spread = (count: number, everyDays: number) =>
  madeTimeline(Array.from({ length: count }, (_, at) => timelineStep(`s${at}`, atDay(at * everyDays))));

const plans = {
  'no steps': madeTimeline([]),
  'one step': spread(1, 1),
  'one day': emergencyTimeline(),
  'ten weeks': leaveXTimeline(),
  'a whole brand': wholeBrandTimeline(),
  'three years': spread(12, 100),
  'five hundred steps': spread(500, 1),
  'the clocks are set back': madeTimeline([
    timelineStep('before', '2026-10-24T20:00:00.000Z'),
    timelineStep('twice', '2026-10-25T00:30:00.000Z'),
  ]),
};

describe('the Gantt chart of a plan', () => {
  it.each(Object.entries(plans))(
    'closes what it opens, holds every step once, and no number that is none: %s',
    (_, plan) => {
      for (const language of ['de', 'en'] as const) {
        const svg = drawGantt(plan, language);
        const open: string[] = [];
        for (const [, slash, name, self] of svg.matchAll(/<(\/?)([a-z]\w*)[^<>]*?(\/?)>/gi)) {
          if (slash === '/') expect(open.pop()).toBe(name);
          else if (self !== '/') open.push(name ?? '');
        }
        expect(open).toEqual([]);
        expect(svg).not.toMatch(/NaN|undefined|Infinity|<script/);
        expect(opened(svg)('[data-step]')).toHaveLength(plan.steps.length);
      }
    },
  );

  it.each(Object.entries(plans))('has no word of the axis that leaves its cell: %s', (_, plan) => {
    const scale = timeScale(plan, 588, 1357);
    for (const { cells } of axisBands(scale, 'de')) {
      for (const [at, { left, right, label }] of cells.entries()) {
        expect(left + textWidth(label, AXIS_SIZE)).toBeLessThanOrEqual(label === '' ? Number.POSITIVE_INFINITY : right);
        expect(left).toBeGreaterThanOrEqual((cells[at - 1]?.right ?? 0) - 0.01);
      }
    }
  });

  it('puts each date in a row of its own, within the chart, and no line through the words of another', () => {
    for (const xs of [
      [600, 601, 602],
      [1300, 1310, 1350],
      [600, 900, 1350],
    ]) {
      const kinds = ['last-moment', 'no-return', 'today'] as const;
      const lines = placeLines(
        kinds.map((kind, at) => ({ kind, x: xs[at] ?? 0, label: `${kind}: Mi 13. Jan 2027, 10:00` })),
        590,
        1355,
      );
      expect(new Set(lines.map(({ row }) => row)).size).toBe(3);
      for (const line of lines) {
        expect(line.textLeft).toBeGreaterThanOrEqual(590);
        expect(line.textRight).toBeLessThanOrEqual(1355);
        for (const other of lines.filter(({ row }) => row < line.row))
          expect(other.x < line.textLeft || other.x > line.textRight).toBe(true);
      }
    }
  });

  it('shows hostile titles as they are written, and lets none of them out of its text', () => {
    const titles = [
      '<script>alert(1)</script>',
      ']]>"\'&amp;',
      '\u202eevil',
      '👩‍👩‍👧 🎉',
      '\u0000\ud800',
      'x'.repeat(900),
    ];
    const steps = titles.map((title, at) =>
      timelineStep(`"><b${at}`, atDay(at), { title: { de: title, en: title }, people: [title] }),
    );
    const svg = drawGantt(madeTimeline(steps, { title: { de: titles[0] ?? '', en: titles[0] ?? '' } }), 'en');
    expect(svg).not.toMatch(/<script|\u202e|<b\d/);
    expect(svg).not.toContain('\u0000');
    expect(svg).not.toContain(']]>');
    const $ = opened(svg);
    expect($('[data-step]').eq(0).children('title').text()).toContain('<script>alert(1)</script>');
    expect($('[data-step]').eq(5).children('title').text()).toContain('x'.repeat(900));
    expect($('[data-step]').eq(5).find('.step-title').last().text()).toMatch(/…$/);
  });

  it('warns of what cannot be undone, of what is late and of what nobody does, and names the week', () => {
    const svg = drawGantt(leaveXTimeline(), 'de');
    const $ = opened(svg);
    expect($('[data-step="deactivate"] .irreversible')).toHaveLength(1);
    expect($('[data-step="pause-ads"] .late')).toHaveLength(1);
    expect($('[data-step="pause-ads"] .late-text').text()).toBe('zu spät (10. Dez)');
    expect($('[data-step="links"] .nobody').text()).toBe('it: noch niemand');
    for (const words of [
      'AB HIER GIBT ES KEIN ZURÜCK: Mi 13. Jan 2027, 10:00',
      'KW 53',
      '1. Weihnachtstag',
      'Heute, Do 26. Nov',
    ])
      expect(svg).toContain(words);
    expect($('svg').attr('role')).toBe('img');
    expect($('desc').text()).toContain('12. Konto deaktivieren: Handarbeit; Jana Öztürk');
  });

  it('is as many sheets of paper as it takes, and each names the channel that goes on', () => {
    expect(ganttSheets(leaveXTimeline(), 'en')).toHaveLength(1);
    const sheets = ganttSheets(wholeBrandTimeline(), 'en');
    expect(sheets.length).toBeGreaterThan(3);
    for (const { height } of sheets) expect(height).toBeLessThanOrEqual(950);
    expect(sheets[1]?.svg).toContain(`Sheet 2 of ${sheets.length}`);
    expect(sheets.slice(1).some(({ svg }) => svg.includes('(continued)'))).toBe(true);
  });

  it('counts weeks as ISO 8601 does', () => {
    expect(['2026-12-28', '2027-01-03', '2027-01-04', '2024-12-30', '2021-01-01'].map(isoWeekOf)).toEqual([
      53, 53, 1, 1, 53,
    ]);
  });

  it('makes a day of 25 hours wider than one of 24', () => {
    const scale = timeScale(spread(1, 1), 0, 1000);
    const longer = timeScale(
      madeTimeline([timelineStep('a', '2026-10-23T08:00:00.000Z', { endsAt: '2026-10-27T08:00:00.000Z' })]),
      0,
      1000,
    );
    expect(scale.isHourly).toBe(true);
    const days = axisBands(longer, 'en').find(({ unit }) => unit === 'day')?.cells ?? [];
    const widths = days.map(({ left, right }) => right - left);
    expect((widths[2] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(25 / 24, 3);
  });

  it('has the same words in both languages', () => {
    expect(Object.keys(ganttWords.de).sort()).toEqual(Object.keys(ganttWords.en).sort());
  });
});
