import { findEmoji } from '../../counting/emoji.ts';
import type { LintPart, Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';
import { shoutedWords } from './capital-words.ts';
import { postsWithOffsets, readParts, saidAt, saidWithEdit, withoutAddresses } from './read-parts.ts';

/** A screen reader says the name of each: “bell, bell, bell, waving hand”. */
const MOST_EMOJI = 3;

export const shoutingRule: LintRule = {
  id: 'shouting',
  severity: 'warning',
  title: { en: 'Nobody is shouted at', de: 'Niemand wird angeschrien' },
  explanation: {
    en: 'Capitals, rows of exclamation marks and of emoji make a calm farewell sound like a sale. Letters that only look bold are no letters to screen readers and to search.',
    de: 'Großbuchstaben, Reihen von Ausrufezeichen und Emojis lassen einen ruhigen Abschied wie einen Schlussverkauf klingen. Zeichen, die nur fett aussehen, sind für Screenreader und Suche keine Buchstaben.',
  },
  check: (kit) => {
    const names = namesIn(kit);
    return readParts(kit).flatMap((part) => {
      const text = withoutAddresses(kit, part);
      return [...emoji(part), ...capitals(part, text, names), ...lookAlikes(part), ...rows(part, text)];
    });
  },
};

function namesIn({ brand, channels, facts, people }: LintKit): string {
  return [
    brand,
    ...channels.flatMap(({ platform, name }) => [platform, name ?? '']),
    ...facts.successors.flatMap(({ name }) => Object.values(name)),
    ...people.map(({ name }) => name),
    facts.contact.press?.name ?? '',
    ...facts.voice.hashtags,
  ].join('\n');
}

function emoji(part: LintPart): readonly Said[] {
  return postsWithOffsets(part.text).flatMap((post) => {
    const found = findEmoji(post.text);
    const first = found[MOST_EMOJI];
    if (first === undefined) return [];
    const from = post.from + first.from;
    return [
      saidAt(
        part,
        [from, from + first.said.length],
        {
          en: `There are ${found.length} emoji here, and ${first.said} is the fourth.`,
          de: `Hier stehen ${found.length} Emojis, ${first.said} ist das vierte.`,
        },
        { en: `Keep ${MOST_EMOJI} at most.`, de: `Behalten Sie höchstens ${MOST_EMOJI}.` },
      ),
    ];
  });
}

function capitals(part: LintPart, text: string, names: string): readonly Said[] {
  return shoutedWords(text, part.draft.draft.locale, names).map(({ said, from }) =>
    saidAt(
      part,
      [from, from + said.length],
      {
        en: `“${said}” is in capitals and reads as shouted.`,
        de: `„${said}“ steht in Großbuchstaben und liest sich wie geschrien.`,
      },
      { en: 'Write it as any other word.', de: 'Schreiben Sie es wie jedes andere Wort.' },
    ),
  );
}

/** Mathematical letters, letters of full width, letters in circles and brackets. */
const ODD = '[\\u{1D400}-\\u{1D7FF}\\u{FF01}-\\u{FF5E}\\u{249C}-\\u{24E9}]';
const LOOK_ALIKE = new RegExp(`${ODD}+(?:[ ,.&-]+${ODD}+)*`, 'gu');

function lookAlikes(part: LintPart): readonly Said[] {
  if (!/[\ud835\u249c-\u24e9\uff01-\uff5e]/.test(part.text)) return [];
  return [...part.text.matchAll(LOOK_ALIKE)].map(({ 0: said, index }) => {
    const plain = said.normalize('NFKC');
    return saidWithEdit(part, [index, index + said.length], plain, {
      message: {
        en: `“${said}” is written in signs that look like letters; search does not find it, and screen readers spell it or skip it.`,
        de: `„${said}“ besteht aus Zeichen, die nur wie Buchstaben aussehen; die Suche findet es nicht, und Screenreader buchstabieren oder überspringen es.`,
      },
      fix: { en: `Write “${plain}”.`, de: `Schreiben Sie „${plain}“.` },
    });
  });
}

const ROW = /!{2,}|\?{2,}|[!?]{3,}/gu;

function rows(part: LintPart, text: string): readonly Said[] {
  return [...text.matchAll(ROW)].map(({ 0: said, index }) => {
    const one = said.includes('?') ? '?' : '!';
    return saidWithEdit(part, [index, index + said.length], one, {
      message: { en: `“${said}” is one sign too many.`, de: `„${said}“ ist mehr als ein Satzzeichen.` },
      fix: { en: `Write “${one}”.`, de: `Schreiben Sie „${one}“.` },
    });
  });
}
