import { escapePattern } from '../../../base/escape-pattern.ts';
import type { DraftChannel } from '../../../model/farewell/draft-channel.ts';
import type { DraftKind } from '../../../model/farewell/draft-kinds.ts';
import type { FarewellLocale } from '../../../model/farewell/locale.ts';
import type { LocalText } from '../../../model/platform.ts';
import type { LintDraft, LintPart, Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';
import { lastPostWords } from './last-post-words.ts';
import { postsWithOffsets, saidAt } from './read-parts.ts';

export const firstLinesRule: LintRule = {
  id: 'first-lines',
  severity: 'warning',
  title: { en: 'What, when and where stand above the fold', de: 'Was, wann und wohin stehen vor dem „Mehr“' },
  explanation: {
    en: 'Most people read what stands above “more”, and nothing else. Where a platform folds posts, what happens, on which day and where it goes on has to be seen without a click.',
    de: 'Die meisten lesen, was vor „Mehr anzeigen“ steht, und sonst nichts. Wo eine Plattform Beiträge einklappt, müssen Anlass, Tag und Weg ohne Klick zu sehen sein.',
  },
  check: (kit) => kit.drafts.flatMap((draft) => firstLines(draft, kit)),
};

const telling: readonly DraftKind[] = ['announcement', 'reminder-1', 'reminder-2', 'reminder-3'];

function firstLines({ draft, parts }: LintDraft, kit: LintKit): readonly Said[] {
  const channel = kit.channels.find(({ id }) => id === draft.channel);
  const [body] = parts;
  if (channel === undefined || body === undefined || !telling.includes(draft.kind)) return [];
  const post = postsWithOffsets(body.text)[0]?.text ?? '';
  const fold = foldOf(post, channel);
  if (fold === null) return [];
  const missing = missingIn(body, fold.end, channel, kit);
  if (missing.length === 0) return [];
  const list = { en: missing.map(({ en }) => en).join(', '), de: missing.map(({ de }) => de).join(', ') };
  return [
    saidAt(
      body,
      [0, fold.end],
      {
        en: `On ${channel.platform} people see ${fold.most} characters at first, and this is not in them: ${list.en}.`,
        de: `Auf ${channel.platform} sieht man zunächst ${fold.most} Zeichen, und darin fehlt: ${list.de}.`,
      },
      { en: 'Move it into the first sentence.', de: 'Ziehen Sie es in den ersten Satz vor.' },
    ),
  ];
}

/** Where the smallest fold of a platform cuts a text; null where all of it is seen. */
function foldOf(text: string, { measure }: DraftChannel): { readonly end: number; readonly most: number } | null {
  const isOver = (end: number): boolean => measure('fold', text.slice(0, end)).some(({ count, most }) => count > most);
  if (!isOver(text.length)) return null;
  let low = 0;
  let high = text.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (isOver(middle)) high = middle;
    else low = middle;
  }
  return { end: low, most: Math.min(...measure('fold', '').map(({ most }) => most)) };
}

const here: Readonly<Record<FarewellLocale, RegExp>> = {
  de: /(?<!\p{L})(?:hier|dieser Kanal|diesem Kanal)(?!\p{L})/iu,
  en: /(?<!\p{L})(?:here|this channel|this page)(?!\p{L})/iu,
  fr: /(?<!\p{L})ici(?!\p{L})/iu,
  es: /(?<!\p{L})aquí(?!\p{L})/iu,
  it: /(?<!\p{L})qui(?!\p{L})/iu,
  nl: /(?<!\p{L})hier(?!\p{L})/iu,
  pl: /(?<!\p{L})(?:tu|tutaj)(?!\p{L})/iu,
  pt: /(?<!\p{L})aqui(?!\p{L})/iu,
  tr: /(?<!\p{L})bura(?:da|dan|sı)?(?!\p{L})/iu,
  ar: /هنا/u,
};

function missingIn(part: LintPart, end: number, channel: DraftChannel, kit: LintKit): readonly LocalText[] {
  const { locale } = part.draft.draft;
  const { facts, channels } = kit;
  const seen = part.text.slice(0, end);
  const claims = kit.claims(part).filter(({ claim }) => claim.to <= end);
  const left = facts.leaves.map((one) => channels.find(({ id }) => id === one.channel)?.platform ?? one.channel);
  const isHere = here[locale].test(seen);
  const isLeft = facts.leaves.some((one) => one.channel === channel.id);
  const isNamed = left.some((name) => namePattern(name).test(seen));
  const [, month = 0, day = 0] = facts.lastDay.split('-').map(Number);
  const isDated = claims.some(({ claim }) => claim.kind === 'date' && claim.day === day && claim.month === month);
  const names = facts.successors.flatMap(({ name }) => name[locale] ?? []);
  // On a channel that stays, "here" is where it goes on.
  const isFound =
    claims.some(({ claim }) => claim.kind === 'link' || claim.kind === 'handle') ||
    names.some((name) => seen.toLowerCase().includes(name.toLowerCase())) ||
    (!isLeft && isHere);
  const isTold = isNamed || (isLeft && isHere) || lastPostWords[locale]?.test(seen) === true;
  return [
    ...(isTold ? [] : [{ en: 'what is ending', de: 'was endet' }]),
    ...(isDated ? [] : [{ en: 'the day', de: 'der Tag' }]),
    ...(isFound ? [] : [{ en: 'where it goes on', de: 'wo es weitergeht' }]),
  ];
}

const patterns = new Map<string, RegExp>();

function namePattern(name: string): RegExp {
  let pattern = patterns.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(name)}(?![\\p{L}\\p{N}])`, 'u');
    patterns.set(name, pattern);
  }
  return pattern;
}
