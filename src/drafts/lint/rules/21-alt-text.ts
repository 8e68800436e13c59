import type { FarewellLocale } from '../../../model/farewell/locale.ts';
import type { LintDraft, LintPart, Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';
import { saidAt, saidWithEdit } from './read-parts.ts';

export const altTextRule: LintRule = {
  id: 'alt-text',
  severity: 'error',
  title: {
    en: 'Who cannot see a picture hears what is on it',
    de: 'Wer ein Bild nicht sieht, erfährt, was darauf steht',
  },
  explanation: {
    en: 'A card with the last day on it says nothing to people who cannot see it, unless its alt text does. It has to be there, to fit every platform with a limit for it, and to name the day.',
    de: 'Eine Karte mit dem letzten Tag sagt denen nichts, die sie nicht sehen, wenn es der Alternativtext nicht tut. Er muss da sein, auf jede Plattform mit einer Grenze dafür passen und den Tag nennen.',
  },
  check: (kit) => kit.drafts.flatMap((draft) => [...cardAlt(draft, kit), ...picturesWithout(draft)]),
};

function cardAlt(draft: LintDraft, kit: LintKit): readonly Said[] {
  const alt = draft.parts.find(({ name }) => name === 'alt');
  if (alt !== undefined && alt.text.trim() !== '')
    return draft.draft.kind === 'image-card' ? altFaults(alt, kit) : [...said(alt)];
  if (draft.draft.kind !== 'image-card') return [];
  const [body] = draft.parts;
  const at = alt ?? body;
  if (at === undefined) return [];
  return [
    saidAt(
      at,
      [0, 0],
      { en: 'The card has no alt text.', de: 'Die Karte hat keinen Alternativtext.' },
      {
        en: 'Write into “alt” what stands on the card, with the day of the last post.',
        de: 'Schreiben Sie in „alt“, was auf der Karte steht, mit dem Tag des letzten Beitrags.',
      },
    ),
  ];
}

function altFaults(alt: LintPart, kit: LintKit): readonly Said[] {
  return [...tooLong(alt, kit), ...said(alt), ...withoutDay(alt, kit)];
}

/** A card may stand on each of them. */
function tooLong(alt: LintPart, kit: LintKit): readonly Said[] {
  const overs = kit.channels.flatMap(({ platform, measure }) =>
    measure('alt', alt.text)
      .filter(({ count, most }) => count > most)
      .map(({ count, most }) => ({ platform, count, most })),
  );
  const worst = overs.sort((a, b) => b.count - b.most - (a.count - a.most))[0];
  if (worst === undefined) return [];
  const { platform, count, most } = worst;
  return [
    saidAt(
      alt,
      [0, alt.text.length],
      {
        en: `The alt text has ${count} characters; ${platform} takes ${most}.`,
        de: `Der Alternativtext hat ${count} Zeichen; auf ${platform} sind ${most} möglich.`,
      },
      { en: `Shorten it by ${count - most}.`, de: `Kürzen Sie ihn um ${count - most} Zeichen.` },
    ),
  ];
}

const FILE = /^[\w. -]+\.(?:jpe?g|png|gif|webp|svg|heic)$/iu;

/** A screen reader says by itself that it is a picture. */
const announced: Readonly<Partial<Record<FarewellLocale, RegExp>>> = {
  de: /^(?:Ein |Das |Eine |Die )?(?:Bild|Foto|Grafik|Abbildung|Illustration) (?:von|mit|zeigt|einer?s?)(?!\p{L})/iu,
  en: /^(?:An? |The )?(?:image|picture|photo|photograph|graphic) (?:of|showing|with)(?!\p{L})\s*/iu,
  fr: /^(?:Une? )?(?:image|photo) (?:de|du|montrant)(?!\p{L})/iu,
  es: /^(?:Una )?(?:imagen|foto) (?:de|con)(?!\p{L})/iu,
  it: /^(?:Un[’'])?(?:immagine|foto) (?:di|con)(?!\p{L})/iu,
  nl: /^(?:Een )?(?:afbeelding|foto) (?:van|met)(?!\p{L})/iu,
  pl: /^(?:Obraz|Zdjęcie|Grafika) (?:przedstawia|z)(?!\p{L})/iu,
  pt: /^(?:Uma )?(?:imagem|foto) (?:de|com)(?!\p{L})/iu,
};

function* said(alt: LintPart): Generator<Said> {
  const { text } = alt;
  if (FILE.test(text.trim())) {
    yield saidAt(
      alt,
      [0, text.length],
      {
        en: `“${text}” is the name of a file and no alt text.`,
        de: `„${text}“ ist ein Dateiname und kein Alternativtext.`,
      },
      {
        en: 'Write what is to be seen, or what stands on it.',
        de: 'Schreiben Sie, was zu sehen ist oder was darauf steht.',
      },
    );
  }
  const { locale } = alt.draft.draft;
  const words = announced[locale]?.exec(text)?.[0];
  if (words === undefined) return;
  const about = {
    message: {
      en: `“${words.trim()}” says what a screen reader has said already.`,
      de: `„${words.trim()}“ sagt der Screenreader schon von sich aus.`,
    },
    fix: { en: 'Begin with what is to be seen.', de: 'Beginnen Sie mit dem, was zu sehen ist.' },
  };
  const next = text[words.length] ?? '';
  if (locale !== 'en' || next === '') yield { spot: alt.spot(0, words.length), ...about, severity: 'hint' };
  else yield { ...saidWithEdit(alt, [0, words.length + 1], next.toUpperCase(), about), severity: 'hint' };
}

/** Every day that can be seen on the card has to be heard. */
function withoutDay(alt: LintPart, kit: LintKit): readonly Said[] {
  const daysOf = (part: LintPart) =>
    kit
      .claims(part)
      .flatMap(({ claim }) => (claim.kind === 'date' ? [{ key: `${claim.month}-${claim.day}`, ...claim }] : []));
  const heard = new Set(daysOf(alt).map(({ key }) => key));
  const seen = alt.draft.parts.filter(({ name }) => !['text', 'alt', 'short'].includes(name)).flatMap(daysOf);
  const missing = seen.find(({ key }) => !heard.has(key));
  if (missing === undefined) return [];
  const one = saidAt(
    alt,
    [0, alt.text.length],
    {
      en: `The card shows “${missing.said}”, and the alt text does not say it.`,
      de: `Auf der Karte steht „${missing.said}“, im Alternativtext nicht.`,
    },
    { en: `Add “${missing.said}” to the alt text.`, de: `Nehmen Sie „${missing.said}“ in den Alternativtext auf.` },
  );
  return [{ ...one, severity: 'warning' }];
}

const PICTURE = /!\[\s*\]\([^)\n]*\)/gu;

function picturesWithout({ parts }: LintDraft): readonly Said[] {
  return parts.flatMap((part) =>
    [...part.text.matchAll(PICTURE)].map((match) =>
      saidAt(
        part,
        [match.index, match.index + match[0].length],
        { en: `“${match[0]}” is a picture without alt text.`, de: `„${match[0]}“ ist ein Bild ohne Alternativtext.` },
        { en: 'Write between [ and ] what is to be seen.', de: 'Schreiben Sie zwischen [ und ], was zu sehen ist.' },
      ),
    ),
  );
}
