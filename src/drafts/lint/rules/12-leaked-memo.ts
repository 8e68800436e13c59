import type { MadeDraft } from '../../make-drafts.ts';
import type { LintPart, Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';
import { embargoWords, internalWords } from './memo-words.ts';
import { plainSentence, toldSentences } from './told-sentences.ts';

export const leakedMemoRule: LintRule = {
  id: 'leaked-memo',
  severity: 'error',
  title: {
    en: 'Nothing of the house’s own papers is public',
    de: 'Aus internen Papieren steht nichts in öffentlichen Texten',
  },
  explanation: {
    en: 'Texts are copied from one another, and a sentence of the memo or of the embargoed notice comes along. Public drafts are searched for sentences that the facts make only for the house and for partners, and for words such as “embargo”.',
    de: 'Texte werden voneinander kopiert, und ein Satz aus dem Memo oder der Vorabmitteilung kommt mit. Öffentliche Entwürfe werden nach Sätzen durchsucht, die nach den Fakten nur fürs Haus und für Partner sind, und nach Wörtern wie „Sperrfrist“.',
  },
  check: (kit) => [...leakedSentences(kit), ...leakedWords(kit)],
};

/** Fewer words are anybody's. */
const LEAST_WORDS = 5;

/** Lines of what is for the house and partners alone, by language; each with the draft that it is of. */
function closedLines({ made }: LintKit): ReadonlyMap<string, string> {
  const closed = new Map<string, string>();
  const open = new Set<string>();
  for (const one of made.values()) {
    const { locale, id, audience } = one.draft;
    for (const line of audience === 'public' ? linesOf(textsOf(one)) : closedIn(one)) {
      const key = `${locale}\n${line}`;
      if (audience === 'public') open.add(key);
      else if (!closed.has(key)) closed.set(key, `${locale}/${id}`);
    }
  }
  for (const key of open) closed.delete(key);
  return closed;
}

function textsOf({ draft }: MadeDraft): readonly string[] {
  return [draft.text, ...Object.values(draft.fields)];
}

/** What of a paper nobody else may read: of the questions and the card, whose answers are for everybody, only some lines. */
function closedIn(made: MadeDraft): readonly string[] {
  const { kind, locale, fields, text } = made.draft;
  const isMarked = (line: string): boolean => internalWords[locale].test(line) || embargoWords[locale].test(line);
  if (kind === 'faq') return linesOf(textsOf(made)).filter(isMarked);
  if (kind === 'service-card') {
    // What not to say and whom to ask are the last two of its five parts.
    const parts = text.split(/^(?=## )/mu).filter((part) => part.trim() !== '');
    return linesOf([...parts.slice(3), fields.line ?? '']);
  }
  // A quotation in the memo is what may be said.
  return linesOf(textsOf(made).map((one) => one.replace(/^>.*$/gmu, '')));
}

/** Lines and their sentences, plain, with as many words as make them unmistakable. */
function linesOf(texts: readonly string[]): readonly string[] {
  return texts
    .flatMap((text) => text.split('\n'))
    .flatMap((line) => [line, ...line.split(/(?<=[.!?][*”“"]*)\s+/u)])
    .map(plainSentence)
    .filter((line) => line.split(' ').length >= LEAST_WORDS);
}

function leakedSentences(kit: LintKit): readonly Said[] {
  const closed = closedLines(kit);
  const found: Said[] = [];
  for (const part of publicParts(kit)) {
    for (const { from, text } of piecesOf(part)) {
      const source = closed.get(`${part.draft.draft.locale}\n${plainSentence(text)}`);
      if (source === undefined) continue;
      // Of a line and its sentences, the first says it.
      if (found.some(({ spot }) => spot?.draft === part.draft.name && spot.words.includes(text))) continue;
      found.push(leaked(part, from, text, source));
    }
  }
  return found;
}

function publicParts({ drafts }: LintKit): readonly LintPart[] {
  return drafts.filter(({ draft }) => draft.audience === 'public').flatMap(({ parts }) => parts);
}

function piecesOf(part: LintPart): readonly { readonly text: string; readonly from: number }[] {
  const lines = [...part.text.matchAll(/[^\n]+/gu)].map((match) => ({ text: match[0], from: match.index }));
  return [...lines, ...part.sentences];
}

function leaked(part: LintPart, from: number, text: string, source: string): Said {
  return {
    spot: part.spot(from, from + text.length),
    message: {
      en: `“${plainSentence(text)}” is in a public text, and the facts make it only for ${source}.`,
      de: `„${plainSentence(text)}“ steht in einem öffentlichen Text, ist nach den Fakten aber nur für ${source} bestimmt.`,
    },
    fix: { en: 'Take the sentence out.', de: 'Streichen Sie den Satz.' },
  };
}

function leakedWords(kit: LintKit): readonly Said[] {
  return toldSentences(kit)
    .filter(({ part, isMade }) => !isMade && part.draft.draft.audience === 'public')
    .flatMap(({ part, sentence }) => {
      const { locale, kind } = part.draft.draft;
      const words = kind === 'press-release' ? [internalWords[locale]] : [internalWords[locale], embargoWords[locale]];
      const match = words.map((one) => one.exec(sentence.text)).find((one) => one !== null);
      return match === null || match === undefined ? [] : [leakedWord(part, sentence.from + match.index, match[0])];
    });
}

function leakedWord(part: LintPart, from: number, words: string): Said {
  return {
    spot: part.spot(from, from + words.length),
    message: {
      en: `“${words}” is a word of papers for the house, and this text is public.`,
      de: `„${words}“ gehört in interne Papiere, dieser Text ist aber öffentlich.`,
    },
    fix: {
      en: 'Take the sentence out, or set the draft’s audience right if it is not public at all.',
      de: 'Streichen Sie den Satz, oder berichtigen Sie „audience“, falls der Text gar nicht öffentlich ist.',
    },
  };
}
