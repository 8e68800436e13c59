import type { DraftKind } from '../../../model/farewell/draft-kinds.ts';
import { kindSpecs } from '../../../model/farewell/draft-kinds.ts';
import { type Over, oversOf } from '../../fit/fit-draft.ts';
import type { Verdict } from '../../make-drafts.ts';
import type { LintDraft, LintPart, Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';
import { postsWithOffsets, saidAt } from './read-parts.ts';

export const tooLongRule: LintRule = {
  id: 'too-long',
  severity: 'error',
  title: { en: 'Every text fits where it will stand', de: 'Jeder Text passt an seinen Ort' },
  explanation: {
    en: 'A platform cuts what is too long, or takes none of it, and it does so on the day that counts. Every post, field and post of a thread is counted as its platform counts, and as the publishing tools in lastpost.yaml do.',
    de: 'Was zu lang ist, schneidet die Plattform ab oder nimmt es gar nicht an, und zwar am entscheidenden Tag. Jeder Beitrag, jedes Feld und jeder Teil eines Threads wird so gezählt, wie die Plattform zählt und wie es die Planungswerkzeuge aus lastpost.yaml tun.',
  },
  check: (kit) => kit.drafts.flatMap((draft) => [...overLimits(draft, kit), ...longReplies(draft)]),
};

function overLimits(draft: LintDraft, kit: LintKit): readonly Said[] {
  const { overs, longFact } = verdictOf(draft, kit);
  const worst = new Map<string, Over>();
  for (const over of overs) {
    const known = worst.get(over.part);
    if (known === undefined || over.count - over.most > known.count - known.most) worst.set(over.part, over);
  }
  return [...worst.values()].flatMap((over) => {
    const place = placeOf(draft, over.part);
    return place === null ? [] : [tooLong({ over, longFact, ...place }, draft, kit)];
  });
}

/** By what a draft was planned for; one that somebody added, by its channel. */
function verdictOf({ name, draft }: LintDraft, kit: LintKit): Verdict {
  const made = kit.made.get(name);
  if (made !== undefined) return made.judge({ text: draft.text, fields: draft.fields });
  const channel = kit.channels.find(({ id }) => id === draft.channel);
  const { limited } = kindSpecs[draft.kind];
  return { overs: oversOf(draft, { limited, measure: channel?.measure ?? null }), longFact: null };
}

interface Place {
  readonly part: LintPart;
  readonly from: number;
  readonly to: number;
  /** Which post of a thread, from 1. */
  readonly post: number | null;
}

function placeOf({ parts }: LintDraft, name: string): Place | null {
  const post = /^post (\d+)$/.exec(name)?.[1];
  const part = parts.find((one) => one.name === (post === undefined ? name : 'text'));
  if (part === undefined) return null;
  if (post === undefined) return { part, from: 0, to: part.text.length, post: null };
  const said = postsWithOffsets(part.text)[Number(post) - 1];
  if (said === undefined) return null;
  const from = said.from + (said.text.length - said.text.trimStart().length);
  return { part, from, to: from + said.text.trim().length, post: Number(post) };
}

type TooLong = Place & { readonly over: Over; readonly longFact: Verdict['longFact'] };

function tooLong({ over, longFact, part, from, to, post }: TooLong, draft: LintDraft, kit: LintKit): Said {
  const { count, most, counting } = over;
  const channel = kit.channels.find(({ id }) => id === draft.draft.channel);
  const where = channel?.platform ?? null;
  const what = { en: partWord(part, post, 'en'), de: partWord(part, post, 'de') };
  const unit = unitOf(counting);
  const threads = channel?.threads === true && part.name === 'text';
  const fact = longFact === null ? null : `${longFact.key} (${longFact.characters})`;
  return {
    ...saidAt(
      part,
      [from, to],
      {
        en: `${what.en} takes ${count} of ${most} ${unit.en}${where === null ? '' : ` on ${where}`}.`,
        de: `${what.de} hat ${count} ${unit.de}, ${where === null ? 'erlaubt sind' : `${where} erlaubt`} ${most}.`,
      },
      {
        en: `Shorten it by ${count - most}${threads ? ', or put a line “<!-- next post -->” where the next post of a thread begins' : ''}${fact === null ? '' : `; the longest fact in it is ${fact}`}.`,
        de: `Kürzen Sie um ${count - most}${threads ? ', oder setzen Sie „<!-- next post -->“ in eine eigene Zeile, wo der nächste Beitrag eines Threads beginnt' : ''}${fact === null ? '' : `; am meisten Platz nimmt ${fact} ein`}.`,
      },
    ),
    clash: longFact === null ? null : { kind: 'fact', key: longFact.key.replace(/^exit\./, ''), says: longFact.value },
  };
}

function partWord({ name }: LintPart, post: number | null, language: 'en' | 'de'): string {
  if (post !== null) return language === 'en' ? `Post ${post} of the thread` : `Beitrag ${post} des Threads`;
  if (name === 'text') return language === 'en' ? 'The text' : 'Der Text';
  return language === 'en' ? `The field “${name}”` : `Das Feld „${name}“`;
}

function unitOf(counting: Over['counting']): { readonly en: string; readonly de: string } {
  if (counting === 'pieces') return { en: 'links or hashtags', de: 'Links oder Hashtags' };
  if (counting === 'utf-8-bytes') return { en: 'bytes', de: 'Byte' };
  return { en: 'characters', de: 'Zeichen' };
}

/** Replies that are kept ready go out on any network. */
const SHORT_CHARACTERS = 280;

const isReady = (kind: DraftKind): boolean => kindSpecs[kind].at === 'when-needed';

function longReplies({ draft, parts }: LintDraft): readonly Said[] {
  const short = parts.find(({ name }) => name === 'short');
  const count = [...(short?.text ?? '')].length;
  if (short === undefined || !isReady(draft.kind) || count <= SHORT_CHARACTERS) return [];
  const said = saidAt(
    short,
    [0, short.text.length],
    {
      en: `The short form has ${count} characters; most networks take ${SHORT_CHARACTERS}.`,
      de: `Die kurze Fassung hat ${count} Zeichen; die meisten Netzwerke nehmen ${SHORT_CHARACTERS}.`,
    },
    {
      en: `Shorten it by ${count - SHORT_CHARACTERS}, so that it fits wherever the question is asked.`,
      de: `Kürzen Sie um ${count - SHORT_CHARACTERS}, damit sie überall passt, wo die Frage gestellt wird.`,
    },
  );
  return [{ ...said, severity: 'warning' }];
}
