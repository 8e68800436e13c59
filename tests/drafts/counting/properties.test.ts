import { describe, expect, it } from 'vitest';
import { countingRules } from '../../../src/drafts/counting/counting-rules.ts';
import { isGsm7, smsLength, smsParts } from '../../../src/drafts/counting/sms-parts.ts';
import { whatIsSeen } from '../../../src/drafts/counting/what-is-seen.ts';
import type { Limit } from '../../../src/model/channel.ts';

/** The same texts in every run. */
function numbers(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const bricks = [
  ...'abcxyzäöüßéñçłışأبשלの안',
  ...[
    '„',
    '“',
    '…',
    '–',
    '€',
    '[',
    '~',
    '\f',
    ' ',
    ' ',
    '\n',
    '\r\n',
    '.',
    ',',
    '#',
    '@',
    '/',
    '(',
    ')',
    '\u00a0',
    '\u202f',
  ],
  ...['u\u0308', 'e\u0301', '\u0301', '\u200d', '\ufe0f', '\ud83d', '\ude00', '\u2067', '\u2069', '\u1112\u1161\u11ab'],
  ...['😀', '👍🏽', '👨‍👩‍👧‍👦', '🇩🇪', '🇦', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🫶🏽', '☺', '©', '𝐃'],
  ...[
    'https://beispiel.de/a',
    'beispiel.de',
    'https://münchen.de',
    '@marke@beispiel.social',
    '#Abschied',
    'Danke ',
    'Tschüss ',
  ],
];

function texts(seed: number, howMany: number, longest: number): readonly string[] {
  const next = numbers(seed);
  return Array.from({ length: howMany }, () =>
    Array.from({ length: next(longest) }, () => bricks[next(bricks.length)] ?? '').join(''),
  );
}

const as: Pick<Limit, 'what' | 'linkLength' | 'mentionsWithoutHost'> = {
  what: 'post',
  linkLength: 23,
  mentionsWithoutHost: true,
};
const plainly = { what: 'post' } as const;

function endsOfSigns(text: string): readonly number[] {
  let end = 0;
  return Array.from(text, (sign) => {
    end += sign.length;
    return end;
  });
}

describe('whatever the text', () => {
  const all = texts(17, 300, 60);

  it('every count is a whole number, and 0 for nothing', () => {
    for (const [name, { count }] of Object.entries(countingRules)) {
      expect(count('', as), name).toBe(0);
      for (const text of all) {
        const length = count(text, as);
        if (!Number.isSafeInteger(length) || length < 0) expect.fail(`${name} of ${JSON.stringify(text)}: ${length}`);
      }
    }
  });

  it('a text in two counts on X as the composed one', () => {
    const { count } = countingRules['x-weighted'];
    for (const text of all) expect(count(text.normalize('NFD'), as)).toBe(count(text.normalize('NFC'), as));
  });

  it('characters are the same composed and in two', () => {
    const { count } = countingRules.characters;
    for (const text of all) expect(count(text.normalize('NFD'), as)).toBe(count(text.normalize('NFC'), as));
  });

  it('more text never counts less, where nothing is joined or shortened', () => {
    for (const name of ['utf-16', 'utf-8-bytes', 'graphemes'] as const) {
      const { count } = countingRules[name];
      for (const text of all.slice(0, 100)) {
        let before = 0;
        // Sign by sign: half of a surrogate pair is nothing that anybody adds.
        for (const end of endsOfSigns(text)) {
          const now = count(text.slice(0, end), plainly);
          if (now < before) expect.fail(`${name} of ${JSON.stringify(text.slice(0, end))}: ${now} < ${before}`);
          before = now;
        }
      }
    }
  });

  it('a letter and a space behind a text count 2 more, by every rule of letters', () => {
    for (const name of [
      'x-weighted',
      'utf-16',
      'graphemes',
      'utf-8-bytes',
      'emoji-as-utf-8-bytes',
      'characters',
    ] as const) {
      const { count } = countingRules[name];
      for (const text of all)
        expect(count(`${text} a`, as), `${name} ${JSON.stringify(text)}`).toBe(count(text, as) + 2);
    }
  });

  it('graphemes are no more than characters, these no more than UTF-16, and these no more than bytes', () => {
    for (const text of all) {
      const length = (name: keyof typeof countingRules) => countingRules[name].count(text, plainly);
      expect(length('graphemes')).toBeLessThanOrEqual([...text].length);
      expect(length('characters')).toBeLessThanOrEqual(length('utf-16'));
      expect(length('utf-16')).toBeLessThanOrEqual(length('utf-8-bytes'));
    }
  });
});

describe('whatever the SMS', () => {
  const sizes = { 'gsm-7': [160, 153], 'ucs-2': [70, 67] } as const;
  const all = [...texts(5, 200, 200), ...texts(6, 100, 400).map((text) => [...text].filter(isGsm7).join(''))];

  it('its parts hold it, none is too full, and no pair is divided', () => {
    for (const text of all) {
      const { alphabet, parts } = smsParts(text);
      const [single, part] = sizes[alphabet];
      const most = parts.length === 1 ? single : part;
      expect(parts.map((one) => one.text).join('')).toBe(text);
      expect(parts.length * most).toBeGreaterThanOrEqual(smsLength(text));
      for (const one of parts) expect(one.units).toBeLessThanOrEqual(most);
      for (const [index, one] of parts.slice(1).entries()) {
        expect(/[\ud800-\udbff]$/.test(parts[index]?.text ?? '') && /^[\udc00-\udfff]/.test(one.text)).toBe(false);
      }
    }
    expect(new Set(all.map((text) => smsParts(text).alphabet)).size).toBe(2);
  });

  it('more text is never shorter in the same alphabet', () => {
    for (const text of all) {
      const longer = `${text}€a`;
      expect(smsLength(longer)).toBeGreaterThan(smsLength(text));
    }
  });
});

describe('whatever is folded', () => {
  it('what is seen fits, and with the rest it is the text', () => {
    const counting = ['characters', 'utf-16', 'graphemes'] as const;
    for (const [index, text] of texts(23, 200, 60).entries()) {
      const fold = { what: 'fold', most: index % 40, counting: counting[index % 3] ?? 'characters' } as const;
      const { seen, rest } = whatIsSeen(text, fold);
      expect(text.startsWith(seen) && text.endsWith(rest)).toBe(true);
      expect(text.slice(seen.length, text.length - rest.length).trim()).toBe('');
      if (rest !== '') expect(countingRules[fold.counting].count(seen, fold)).toBeLessThanOrEqual(fold.most);
    }
  });
});
