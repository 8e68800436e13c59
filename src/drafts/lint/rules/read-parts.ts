import { NEXT_POST } from '../../../model/farewell/draft.ts';
import type { LocalText } from '../../../model/platform.ts';
import type { LintPart, Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';

/** Fields that machines read: an address for the foot of a mail, the status of a page. */
const forMachines = ['imprint', 'privacy', 'status'];

/** Every text of the drafts that people read. */
export function readParts({ drafts }: LintKit): readonly LintPart[] {
  return drafts.flatMap(({ parts }) => parts.filter(({ name }) => !forMachines.includes(name)));
}

/** Stands for what is hidden: no letter, no blank. */
const HIDDEN = '\ufffc';

const hidden = (found: string): string => HIDDEN.repeat(found.length);

const bare = new WeakMap<LintPart, string>();

/**
 * A part without addresses, targets of links and comments, letter for letter as long as it was: what is found in it stands at the
 * same place of the text.
 */
export function withoutAddresses(kit: LintKit, part: LintPart): string {
  const known = bare.get(part);
  if (known !== undefined) return known;
  let text = part.text;
  for (const { claim } of kit.claims(part)) {
    if (!['link', 'mail', 'handle', 'phone'].includes(claim.kind)) continue;
    text = text.slice(0, claim.from) + hidden(claim.said) + text.slice(claim.to);
  }
  text = text.replaceAll(NEXT_POST, hidden).replace(/\]\([^)\n]*\)|<[^<>\s]*>/g, hidden);
  bare.set(part, text);
  return text;
}

const QUOTED = /„[^“”„\n]*[“”]|“[^”“\n]*”|«[^»«\n]*»|»[^«»\n]*«|"[^"\n]*"|^>.*$/gmu;

/** A text without what it quotes, as long as before. */
export function withoutQuotes(text: string): string {
  return text.replace(QUOTED, hidden);
}

const NOT_TO_SAY = /nicht\s+sagen|not\s+(?:to\s+)?say/iu;

/** A text without what stands below a heading such as “Do not say”, as long as before. */
export function withoutNotToSay(text: string): string {
  if (!NOT_TO_SAY.test(text)) return text;
  return text
    .split(/(?=^#{1,6} )/m)
    .map((section) => (NOT_TO_SAY.test(section.split('\n')[0] ?? '') ? hidden(section) : section))
    .join('');
}

/** Posts of a thread with where each begins; one where there is no thread. */
export function postsWithOffsets(text: string): readonly { readonly text: string; readonly from: number }[] {
  let at = 0;
  return text.split(NEXT_POST).map((post) => {
    const from = at;
    at += post.length + NEXT_POST.length;
    return { text: post, from };
  });
}

/** A finding about a stretch of a part. */
export function saidAt(
  part: LintPart,
  [from, to]: readonly [number, number],
  message: LocalText,
  fix: LocalText,
): Said {
  return { spot: part.spot(from, to), message, fix };
}

/** The same with a change that can be made without asking. What YAML may write otherwise than it reads is left to people. */
export function saidWithEdit(
  part: LintPart,
  [from, to]: readonly [number, number],
  changed: string,
  words: Pick<Said, 'message' | 'fix'>,
): Said {
  const spot = part.spot(from, to);
  const isSafe = part.name === 'text' || !/["'\\\n]/.test(`${spot.words}${changed}`);
  return { spot, ...words, edit: isSafe ? { spot, to: changed } : null };
}
