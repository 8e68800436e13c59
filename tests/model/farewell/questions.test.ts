import { describe, expect, it } from 'vitest';
import { factKeys, type OpenFact } from '../../../src/model/farewell/exit-draft.ts';
import { parseAnswer } from '../../../src/model/farewell/parse-answer.ts';
import { questionOf, questions, questionsFor } from '../../../src/model/farewell/questions.ts';

const open: readonly OpenFact[] = factKeys.map((key) => ({ key, locales: [], isNeeded: key.startsWith('fate') }));

describe('the questions', () => {
  it('are one for each fact, said in German and English, with an example that can be read as an answer', () => {
    expect(questions.map(({ key }) => key)).toEqual([...factKeys]);
    for (const question of questions) {
      const { key, asks, purpose, example, mistake, otherwise, choices, form } = question;
      const texts = [
        asks,
        purpose,
        example,
        mistake,
        ...(otherwise ? [otherwise] : []),
        ...choices.map(({ says }) => says),
      ];
      for (const { de, en } of texts) expect([key, de.trim() !== '', en.trim() !== '']).toEqual([key, true, true]);
      for (const text of [asks, mistake]) expect([key, text.de !== text.en]).toEqual([key, true]);
      expect([key, choices.length > 0]).toEqual([key, form === 'choice']);
      for (const typed of [example.de, example.en])
        expect([key, parseAnswer(question, typed, null)]).not.toEqual([key, undefined]);
    }
  });

  it('are asked where a template uses the fact, or a part of it, or where all rests on it', () => {
    const keysFor = (...used: string[]) => questionsFor(open, new Set(used)).map(({ key }) => key);
    const always = keysFor();
    expect(always).toContain('leaves');
    expect(always).not.toContain('stays');
    const also = (...used: string[]) => keysFor(...used).filter((key) => !always.includes(key));
    expect(also('stays')).toEqual(['stays']);
    expect(also('successors[0].name')).toEqual(['successors']);
    expect(also('fate')).toEqual([
      'fate.posts',
      'fate.comments',
      'fate.messages.answered_until',
      'fate.messages.then',
      'fate.data',
      'fate.prizes',
    ]);
    expect(also('last_time')).toEqual(['last_time', 'timezone']);
    expect(questionsFor(open, null)).toHaveLength(factKeys.length);
  });

  it('come with what is needed first', () => {
    expect(questionsFor(open, null)[0]?.key).toBe('fate.posts');
  });
});

describe('an answer', () => {
  it.each([
    ['last_day', ' 2027-02-28 ', [{ path: ['last_day'], value: '2027-02-28' }]],
    ['told', '2027-01-31T10:00', [{ path: ['told', 'public'], value: '2027-01-31T10:00' }]],
    ['leaves', 'x, facebook', [{ path: ['leaves'], value: ['x', 'facebook'] }]],
    ['also', 'none', [{ path: ['also'], value: [] }]],
    ['mode', 'freze', undefined],
    [
      'successors',
      'mastodon, our letter https://a.example/l',
      [{ path: ['successors'], value: [{ channel: 'mastodon' }, { name: 'our letter', url: 'https://a.example/l' }] }],
    ],
    ['successors', 'none', [{ path: ['successors'], value: [] }]],
    ['successors', 'our letter', undefined],
    ['successors', 'https://a.example', undefined],
    [
      'contact',
      'a@b.example, +49 511 1, https://b.example',
      [
        { path: ['contact', 'email'], value: 'a@b.example' },
        { path: ['contact', 'phone'], value: '+49 511 1' },
        { path: ['contact', 'url'], value: 'https://b.example' },
      ],
    ],
    ['contact', 'ring us', undefined],
    [
      'contact.press',
      'Jana, a@b.example',
      [{ path: ['contact', 'press'], value: { name: 'Jana', email: 'a@b.example' } }],
    ],
    ['contact.press', 'Jana', undefined],
    ['fate.prizes', 'None', [{ path: ['fate', 'prizes'], value: 'none' }]],
    [
      'duty',
      'jana 2027-01-31T10:00 2027-01-31T14:00',
      [{ path: ['duty'], value: [{ person: 'jana', from: '2027-01-31T10:00', until: '2027-01-31T14:00' }] }],
    ],
    ['duty', 'jana', undefined],
    ['voice.colours', '#fff #000', [{ path: ['voice', 'colours'], value: { paper: '#fff', ink: '#000' } }]],
    ['utm', 'x social', undefined],
    ['stays', '  ', undefined],
  ] as const)('to %s, %j, is read', (key, typed, settings) => {
    expect(parseAnswer(questionOf(key), typed, null)).toEqual(settings);
  });

  it('stands below its language', () => {
    expect(parseAnswer(questionOf('stays'), 'All stays.', 'en')).toEqual([
      { path: ['stays', 'en'], value: 'All stays.' },
    ]);
    expect(parseAnswer(questionOf('fate.prizes'), 'none', 'de')).toEqual([{ path: ['fate', 'prizes'], value: 'none' }]);
  });
});
