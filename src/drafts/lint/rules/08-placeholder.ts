import { NEXT_POST } from '../../../model/farewell/draft.ts';
import type { LintPart, Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';
import { doubledWords, isSurelyTooMany } from './doubled-words.ts';
import { isWithinWord } from './find-words.ts';
import { placeholderPatterns } from './placeholder-patterns.ts';
import { postsWithOffsets, readParts, saidAt, saidWithEdit, withoutAddresses } from './read-parts.ts';

export const placeholderRule: LintRule = {
  id: 'placeholder',
  severity: 'error',
  title: { en: 'Nothing is left to be filled in', de: 'Nichts ist offen geblieben' },
  explanation: {
    en: 'A “[Name]” or a “TODO” in a farewell is what people will quote of it. Signs of templates, tags, marks of merged files, empty texts and words that stand there twice are named.',
    de: 'Ein „[Name]“ oder „TODO“ in einem Abschied ist das, was davon zitiert wird. Genannt werden Zeichen aus Vorlagen, Tags, Spuren zusammengeführter Dateien, leere Texte und doppelte Wörter.',
  },
  check: (kit) => readParts(kit).flatMap((part) => [...left(part), ...empty(part), ...doubled(part, kit)]),
};

function left(part: LintPart): readonly Said[] {
  const isPlain = part.draft.draft.channel !== null;
  const found: { readonly from: number; readonly said: Said }[] = [];
  let text = part.text.replaceAll(NEXT_POST, ' '.repeat(NEXT_POST.length));
  for (const { pattern, only, isWord, severity } of placeholderPatterns) {
    if (only === 'plain' && !isPlain) continue;
    text = text.replace(pattern, (words: string, ...rest: readonly unknown[]) => {
      const from = rest.find((one) => typeof one === 'number') as number;
      if (isWord && isWithinWord(text, from)) return words;
      const said = only === 'plain' ? markup(part, from, words) : open(part, from, words);
      found.push({ from, said: severity === undefined ? said : { ...said, severity } });
      return '\ufffc'.repeat(words.length);
    });
  }
  return found.sort((a, b) => a.from - b.from).map(({ said }) => said);
}

function open(part: LintPart, from: number, words: string): Said {
  const shown = words.length > 40 ? `${words.slice(0, 40)}…` : words;
  return saidAt(
    part,
    [from, from + words.length],
    {
      en: `“${shown}” was meant to be filled in or taken out.`,
      de: `„${shown}“ sollte noch ersetzt oder entfernt werden.`,
    },
    {
      en: `Write what belongs there, or take “${shown}” out.`,
      de: `Schreiben Sie, was dort hingehört, oder streichen Sie „${shown}“.`,
    },
  );
}

function markup(part: LintPart, from: number, words: string): Said {
  return saidAt(
    part,
    [from, from + words.length],
    {
      en: `“${words}” is markup, and on this channel people see it as it stands.`,
      de: `„${words}“ ist Auszeichnung; auf diesem Kanal sehen Leserinnen und Leser die Zeichen selbst.`,
    },
    { en: 'Write it as plain text.', de: 'Schreiben Sie es als reinen Text.' },
  );
}

function empty(part: LintPart): readonly Said[] {
  const { text, name } = part;
  if (text.trim() === '') {
    const what =
      name === 'text' ? { en: 'The text', de: 'Der Text' } : { en: `The field “${name}”`, de: `Das Feld „${name}“` };
    const fix = {
      en: 'Write it, or delete the draft if it is not needed.',
      de: 'Schreiben Sie ihn, oder löschen Sie den Entwurf, wenn er nicht gebraucht wird.',
    };
    const field = { en: 'Write it, or take the field out.', de: 'Füllen Sie es aus, oder streichen Sie es.' };
    const message = { en: `${what.en} is empty.`, de: `${what.de} ist leer.` };
    return [saidAt(part, [0, 0], message, name === 'text' ? fix : field)];
  }
  const posts = postsWithOffsets(text);
  if (posts.length < 2) return [];
  return posts
    .filter((post) => post.text.trim() === '')
    .map(({ from }) =>
      saidAt(
        part,
        [from, from],
        { en: 'A post of the thread is empty.', de: 'Ein Beitrag des Threads ist leer.' },
        { en: `Take one “${NEXT_POST}” out.`, de: `Streichen Sie ein „${NEXT_POST}“.` },
      ),
    );
}

function doubled(part: LintPart, kit: LintKit): readonly Said[] {
  return doubledWords(withoutAddresses(kit, part), part.draft.draft.locale).map(({ from, to, word }) => {
    const words = {
      message: { en: `“${word}” stands there twice in a row.`, de: `„${word}“ steht dort zweimal hintereinander.` },
      fix: { en: `Take one “${word}” out.`, de: `Streichen Sie ein „${word}“.` },
    };
    const said = isSurelyTooMany(word)
      ? saidWithEdit(part, [from, to], word, words)
      : { spot: part.spot(from, to), ...words };
    return { ...said, severity: 'warning' };
  });
}
