import type { LintClash } from '../../../model/farewell/lint/lint-finding.ts';
import { STAFF_AHEAD_MS } from '../../../model/farewell/tell-times.ts';
import type { LocalText } from '../../../model/platform.ts';
import type { Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';
import { momentText, msOf, type Scheduled, scheduled } from './moments.ts';
import { planOrder } from './plan-order.ts';

export const whoHearsFirstRule: LintRule = {
  id: 'who-hears-first',
  severity: 'error',
  title: { en: 'The staff hear of it before the public', de: 'Die Belegschaft erfährt es vor der Öffentlichkeit' },
  explanation: {
    en: 'Whoever stands at the till must not hear the news from a customer. The memo goes out at least 24 hours before the public, partners hear of it after the staff and not after the public. The moments in the drafts are looked at, those of the facts and those of the plan.',
    de: 'Wer an der Kasse steht, soll die Nachricht nicht von der Kundschaft hören. Das Memo geht mindestens 24 Stunden vor der Öffentlichkeit hinaus, Partner erfahren es nach der Belegschaft und nicht nach der Öffentlichkeit. Geprüft werden die Zeitpunkte in den Entwürfen, in den Fakten und im Plan.',
  },
  check: (kit) => [...factOrder(kit), ...draftOrder(kit), ...planOrder(kit)],
};

/** What lastpost.yaml says by itself. */
function factOrder(kit: LintKit): readonly Said[] {
  const { told } = kit.facts;
  const at = { staff: msOf(told.staff, kit), partners: msOf(told.partners, kit), public: msOf(told.public, kit) };
  const said: Said[] = [];
  if (at.staff + STAFF_AHEAD_MS > at.public) said.push(factFinding('staff', 'public', told, 'too-short'));
  if (at.partners < at.staff) said.push(factFinding('partners', 'staff', told, 'before'));
  if (at.partners > at.public) said.push(factFinding('partners', 'public', told, 'after'));
  return said;
}

const who = {
  staff: { en: 'the staff', de: 'die Belegschaft' },
  partners: { en: 'partners', de: 'Partner' },
  public: { en: 'the public', de: 'die Öffentlichkeit' },
} as const;

type Told = LintKit['facts']['told'];

function factFinding(
  one: keyof typeof who,
  other: keyof typeof who,
  told: Told,
  how: 'too-short' | 'before' | 'after',
): Said {
  const [mine, theirs] = [momentText(told[one]), momentText(told[other])];
  const words = {
    'too-short': { en: 'less than 24 hours before', de: 'weniger als 24 Stunden vor der Öffentlichkeit' },
    before: { en: 'before', de: 'vor der Belegschaft' },
    after: { en: 'after', de: 'nach der Öffentlichkeit' },
  }[how];
  return {
    spot: null,
    clash: { kind: 'fact', key: `told.${one}`, says: told[one] },
    message: {
      en: `By the facts, ${who[one].en} hear of it on ${mine.en}, ${words.en} ${who[other].en} (${theirs.en}).`,
      de: `Nach den Fakten erfährt es ${who[one].de} am ${mine.de}, ${words.de} (${theirs.de}).`.replace(
        'erfährt es Partner',
        'erfahren es Partner',
      ),
    },
    fix: {
      en: `Change told.${one} or told.${other} in lastpost.yaml and run “lastpost draft write”.`,
      de: `Ändern Sie told.${one} oder told.${other} in lastpost.yaml und rufen Sie „lastpost draft write“ auf.`,
    },
  };
}

/** What the files of the drafts say: each is told of once, with what weighs most. */
function draftOrder(kit: LintKit): readonly Said[] {
  const all = scheduled(kit);
  const memo = all.findLast(({ draft }) => draft.draft.kind === 'staff-memo');
  // One that is too early itself is told of by itself, and not by everything that it makes late.
  const toldMs = msOf(kit.facts.told.public, kit);
  const firstPublic = all.find(({ audience, ms }) => audience === 'public' && ms >= toldMs);
  return all.flatMap((one) => {
    const said = orderOf(one, { kit, memo, firstPublic });
    return said === undefined ? [] : [said];
  });
}

interface Around {
  readonly kit: LintKit;
  /** The last one of all languages. */
  readonly memo: Scheduled | undefined;
  readonly firstPublic: Scheduled | undefined;
}

function orderOf(one: Scheduled, { kit, memo, firstPublic }: Around): Said | undefined {
  const { told } = kit.facts;
  const staffMs = memo?.ms ?? msOf(told.staff, kit);
  const staff = memo ?? told.staff;
  switch (one.audience) {
    case 'public':
      if (one.ms < staffMs + STAFF_AHEAD_MS) return tooEarly(one, staff, 'staff', isMoved(memo, kit));
      break;
    case 'partners':
      if (one.ms < staffMs) return tooEarly(one, staff, 'staff', isMoved(memo, kit));
      if (firstPublic !== undefined && one.ms > firstPublic.ms) return tooLate(one, firstPublic);
      break;
    case 'leads':
      if (isLeadsLate(one, staffMs, kit, firstPublic)) return leadsLate(one, staff);
      break;
    case 'staff':
      break;
  }
  return one.ms < msOf(told[one.audience], kit) ? beforeTold(one, told) : undefined;
}

/** The facts may want it the other way round; what comes after the public is told of by another rule. */
function isLeadsLate(
  { ms, draft }: Scheduled,
  staffMs: number,
  kit: LintKit,
  firstPublic: Scheduled | undefined,
): boolean {
  const { told } = kit.facts;
  if (ms <= staffMs || msOf(told.leads, kit) > msOf(told.staff, kit)) return false;
  const isCard = draft.draft.kind === 'service-card' || draft.draft.kind === 'faq';
  return !(isCard && firstPublic !== undefined && ms >= firstPublic.ms);
}

/** Where the memo is not where the facts have it, it is the one that somebody has moved. */
function isMoved(memo: Scheduled | undefined, { facts }: LintKit): boolean {
  return memo !== undefined && memo.at !== facts.told.staff;
}

function spotAt({ draft }: Scheduled) {
  return draft.headSpot?.('publish_at') ?? null;
}

function clashWith(other: Scheduled | string, key: string): LintClash {
  const spot = typeof other === 'string' ? null : spotAt(other);
  if (spot !== null) return { kind: 'draft', spot };
  return { kind: 'fact', key, says: typeof other === 'string' ? other : other.at };
}

function momentOf(other: Scheduled | string): LocalText {
  return momentText(typeof other === 'string' ? other : other.at);
}

function tooEarly(one: Scheduled, staff: Scheduled | string, key: string, memoMoved: boolean): Said {
  const [mine, theirs] = [momentText(one.at), momentOf(staff)];
  const isPublic = one.audience === 'public';
  return {
    spot: spotAt(one),
    clash: clashWith(staff, `told.${key}`),
    message: {
      en: `This goes to ${isPublic ? 'the public' : 'partners'} on ${mine.en}, and the staff ${isPublic ? 'get their memo less than 24 hours before, or after it' : 'hear of it after that'}: on ${theirs.en}.`,
      de: `Das geht am ${mine.de} an ${isPublic ? 'die Öffentlichkeit' : 'Partner'}, und die Belegschaft erfährt es ${isPublic ? 'weniger als 24 Stunden vorher oder erst danach' : 'erst danach'}: am ${theirs.de}.`,
    },
    fix: memoMoved
      ? {
          en: 'Send the memo at least 24 hours before the public and before partners, or move this draft.',
          de: 'Schicken Sie das Memo mindestens 24 Stunden vor der Öffentlichkeit und vor den Partnern, oder verschieben Sie diesen Entwurf.',
        }
      : {
          en: 'Let this draft go out later, at least 24 hours after the memo where it goes to the public.',
          de: 'Lassen Sie diesen Entwurf später hinausgehen, an die Öffentlichkeit frühestens 24 Stunden nach dem Memo.',
        },
  };
}

function tooLate(one: Scheduled, first: Scheduled): Said {
  const [mine, theirs] = [momentText(one.at), momentText(first.at)];
  return {
    spot: spotAt(one),
    clash: clashWith(first, 'told.public'),
    message: {
      en: `Partners get this on ${mine.en}, and the public hear of it before that: on ${theirs.en}.`,
      de: `Partner bekommen das am ${mine.de}, und die Öffentlichkeit erfährt es vorher: am ${theirs.de}.`,
    },
    fix: {
      en: 'Let it go out before the first draft for the public.',
      de: 'Lassen Sie es vor dem ersten Entwurf für die Öffentlichkeit hinausgehen.',
    },
  };
}

function leadsLate(one: Scheduled, staff: Scheduled | string): Said {
  const [mine, theirs] = [momentText(one.at), momentOf(staff)];
  return {
    spot: spotAt(one),
    clash: clashWith(staff, 'told.staff'),
    message: {
      en: `Those who lead service, shop and telephone get this on ${mine.en}, after the staff, whom they have to answer: on ${theirs.en}.`,
      de: `Wer Service, Laden und Telefon leitet, bekommt das am ${mine.de}, nach der Belegschaft, der er antworten soll: am ${theirs.de}.`,
    },
    fix: {
      en: 'Let it go out before the memo, or put told.leads behind told.staff in lastpost.yaml where it is meant like that.',
      de: 'Lassen Sie es vor dem Memo hinausgehen, oder setzen Sie told.leads in lastpost.yaml hinter told.staff, wenn es so gewollt ist.',
    },
  };
}

function beforeTold(one: Scheduled, told: Told): Said {
  const { audience } = one;
  const [mine, theirs] = [momentText(one.at), momentText(told[audience])];
  return {
    spot: spotAt(one),
    clash: { kind: 'fact', key: `told.${audience}`, says: told[audience] },
    message: {
      en: `This goes out on ${mine.en}, before those it is for may know: by the facts they hear of it on ${theirs.en}.`,
      de: `Das geht am ${mine.de} hinaus, bevor es seine Leser wissen dürfen: Nach den Fakten erfahren sie es am ${theirs.de}.`,
    },
    fix: {
      en: `Write publish_at: ${told[audience]} or later, or change told.${audience} in lastpost.yaml and run “lastpost draft write”.`,
      de: `Schreiben Sie publish_at: ${told[audience]} oder später, oder ändern Sie told.${audience} in lastpost.yaml und rufen Sie „lastpost draft write“ auf.`,
    },
  };
}
