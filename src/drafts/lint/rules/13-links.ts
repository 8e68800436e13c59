import type { ExitFacts } from '../../../model/farewell/exit-facts.ts';
import { findAddresses, linkValue } from '../claims/find-addresses.ts';
import type { LintPart, Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';
import { linkFaults } from './link-faults.ts';
import { readParts, saidAt, saidWithEdit } from './read-parts.ts';

export const linksRule: LintRule = {
  id: 'links',
  severity: 'error',
  title: { en: 'Every link leads where it says', de: 'Jeder Link führt dorthin, wo er hinführen soll' },
  explanation: {
    en: 'A link to a test page, or one with a blank in it, is seen by everybody on the one day on which everybody clicks. Addresses are read without asking for them: what no browser can open, what only we can open, and what says one thing and leads to another is named.',
    de: 'Einen Link auf die Testseite oder einen mit Leerzeichen sehen alle an dem einen Tag, an dem alle klicken. Die Adressen werden gelesen, nicht aufgerufen: Genannt wird, was kein Browser öffnet, was nur wir öffnen können und was anders heißt, als es führt.',
  },
  check: (kit) => {
    const known = knownLinks(kit.facts);
    return readParts(kit).flatMap((part) => [...ofLinks(part, kit, known), ...torn(part), ...ofMarkdown(part)]);
  },
};

function knownLinks({ successors, page, imprintUrl, privacyUrl, contact, fate }: ExitFacts): ReadonlySet<string> {
  const all = [
    ...successors.map(({ url }) => url),
    ...Object.values(page),
    imprintUrl,
    privacyUrl,
    contact.url,
    fate.archiveUrl,
  ];
  return new Set(all.filter((one) => one !== null));
}

function ofLinks(part: LintPart, kit: LintKit, known: ReadonlySet<string>): readonly Said[] {
  return kit.claims(part).flatMap(({ claim }) => {
    if (claim.kind !== 'link') return [];
    const place = [claim.from, claim.to] as const;
    return linkFaults(claim.said, known).map(({ message, fix, severity, right }) => ({
      ...(right === undefined ? saidAt(part, place, message, fix) : saidWithEdit(part, place, right, { message, fix })),
      ...(severity !== undefined && { severity }),
    }));
  });
}

/** Addresses with a blank in them, without a colon, with one slash, and hosts that no list of endings knows. */
const TORN =
  /https?:\/\/(?=[\s<>]|$)[^\n]{0,40}|(?<![\p{L}])(?:https?:\/(?!\/)|https?\/\/|https?:(?!\/)(?=\p{L})|htt?ps?s?:\/\/(?<!https?:\/\/)|h?ttps?:\/\/(?<!https?:\/\/))\S+|(?<![\p{L}.])www\.\s+[\p{L}\d-]+(?:\.\S+)?|https?:\/\/[^\s<>()]+[ \t]+\/[\p{L}\d][^\s]*|https?:\/\/(?:localhost|\d{1,3}(?:\.\d{1,3}){3})\S*/giu;

function torn(part: LintPart): readonly Said[] {
  return [...part.text.matchAll(TORN)].flatMap((match) => {
    const said = match[0].trimEnd();
    // The rule about links has seen it as one.
    if (/^https?:\/\/(?:localhost|\d)/iu.test(said)) return [];
    return [
      saidAt(
        part,
        [match.index, match.index + said.length],
        {
          en: `“${said}” is an address that ends before it is complete.`,
          de: `„${said}“ ist eine Adresse, die zu früh aufhört.`,
        },
        {
          en: 'Copy the address from the browser once more.',
          de: 'Kopieren Sie die Adresse noch einmal aus dem Browser.',
        },
      ),
    ];
  });
}

const MARKDOWN = /(?<!!)\[([^\]\n]{1,200})\]\(([^)\n]{0,400})\)/gu;

function ofMarkdown(part: LintPart): readonly Said[] {
  if (part.draft.draft.channel !== null) return [];
  return [...part.text.matchAll(MARKDOWN)].flatMap((match) => {
    const [whole, words = '', inside = ''] = match;
    const place = [match.index, match.index + whole.length] as const;
    const target = inside.trim().replace(/\s+"[^"]*"$/u, '');
    const fault = targetFault(words, target);
    return fault === null ? [] : [saidAt(part, place, fault.message, fault.fix)];
  });
}

function targetFault(words: string, target: string): Pick<Said, 'message' | 'fix'> | null {
  if (target === '' || target === '#') {
    return {
      message: { en: `“${words}” is a link that leads nowhere.`, de: `„${words}“ ist ein Link ohne Ziel.` },
      fix: { en: 'Write the address between ( and ).', de: 'Schreiben Sie die Adresse zwischen ( und ).' },
    };
  }
  if (target.startsWith('#')) return null;
  if (/\s/u.test(target) || /[.,;]$/u.test(target)) {
    return {
      message: {
        en: `The link “${words}” leads to “${target}”, and that has a blank in it or a full stop at its end.`,
        de: `Der Link „${words}“ führt zu „${target}“; darin steht ein Leerzeichen oder am Ende ein Satzzeichen.`,
      },
      fix: { en: 'Take the sign out of the address.', de: 'Nehmen Sie das Zeichen aus der Adresse.' },
    };
  }
  if (!/^(?:[a-z][a-z\d+.-]*:)/iu.test(target)) {
    return {
      message: {
        en: `The link “${words}” leads to “${target}”, which is no whole address and leads elsewhere from every page.`,
        de: `Der Link „${words}“ führt zu „${target}“; das ist keine ganze Adresse und führt von jeder Seite woandershin.`,
      },
      fix: {
        en: 'Write the address with https:// and the name of the site.',
        de: 'Schreiben Sie die Adresse mit https:// und dem Namen der Website.',
      },
    };
  }
  return otherTarget(words, target);
}

/** Words that are an address themselves, and another one than the target. */
function otherTarget(words: string, target: string): Pick<Said, 'message' | 'fix'> | null {
  const shown = findAddresses(words).find(({ kind }) => kind === 'link' || kind === 'mail');
  const real = target.replace(/^mailto:/iu, '').split('?')[0] ?? '';
  if (shown === undefined || isSame(shown.value, real, target)) return null;
  return {
    message: {
      en: `The link says “${shown.said}” and leads to “${target}”.`,
      de: `Im Link steht „${shown.said}“, er führt aber zu „${target}“.`,
    },
    fix: { en: 'Write the same address in both places.', de: 'Schreiben Sie an beiden Stellen dieselbe Adresse.' },
  };
}

/** The words may leave the scheme, www. and what follows the host away; a host alone stands for a page of it. */
function isSame(shown: string, mail: string, target: string): boolean {
  if (shown === mail.toLowerCase()) return true;
  const [one, other] = [shown, linkValue(target)].map((value) => value.replace(/^www\./, '')) as [string, string];
  return one === other || (!one.includes('/') && other.startsWith(`${one}/`));
}
