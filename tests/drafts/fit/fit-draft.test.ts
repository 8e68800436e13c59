import { describe, expect, it } from 'vitest';
import { fitDraft, oversOf } from '../../../src/drafts/fit/fit-draft.ts';
import { longestFact } from '../../../src/drafts/fit/long-fact.ts';
import type { DraftTemplate } from '../../../src/drafts/templates/parse-template.ts';
import type { DraftForm } from '../../../src/model/farewell/forms.ts';
import { exitFacts, measureOf } from '../../support/exit-facts.ts';

/** A template that is so long, and shorter by what it spares. */
function template(
  form: DraftForm,
  lengths: readonly number[],
  fields: Readonly<Record<string, string>> = {},
): DraftTemplate {
  const levels = lengths.slice(1).map((_, at) => at + 1);
  const post = (length: number): string => 'a'.repeat(length);
  return {
    file: '',
    form,
    name: `de/announcement/${form}`,
    spares: levels,
    usedVariables: () => [],
    write: (_, spared) => {
      const text = post(lengths[spared] ?? 0);
      return { text: form === 'thread' ? `${text}\n\n<!-- next post -->\n\n${text}` : text, fields };
    },
  };
}

const fitted = (most: number, threads: boolean, ...templates: readonly DraftTemplate[]) => {
  const {
    template: chosen,
    spared,
    overs,
  } = fitDraft({
    templates,
    limited: 'post',
    measure: measureOf({ post: most }),
    threads,
    write: (one, level) => one.write({}, level),
  });
  return `${chosen.form} ${spared}${overs.length === 0 ? '' : ' over'}`;
};

const long = template('long', [900, 700]);
const medium = template('medium', [450, 420, 400]);
const short = template('short', [250, 200]);
const thread = template('thread', [260, 240]);

describe('the form of a draft', () => {
  it('is the longest that fits, with nothing spared where that is possible', () => {
    expect(fitted(1000, false, long, medium, short)).toBe('long 0');
    expect(fitted(500, false, long, medium, short)).toBe('medium 0');
    expect(fitted(280, false, long, medium, short)).toBe('short 0');
  });

  it('spares sentences one after the other before it becomes shorter', () => {
    expect(fitted(700, false, long, medium, short)).toBe('long 1');
    expect(fitted(420, false, long, medium, short)).toBe('medium 1');
    expect(fitted(400, false, long, medium, short)).toBe('medium 2');
    expect(fitted(399, false, long, medium, short)).toBe('short 0');
  });

  it('is a thread rather than a post that lacks more than what is spared first, and a post rather than a thread', () => {
    expect(fitted(280, true, medium, short, thread)).toBe('short 0');
    expect(fitted(420, true, medium, short, thread)).toBe('medium 1');
    expect(fitted(400, true, medium, short, thread)).toBe('short 0');
    expect(fitted(260, true, medium, template('short', [270, 265, 200]), thread)).toBe('thread 0');
    expect(fitted(240, true, medium, template('short', [270, 265, 200]), thread)).toBe('thread 1');
    expect(fitted(210, true, medium, template('short', [270, 265, 200]), thread)).toBe('short 2');
    expect(fitted(280, false, medium, template('short', [290, 270]), thread)).toBe('short 1');
  });

  it('is a tiny one only where nothing else fits', () => {
    const tiny = template('tiny', [90]);
    expect(fitted(260, true, template('short', [270, 265, 200]), tiny, thread)).toBe('thread 0');
    expect(fitted(210, true, template('short', [270, 265, 200]), tiny, thread)).toBe('short 2');
    expect(fitted(199, true, template('short', [270, 265, 200]), tiny, thread)).toBe('tiny 0');
    expect(fitted(199, false, short, tiny)).toBe('tiny 0');
  });

  it('that does not fit is the shortest, whole, and says by how much it is over', () => {
    expect(fitted(100, false, long, medium, short)).toBe('short 1 over');
    const place = { limited: 'post', measure: measureOf({ post: 5, title: 2 }) } as const;
    expect(
      oversOf({ text: 'abc\n<!-- next post -->\nabcdefg', fields: { title: 'abc', alt: 'long enough' } }, place),
    ).toEqual([
      { part: 'post 2', count: 7, most: 5, counting: 'graphemes' },
      { part: 'title', count: 3, most: 2, counting: 'graphemes' },
    ]);
  });

  it('is as long as it likes where nothing limits it', () => {
    const free = { templates: [long, short], limited: null, measure: null, threads: false } as const;
    const { template: chosen, fields } = fitDraft({
      ...free,
      write: (one) => ({ ...one.write({}, 0), fields: { lead: 'x' } }),
    });
    expect([chosen.form, fields]).toEqual(['long', { lead: 'x' }]);
  });

  it('takes a shorter one when a field is too long', () => {
    const measure = measureOf({ post: 1000, title: 5 });
    const templates = [template('long', [900], { title: 'too long' }), template('short', [250], { title: 'fits' })];
    const { template: chosen } = fitDraft({
      templates,
      limited: 'post',
      measure,
      threads: false,
      write: (one) => one.write({}, 0),
    });
    expect(chosen.form).toBe('short');
  });
});

describe('the fact that is too long', () => {
  it('is the longest that stands in the text', () => {
    const stays = 'Unsere Läden und unsere Werkstätten bleiben, wo sie seit hundert Jahren sind.';
    const facts = exitFacts({ stays: { de: stays } });
    expect(longestFact(`Kurz. ${stays} https://brandtsoehne.example/wechsel`, facts, 'de', 'B')).toEqual({
      key: 'exit.stays',
      value: stays,
      characters: stays.length,
    });
    expect(longestFact('https://brandtsoehne.example/wechsel?utm_source=x', facts, 'de', 'B')?.key).toBe('exit.page');
    expect(longestFact('Nichts davon.', facts, 'de', 'B')).toBeNull();
  });
});
