import type { UtmRule } from '../../../model/farewell/exit-facts.ts';
import { isTracked, trackedPage } from '../../facts/tracked-page.ts';
import type { CheckedClaim } from '../claims/checked-claim.ts';
import { findAddresses, linkValue } from '../claims/find-addresses.ts';
import type { Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';
import { readParts, saidWithEdit } from './read-parts.ts';

export const utmRule: LintRule = {
  id: 'utm',
  severity: 'warning',
  title: {
    en: 'Links say where they were followed, or none does',
    de: 'Links sagen, woher jemand kommt, oder keiner tut es',
  },
  explanation: {
    en: 'With half of the links tagged the figures are worse than none. In posts and mails every link to the page carries what lastpost.yaml says; in press, print and papers for the staff none does, as people type it or pass it on.',
    de: 'Sind nur manche Links gekennzeichnet, sind die Zahlen schlechter als keine. In Beiträgen und Mails trägt jeder Link zur Seite, was in lastpost.yaml steht; in Pressetexten, auf Papier und in Internem keiner, denn dort wird er abgetippt oder weitergegeben.',
  },
  check: (kit) =>
    readParts(kit).flatMap((part) =>
      kit
        .claims(part)
        .filter(({ claim }) => claim.kind === 'link')
        .flatMap((link) => ofLink(link, kit)),
    ),
};

const UTM = /[?&]utm_[a-z]+=/iu;

function ofLink(link: CheckedClaim, kit: LintKit): readonly Said[] {
  const { utm } = kit.facts;
  const { kind, channel } = link.part.draft.draft;
  const { said } = link.claim;
  const isTagged = UTM.test(said);
  if (utm === null || !isTracked(kind, channel)) return isTagged ? [notHere(link, utm)] : [];
  if (!isOurPage(said, kit) || !/^https?:/iu.test(said) || (!isTagged && isMadeSo(link, kit))) return [];
  const right = trackedPage(withoutUtm(said), utm, kind, channel);
  const differs = valuesOf(right).find(([key, value]) => utmOf(said, key) !== value);
  return differs === undefined ? [] : [another(link, right, differs, isTagged)];
}

function isOurPage(said: string, { facts }: LintKit): boolean {
  const value = linkValue(said);
  return Object.values(facts.page).some((page) => linkValue(page) === value);
}

/** A template may have the plain address where people are to pass it on. */
function isMadeSo({ claim, part }: CheckedClaim, { made }: LintKit): boolean {
  const draft = made.get(part.draft.name)?.draft;
  if (draft === undefined) return false;
  const texts = [draft.text, ...Object.values(draft.fields)].filter((text) => text.includes(claim.said));
  return texts.some((text) => findAddresses(text).some(({ said }) => said === claim.said));
}

function notHere(link: CheckedClaim, utm: UtmRule | null): Said {
  const { said, from, to } = link.claim;
  const plain = withoutUtm(said);
  const { kind } = link.part.draft.draft;
  const message =
    utm === null
      ? {
          en: `“${said}” is tagged with utm_…, and lastpost.yaml has no rule for that.`,
          de: `„${said}“ trägt utm_…, in lastpost.yaml gibt es dafür aber keine Regel.`,
        }
      : {
          en: `“${said}” is tagged with utm_…, and a ${kind} is read by people whom nobody counts.`,
          de: `„${said}“ trägt utm_…, in einem Text der Art „${kind}“ gehört das nicht hin.`,
        };
  const fix = { en: `Write “${plain}”.`, de: `Schreiben Sie „${plain}“.` };
  return {
    ...saidWithEdit(link.part, [from, to], plain, { message, fix }),
    clash: utm === null ? { kind: 'fact', key: 'utm', says: 'none' } : null,
  };
}

function another(link: CheckedClaim, right: string, [key, value]: readonly [string, string], isTagged: boolean): Said {
  const { said, from, to } = link.claim;
  const has = utmOf(said, key) ?? '';
  const message = isTagged
    ? {
        en: `In “${said}” ${key} is “${has}”; the rule in lastpost.yaml makes it “${value}”.`,
        de: `In „${said}“ ist ${key} „${has}“; nach der Regel in lastpost.yaml wäre es „${value}“.`,
      }
    : {
        en: `“${said}” has no utm_…, and the rule in lastpost.yaml wants it in posts and mails.`,
        de: `„${said}“ hat kein utm_…; nach der Regel in lastpost.yaml gehört es in Beiträge und Mails.`,
      };
  const fix = { en: `Write “${right}”.`, de: `Schreiben Sie „${right}“.` };
  const { part } = link;
  return {
    ...saidWithEdit(part, [from, to], right, { message, fix }),
    clash: { kind: 'fact', key: `utm.${key.slice(4)}`, says: value },
  };
}

function withoutUtm(said: string): string {
  const [whole = '', hash] = said.split('#');
  const [address = '', query] = whole.split('?');
  const kept = (query ?? '').split('&').filter((one) => one !== '' && !/^utm_/iu.test(one));
  return `${address}${kept.length === 0 ? '' : `?${kept.join('&')}`}${hash === undefined ? '' : `#${hash}`}`;
}

function valuesOf(address: string): readonly (readonly [string, string])[] {
  return [...new URL(address).searchParams].filter(([key]) => key.startsWith('utm_'));
}

function utmOf(said: string, key: string): string | null {
  const query = said.split('?')[1]?.split('#')[0] ?? '';
  return new URLSearchParams(query).get(key);
}
