import type { LintPart, Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';
import { postsWithOffsets, readParts, saidAt, saidWithEdit, withoutAddresses } from './read-parts.ts';

/** More look like advertising, and platforms show such posts to fewer people. */
const MOST = 3;

export const hashtagsRule: LintRule = {
  id: 'hashtags',
  severity: 'warning',
  title: { en: 'Few hashtags, and those of the brand', de: 'Wenige Hashtags, und die der Marke' },
  explanation: {
    en: 'A screen reader reads “#brandtleavesx” as one word, and a fourth hashtag is read by nobody. Each is compared with those of lastpost.yaml, in capital letters as well.',
    de: 'Ein Screenreader liest „#brandtgeht“ als ein Wort, und den vierten Hashtag liest niemand mehr. Jeder wird mit denen aus lastpost.yaml verglichen, auch in der Großschreibung.',
  },
  check: (kit) => readParts(kit).flatMap((part) => ofPart(part, kit)),
};

const HASHTAG = /(?<![\p{L}\p{N}&/_#\ufffc])#(?=[\p{N}_]*\p{L})[\p{L}\p{M}\p{N}_]+/gu;

function ofPart(part: LintPart, kit: LintKit): readonly Said[] {
  const text = withoutAddresses(kit, part);
  if (!text.includes('#')) return [];
  const posts = postsWithOffsets(part.text).map(({ from, text: { length } }) => ({ from, to: from + length }));
  return posts.flatMap(({ from, to }) => {
    const found = [...text.slice(from, to).matchAll(HASHTAG)].map((match) => ({
      tag: match[0],
      from: from + match.index,
    }));
    return [...tooMany(part, found), ...found.flatMap((one) => ofTag(part, one, kit))];
  });
}

interface FoundTag {
  readonly tag: string;
  readonly from: number;
}

function tooMany(part: LintPart, found: readonly FoundTag[]): readonly Said[] {
  const first = found[MOST];
  if (first === undefined) return [];
  return [
    saidAt(
      part,
      [first.from, first.from + first.tag.length],
      {
        en: `“${first.tag}” is the first of ${found.length - MOST} too many: there are ${found.length} hashtags here.`,
        de: `Hier stehen ${found.length} Hashtags, „${first.tag}“ ist der vierte.`,
      },
      { en: `Keep ${MOST} at most.`, de: `Behalten Sie höchstens ${MOST}.` },
    ),
  ];
}

function ofTag(part: LintPart, { tag, from }: FoundTag, kit: LintKit): readonly Said[] {
  const { hashtags } = kit.facts.voice;
  const own = hashtags.map((one) => (one.startsWith('#') ? one : `#${one}`));
  if (own.includes(tag)) return [];
  const place = [from, from + tag.length] as const;
  const clash = { kind: 'fact', key: 'voice.hashtags', says: own.join(' ') } as const;
  const alike = own.find((one) => one.toLowerCase() === tag.toLowerCase());
  if (alike !== undefined) {
    const message = {
      en: `“${tag}” is written “${alike}” in lastpost.yaml.`,
      de: `„${tag}“ heißt in lastpost.yaml „${alike}“.`,
    };
    const fix = {
      en: `Write “${alike}”, so that a screen reader can tell its words apart.`,
      de: `Schreiben Sie „${alike}“, damit ein Screenreader die Wörter unterscheiden kann.`,
    };
    return [{ ...saidWithEdit(part, place, alike, { message, fix }), clash }];
  }
  return broken(part, place) ?? [{ ...other(part, place, own), clash, severity: 'hint' }];
}

/** `#Brandt&Söhne` is `#Brandt`, and some letters beside it. */
function broken(part: LintPart, [from, to]: readonly [number, number]): readonly Said[] | null {
  const rest = /^[&’'.-][\p{L}\p{N}]+/u.exec(part.text.slice(to))?.[0];
  if (rest === undefined) return null;
  const said = part.text.slice(from, to);
  return [
    saidAt(
      part,
      [from, to + rest.length],
      {
        en: `In “${said}${rest}” the hashtag ends at “${rest[0]}”, and only “${said}” can be followed.`,
        de: `In „${said}${rest}“ endet der Hashtag bei „${rest[0]}“; anklicken lässt sich nur „${said}“.`,
      },
      { en: 'Write it in letters and digits only.', de: 'Schreiben Sie ihn nur mit Buchstaben und Ziffern.' },
    ),
  ];
}

function other(part: LintPart, place: readonly [number, number], own: readonly string[]): Said {
  const tag = part.text.slice(...place);
  const known =
    own.length === 0 ? { en: 'which has none', de: 'dort steht keiner' } : { en: own.join(' '), de: own.join(' ') };
  return saidAt(
    part,
    place,
    {
      en: `“${tag}” is none of the hashtags in lastpost.yaml: ${known.en}.`,
      de: `„${tag}“ gehört nicht zu den Hashtags in lastpost.yaml: ${known.de}.`,
    },
    {
      en: 'Take it out, or add it to voice.hashtags in lastpost.yaml.',
      de: 'Streichen Sie ihn, oder nehmen Sie ihn in lastpost.yaml in voice.hashtags auf.',
    },
  );
}
