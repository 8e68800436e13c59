import { isGsm7, smsParts } from '../../counting/sms-parts.ts';
import { splitGraphemes } from '../../counting/split-graphemes.ts';
import type { LintPart, Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';
import { postsWithOffsets, saidAt, saidWithEdit } from './read-parts.ts';

export const countingRule: LintRule = {
  id: 'counting',
  severity: 'hint',
  title: { en: 'No sign costs more than it is worth', de: 'Kein Zeichen kostet mehr, als es wert ist' },
  explanation: {
    en: 'One „ or one ’ makes 70 characters of the 160 that an SMS has, and twice the bill. On X some signs count as two, “…” among them, and a post may be over by just one.',
    de: 'Ein „ oder ein ’ macht aus den 160 Zeichen einer SMS 70 und aus einer Rechnung zwei. Auf X zählen manche Zeichen doppelt, auch „…“, und ein Beitrag kann an einem davon scheitern.',
  },
  check: (kit) =>
    kit.drafts.flatMap(({ draft, parts }) => {
      const [body] = parts;
      if (body === undefined) return [];
      return draft.channel === 'sms' ? sms(body) : onX(body, kit);
    }),
};

/** Signs of GSM-7 that say the same. */
const plain: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '…': '...',
  '–': '-',
  '—': '-',
  '‑': '-',
  '−': '-',
  '•': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
};

function sms(part: LintPart): readonly Said[] {
  const { text } = part;
  if (isGsm7(text)) return [];
  const odd = [...placesOf(text)].filter(({ sign }) => !isGsm7(sign));
  const real = odd.find(({ sign }) => plain[sign] === undefined);
  const costs = smsParts(text).parts.length;
  // A letter that the language needs: nothing can be done about it, unless it is one alone.
  if (real !== undefined) return costs === 1 ? [] : [needed(part, real, costs)];
  const least = smsParts(odd.reduce((said, { sign }) => said.replaceAll(sign, plain[sign] ?? sign), text)).parts.length;
  return odd.map(({ sign, from }) => replaceable(part, { sign, from }, costs, least));
}

interface Place {
  readonly sign: string;
  readonly from: number;
}

function* placesOf(text: string): Generator<Place> {
  let from = 0;
  for (const sign of splitGraphemes(text)) {
    yield { sign, from };
    from += sign.length;
  }
}

function needed(part: LintPart, { sign, from }: Place, costs: number): Said {
  return saidAt(
    part,
    [from, from + sign.length],
    {
      en: `With “${sign}” the SMS has 70 characters a message instead of 160, and takes ${costs} of them.`,
      de: `Mit „${sign}“ hat die SMS nur 70 statt 160 Zeichen je Nachricht und braucht ${costs} davon.`,
    },
    {
      en: 'Take the sign out if the word allows it, or shorten the text.',
      de: 'Verzichten Sie auf das Zeichen, wenn es geht, oder kürzen Sie den Text.',
    },
  );
}

function replaceable(part: LintPart, { sign, from }: Place, costs: number, least: number): Said {
  const to = plain[sign] ?? sign;
  const shown = sign.trim() === '' ? { en: 'a blank that does not break', de: 'ein geschütztes Leerzeichen' } : null;
  return saidWithEdit(part, [from, from + sign.length], to, {
    message: {
      en: `“${shown?.en ?? sign}” is no sign of GSM-7: the SMS takes ${costs} ${costs === 1 ? 'message' : 'messages'} of 70 characters, where ${least} of 160 would do.`,
      de: `„${shown?.de ?? sign}“ gibt es in GSM-7 nicht: Die SMS braucht ${costs} ${costs === 1 ? 'Nachricht' : 'Nachrichten'} zu 70 Zeichen statt ${least} zu 160.`,
    },
    fix: { en: `Write “${to}”.`, de: `Schreiben Sie „${to}“.` },
  });
}

/** Counted as two on X, where the letters around them count as one. @see twitter-text 3, configuration v3 */
const DOUBLE = /[…•→←€™‹›′″]/gu;

function onX(part: LintPart, kit: LintKit): readonly Said[] {
  const channel = kit.channels.find(({ id }) => id === part.draft.draft.channel);
  if (channel === undefined || part.text.search(DOUBLE) < 0) return [];
  return postsWithOffsets(part.text).flatMap((post) => {
    const text = post.text.trim();
    const weighed = channel.measure('post', text).find(({ counting }) => counting === 'x-weighted');
    if (weighed === undefined || weighed.count <= weighed.most) return [];
    const signs = [...text.matchAll(DOUBLE)];
    const over = weighed.count - weighed.most;
    const first = signs[0];
    if (first === undefined || over > 2 * signs.length) return [];
    const from = post.from + post.text.indexOf(text) + first.index;
    return [
      saidAt(
        part,
        [from, from + first[0].length],
        {
          en: `The post is over by ${over}, and “${first[0]}” counts as two on ${channel.platform}.`,
          de: `Der Beitrag ist um ${over} zu lang, und „${first[0]}“ zählt auf ${channel.platform} doppelt.`,
        },
        { en: `Do without “${first[0]}”.`, de: `Verzichten Sie auf „${first[0]}“.` },
      ),
    ];
  });
}
