import type { DraftKind } from '../../../model/farewell/draft-kinds.ts';
import type { FarewellLocale } from '../../../model/farewell/locale.ts';
import { linkValue } from '../claims/find-addresses.ts';
import type { LintDraft, Said } from '../lint-draft.ts';
import type { LintKit } from '../lint-kit.ts';
import type { LintRule } from '../lint-rule.ts';
import { beginOf } from './begin-of.ts';
import { mismatches } from './mismatch.ts';
import { toldSentences } from './told-sentences.ts';

/**
 * The link to unsubscribe is not asked for: the mail that is made of a newsletter gets the one of the mail tool, or a mark where
 * that puts its own.
 */
export const imprintRule: LintRule = {
  id: 'imprint',
  severity: 'error',
  title: { en: 'Imprint and privacy are linked', de: 'Impressum und Datenschutz sind verlinkt' },
  explanation: {
    en: 'The page that stays and the mail that goes out name who is behind them, and where data protection is explained. In some countries a missing link costs money.',
    de: 'Die Seite, die stehen bleibt, und die Mail, die hinausgeht, nennen, wer dahintersteht und wo der Datenschutz erklärt ist. Fehlt der Link, kann das abgemahnt werden.',
  },
  check: (kit) => [
    ...mismatches(kit, ['imprint', 'privacy']),
    ...kit.drafts.flatMap((draft) => unlinked(draft, kit)),
    ...wayOutWithoutLink(kit),
  ],
};

type Wanted = 'imprint_url' | 'privacy_url';

const wantedOf: Readonly<Partial<Record<DraftKind, readonly Wanted[]>>> = {
  'landing-page': ['imprint_url', 'privacy_url'],
  newsletter: ['imprint_url', 'privacy_url'],
  'gone-page': ['imprint_url', 'privacy_url'],
  'redirect-page': ['imprint_url', 'privacy_url'],
  'press-release': ['imprint_url'],
};

const names: Readonly<Record<Wanted, { readonly en: string; readonly de: string }>> = {
  imprint_url: { en: 'the imprint', de: 'aufs Impressum' },
  privacy_url: { en: 'the page on privacy', de: 'auf die Seite zum Datenschutz' },
};

function unlinked(draft: LintDraft, kit: LintKit): readonly Said[] {
  const wanted = wantedOf[draft.draft.kind] ?? [];
  if (wanted.length === 0) return [];
  const { imprintUrl, privacyUrl } = kit.facts;
  // A link with one letter wrong is there, and has been told.
  const meant = draft.parts
    .flatMap((part) => kit.claims(part))
    .filter(({ claim }) => claim.kind === 'link')
    .flatMap(({ claim, expected }) => [claim, expected ?? claim])
    .map((claim) => ('value' in claim ? claim.value : ''));
  return wanted
    .map((key) => ({ key, url: key === 'imprint_url' ? imprintUrl : privacyUrl }))
    .filter(({ url }) => !meant.includes(linkValue(url)))
    .map(({ key, url }) => ({
      spot: beginOf(draft),
      clash: { kind: 'fact', key, says: url },
      message: { en: `There is no link to ${names[key].en}.`, de: `Es fehlt der Link ${names[key].de}.` },
      fix: { en: `Link to ${url} at the end.`, de: `Verlinken Sie am Ende ${url}.` },
    }));
}

const wayOut: Readonly<Record<FarewellLocale, RegExp>> = {
  de: /(?:hier|unten|jederzeit|Newsletter) (?:wieder )?(?:abbestellen|abmelden)|abbestellen können Sie hier/iu,
  en: /unsubscribe/iu,
  fr: /se désabonner|se désinscrire|désabonnez-vous/iu,
  es: /darse de baja|cancelar la suscripción/iu,
  it: /annulla(?:re)? l[’']iscrizione|disiscriver/iu,
  nl: /(?:hier|kunt u zich|kun je je) (?:hier )?(?:afmelden|uitschrijven)/iu,
  pl: /zrezygnuj z newslettera|wypisać się/iu,
  pt: /cancelar (?:a )?subscrição|cancelar (?:a )?inscrição/iu,
  tr: /abonelikten çık/iu,
  ar: /إلغاء الاشتراك/u,
};

/** Of a newsletter: a sentence on unsubscribing, and nothing to press. Tags of mail tools are links. */
function wayOutWithoutLink(kit: LintKit): readonly Said[] {
  return toldSentences(kit)
    .filter(({ part, sentence }) => {
      const { kind, locale } = part.draft.draft;
      return kind === 'newsletter' && part.name === 'text' && wayOut[locale].test(sentence.text);
    })
    .filter(({ sentence }) => !/\]\(|<|\{\{|\*\||\[\[|%/.test(sentence.text))
    .filter(({ claims }) => !claims.some(({ claim }) => claim.kind === 'link' || claim.kind === 'mail'))
    .map(({ part, sentence }) => ({
      severity: 'warning',
      spot: part.spot(sentence.from, sentence.from + sentence.text.length),
      message: {
        en: `“${sentence.text}” tells people to unsubscribe, and has nothing to press.`,
        de: `In „${sentence.text}“ geht es ums Abmelden, es gibt dort aber nichts anzuklicken.`,
      },
      fix: {
        en: 'Put the link or the tag of the mail tool there, or leave the sentence to the mail tool’s footer.',
        de: 'Setzen Sie den Link oder den Platzhalter des Mailwerkzeugs ein, oder überlassen Sie den Satz dessen Fußzeile.',
      },
    }));
}
