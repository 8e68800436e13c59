import type { FarewellLocale } from '../../../model/farewell/locale.ts';
import { wordPattern } from './find-words.ts';

interface AbsoluteWords {
  /** Whatever the sentence is about, as long as it does not look back. */
  readonly always: RegExp;
  /** Only where the sentence is about what we are going to do. */
  readonly ours?: { readonly words: RegExp; readonly about: RegExp };
  /** The sentence looks back, or it is about a right that people have. */
  readonly not: RegExp;
}

const B = '(?<![\\p{L}\\p{M}\\p{N}])';
const E = '(?![\\p{L}\\p{M}\\p{N}])';
const words = (list: string): RegExp => wordPattern(list, 'giu');
const test = (list: string): RegExp => new RegExp(`${B}(?:${list})${E}`, 'iu');

/**
 * Words that bind for ever. One brand left in 2019, came back, left again in 2021 and had to admit it. History may be told with
 * them (“we have never kept lists”), and so may the right to unsubscribe at any time.
 */
export const absoluteWords: Readonly<Partial<Record<FarewellLocale, AbsoluteWords>>> = {
  de: {
    always: words(
      'für immer|auf immer|für alle Zeit(?:en)?|auf ewig|ewig|niemals|nie wieder|nie mehr|endgültig|unwiderruflich|ein für alle Mal|jederzeit|rund um die Uhr|zu jeder Zeit|unter keinen Umständen|auf keinen Fall|garantiert|dauerhaft|auf Dauer',
    ),
    ours: {
      words: words(
        'nie|immer|stets|(?:alle|sämtliche|jede[nrs]?) (?:Ihre[rn]? |eure[rn]? )?(?:Nachrichten|Nachricht|Fragen|Frage|Anfragen|Kommentare?n?|Daten)',
      ),
      about: test(
        'werden wir|wir werden|bleiben wir|wir bleiben|bleibt|bleiben|beantworten wir|wir beantworten|antworten wir|wir antworten|löschen wir|wir löschen|kommen wir|wir kommen|sind wir|wir sind|finden Sie|findet ihr|erreichen Sie|versprechen',
      ),
    },
    not: test(
      'haben wir|wir haben|hatten?|waren?|wurden?|bisher|früher|abbestell\\p{L}*|abmeld\\p{L}*|widerruf\\p{L}*|kündig\\p{L}*|widersprech\\p{L}*',
    ),
  },
  en: {
    always: words(
      'for ?ever|for evermore|never again|for good|once and for all|permanently|irrevocabl[ey]|at all times|at any time|around the clock|24/7|under no circumstances|no matter what|guaranteed?|indefinitely',
    ),
    ours: {
      words: words(
        'never|always|(?:all|every) (?:your |of your |the )?(?:messages?|questions?|comments?|enquir(?:y|ies)|data)',
      ),
      about: test(
        "we will|we[’']ll|we shall|we are|we[’']re|we answer|we reply|we delete|we keep|we come|we promise|will|stays?|remains?",
      ),
    },
    not: test('have|has|had|was|were|did|used to|so far|until now|unsubscribe|opt out|cancel|object|withdraw'),
  },
  fr: {
    always: words(
      "pour toujours|à jamais|plus jamais|définitivement|à tout moment|en toutes circonstances|pour l[’']éternité|garanti(?:e|s|es)?",
    ),
    not: test('avons|avions|était|étaient|désabonner|désinscrire|rétracter'),
  },
  es: {
    always: words('para siempre|nunca más|jamás|definitivamente|en todo momento|en cualquier momento|garantizad[oa]s?'),
    not: test('hemos|habíamos|era|eran|fue|darse de baja|darte de baja|cancelar'),
  },
  it: {
    always: words('per sempre|mai più|definitivamente|in qualsiasi momento|in ogni momento|garantit[oaie]'),
    not: test('abbiamo|avevamo|era|erano|disiscriver\\p{L}*|annullare|revocare'),
  },
  nl: {
    always: words('voor altijd|voor eeuwig|nooit meer|voorgoed|definitief|te allen tijde|gegarandeerd'),
    not: test('hebben|hadden|was|waren|afmelden|uitschrijven|opzeggen'),
  },
  pl: {
    always: words('na zawsze|nigdy więcej|raz na zawsze|bezpowrotnie|w każdej chwili|pod żadnym pozorem'),
    not: test('był\\p{L}*|wypisać|zrezygnować|cofnąć'),
  },
  pt: {
    always: words('para sempre|nunca mais|jamais|definitivamente|a qualquer momento|em qualquer altura|garantid[oa]s?'),
    not: test('tínhamos|era|eram|foi|cancelar'),
  },
  tr: {
    always: words('sonsuza (?:dek|kadar)|asla|bir daha asla|kalıcı olarak|her zaman|ebediyen'),
    not: test('\\p{L}+mıştık|\\p{L}+miştik|abonelikten'),
  },
  ar: {
    always: words('إلى الأبد|للأبد|نهائيًا|نهائيا|في أي وقت'),
    not: test('لم|كان|كنا|إلغاء'),
  },
};
