import { localToInstant } from '../../../base/zoned-time.ts';
import type { LocalText } from '../../../model/platform.ts';
import type { CheckedClaim } from '../claims/checked-claim.ts';
import { linkValue } from '../claims/find-addresses.ts';
import type { Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';
import { allClaims, spotOf } from '../rules/mismatch.ts';
import type { LinkAnswer } from './link-answer.ts';
import { signpostFindings } from './signpost.ts';

/** The rule about links, for what only the net can answer. Each address is told at its first place. */
export function onlineLinks(answers: readonly LinkAnswer[]): LintRule {
  return {
    id: 'links',
    severity: 'error',
    title: { en: 'Links answer', de: 'Links antworten' },
    explanation: {
      en: 'Asked for with “--online”: every address answers by https, at once or after one redirect.',
      de: 'Mit „--online“ abgefragt: Jede Adresse antwortet über https, sofort oder nach einer Weiterleitung.',
    },
    check: (kit) => answers.flatMap((answer) => findingsOf(answer, kit)),
  };
}

function findingsOf(answer: LinkAnswer, kit: LintKit): readonly Said[] {
  const value = linkValue(answer.asked);
  const place = allClaims(kit).find(({ claim }) => claim.kind === 'link' && linkValue(claim.said) === value);
  if (place === undefined) return [];
  const spot = spotOf(place);
  const troubles = isNotYetThere(place, answer, kit) ? [notYetThere(answer, kit)] : troublesOf(answer);
  return [...troubles, ...signpostFindings(answer, kit)].map((said) => ({ spot, ...said }));
}

type Trouble = Pick<Said, 'message' | 'fix' | 'severity'>;

/** The page of the exit comes with the announcement; before it, nobody is surprised that it is not there. */
function isNotYetThere({ role }: CheckedClaim, { status }: LinkAnswer, { facts, now }: LintKit): boolean {
  const isHidden = [401, 403, 404].includes(status);
  return role === 'page' && isHidden && now.toISOString() < localToInstant(facts.told.public, facts.timezone);
}

function notYetThere({ asked, status }: LinkAnswer, { facts }: LintKit): Trouble {
  const at = facts.told.public.replace('T', ' ');
  return {
    severity: 'warning',
    message: {
      en: `${asked} is not there yet (${status}).`,
      de: `${asked} ist noch nicht da (${status}).`,
    },
    fix: {
      en: `Put it online before the announcement on ${at}, and run this check once more then.`,
      de: `Stellen Sie die Seite vor der Ankündigung am ${at} online und prüfen Sie dann noch einmal.`,
    },
  };
}

function troublesOf({ asked, url, hops, status, problem }: LinkAnswer): readonly Trouble[] {
  if (problem !== null) return [noAnswer(asked, problem)];
  if (status >= 400) return [refused(asked, status)];
  return [
    ...(url.startsWith('https:') ? [] : [unencrypted(asked, url)]),
    ...(hops.length > 1 ? [chain(asked, url, hops)] : []),
  ];
}

function refused(asked: string, status: number): Trouble {
  return say(`${asked} answers with ${status}`, `${asked} antwortet mit ${status}`, {
    en: 'Open it in a browser, and name an address that works.',
    de: 'Öffnen Sie die Adresse im Browser und nennen Sie eine, die funktioniert.',
  });
}

function unencrypted(asked: string, url: string): Trouble {
  return say(`${asked} is answered without encryption, at ${url}`, `${asked} führt unverschlüsselt nach ${url}`, {
    en: 'Have the site answer by https, then name that address.',
    de: 'Lassen Sie die Seite über https antworten und nennen Sie diese Adresse.',
  });
}

function chain(asked: string, url: string, hops: readonly string[]): Trouble {
  return say(
    `${asked} leads through ${hops.length} redirects to ${url}`,
    `${asked} führt erst über ${hops.length} Weiterleitungen nach ${url}`,
    { en: `Name ${url} at once.`, de: `Nennen Sie gleich ${url}.` },
  );
}

function noAnswer(asked: string, problem: string): Trouble {
  return say(`${asked} does not answer: ${problem.replace(/\.$/, '')}`, `${asked} antwortet nicht`, {
    en: 'Open it in a browser; if it works there, run this check again later.',
    de: 'Öffnen Sie die Adresse im Browser; wenn sie dort geht, prüfen Sie später noch einmal.',
  });
}

function say(en: string, de: string, fix: LocalText): Trouble {
  return { message: { en: `${en}.`, de: `${de}.` }, fix };
}
