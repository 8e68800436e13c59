import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { moneyIn, wordsIn, workIn } from '../../../src/playbooks/timeline/page/page-frame.ts';
import { timelinePage } from '../../../src/playbooks/timeline/page/timeline-page.ts';
import { leaveXTimeline } from '../../support/leave-x-timeline.ts';
import { emergencyTimeline, madeTimeline, timelineStep } from '../../support/made-timeline.ts';
import { wholeBrandTimeline } from '../../support/whole-brand-timeline.ts';

const pageOf = (...given: Parameters<typeof timelinePage>) => load(timelinePage(...given));

/** As it is read: no two spaces in a row. */
const textOf = ($: ReturnType<typeof load>, selector: string) => $(selector).text().replace(/\s+/g, ' ');

describe('the page of a plan', () => {
  it('begins with the three dates that count, and what is wrong before what is odd', () => {
    const $ = pageOf(leaveXTimeline(), 'de');
    expect($('.date.last-moment .when').text()).toBe('Mi., 13. Januar 2027, 10:00 Uhr (Berlin)');
    expect($('.date.no-return').text()).toContain('Konto deaktivieren');
    expect($('.date.end .when').text()).toBe('Fr., 12. Februar 2027, 10:26 Uhr (Berlin)');
    expect($('.remarks li').first().hasClass('error')).toBe(true);
    expect($('.remarks li').first().text()).toContain('Geht nicht auf:');
    expect($('.earliest').text()).toBe('Der erste Tag für „last_day“, an dem es aufgeht: Mo., 18. Januar 2027.');
  });

  it('tells the plan day by day, with the line across before what cannot be undone', () => {
    const $ = pageOf(leaveXTimeline(), 'de');
    expect($('.days tbody tr[id]')).toHaveLength(15);
    expect($('.days .no-return').next().text()).toContain('Konto deaktivieren');
    expect($('.days .day').first().text()).toBe('Mo., 30. November 2026 · KW 49');
    expect(textOf($, '.days')).toContain('zu spät: fällig Do., 10. Dezember 2026');
    expect(textOf($, '.days')).toContain('im Lauf des Tages, bis Sa 12. Dez');
  });

  it('adds hours and money up, and says what is not in the sum', () => {
    const german = textOf(pageOf(leaveXTimeline(), 'de'), '#effort');
    expect(german).toContain('16 Std. 35 Min.und 1 Schritt ohne Angabe1.635,83 €');
    expect(textOf(pageOf(leaveXTimeline(), 'en'), '#effort')).toContain('€1,635.83');
    expect(pageOf(emergencyTimeline(), 'en')('#effort table')).toHaveLength(0);
    expect([workIn('en', 0), workIn('en', 60), workIn('de', 95)]).toEqual([
      '0\u00a0min',
      '1\u00a0h',
      '1\u00a0Std. 35\u00a0Min.',
    ]);
    expect(moneyIn('en', 100, 'CHF')).toMatch(/CHF\s1\.00/);
  });

  it('has a list for each person, and one for each role that nobody has', () => {
    const $ = pageOf(leaveXTimeline(), 'de');
    const names = $('.list h3')
      .toArray()
      .map((one) => $(one).text());
    expect(names).toEqual(['Jana Öztürk', 'Dr. Petra Lang', 'Tom Weber', 'it – diese Rolle hat noch niemand']);
    expect($('.list').eq(1).find('li')).toHaveLength(1);
  });

  it('needs nothing from elsewhere, and can be read without eyes', () => {
    for (const plan of [leaveXTimeline(), wholeBrandTimeline(), emergencyTimeline(), madeTimeline([])]) {
      const html = timelinePage(plan, 'en');
      const $ = load(html);
      expect($('script, link, img, iframe')).toHaveLength(0);
      expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:\/\//);
      expect(html).not.toMatch(/NaN|undefined|Invalid Date/);
      expect($('html').attr('lang')).toBe('en');
      expect($($('a.skip').attr('href') ?? '')).toHaveLength(1);
      expect($('h1')).toHaveLength(1);
      for (const table of $('table').toArray()) expect($(table).children('caption')).toHaveLength(1);
      const ids = $('[id]')
        .toArray()
        .map((one) => $(one).attr('id'));
      expect(new Set(ids).size).toBe(ids.length);
      for (const link of $('a[href^="#"]').toArray()) expect(ids).toContain($(link).attr('href')?.slice(1));
    }
  });

  it('lets no word of a playbook become HTML', () => {
    const hostile = '<script>alert(1)</script> "\' \u202e ]]> 🎉';
    const step = timelineStep('"><img src=x>', '2026-12-07T08:00:00.000Z', {
      title: { de: hostile, en: hostile },
      people: [hostile],
      roles: [hostile],
      channel: hostile,
    });
    const plan = madeTimeline([step], {
      title: { de: hostile, en: hostile },
      inputs: { [hostile]: hostile },
      skipped: [{ id: hostile, because: hostile }],
      effort: [{ role: hostile, people: [hostile], steps: 1, minutes: 60, unknown: 0, costCents: null }],
    });
    const html = timelinePage(plan, 'de');
    expect(load(html)('script, img')).toHaveLength(0);
    expect(html).not.toContain('\u202e');
    expect(load(html)('h1').text()).toContain('<script>alert(1)</script>');
  });

  it('says which of two hours it means when the clocks are set back', () => {
    const plan = madeTimeline([
      timelineStep('a', '2026-10-25T00:30:00.000Z'),
      timelineStep('b', '2026-10-25T01:30:00.000Z'),
    ]);
    const $ = pageOf(plan, 'de');
    expect($('#step-1 td').first().text()).toBe('02:30 MESZ–02:30 MEZ');
    expect($('#step-2 td').first().text()).toBe('02:30 MEZ–03:30');
  });

  it('says everything in both languages', () => {
    expect(Object.keys(wordsIn.de).sort()).toEqual(Object.keys(wordsIn.en).sort());
    for (const [name, said] of Object.entries(wordsIn.de)) expect(said, name).not.toBe('');
  });
});
