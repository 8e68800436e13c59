import type { AddressForm, FarewellLocale } from '../../../model/farewell/locale.ts';
import { wordPattern } from './find-words.ts';

const E = '(?![\\p{L}\\p{M}\\p{N}])';
const words = wordPattern;

/** Within a sentence only: at its beginning a capital says nothing. */
const within = (list: string): RegExp => new RegExp(`(?<=[\\p{L}\\p{N},;)’] )(?:${list})${E}`, 'gu');

/** Verbs that go with “ihr” for many; those that could be something else with “ihr” for her or their are left out. */
const YOU_ALL = 'habt|seid|könnt|müsst|wollt|dürft|sollt|findet|erreicht|braucht|lest|wisst|werdet|schreibt|mögt|kennt';

interface AddressWords {
  /** Words that can only be said to people one addresses so. */
  readonly formal: RegExp;
  readonly informal: RegExp;
  /** As people call the two. */
  readonly names: Readonly<Record<AddressForm, string>>;
}

/**
 * What gives away how people are addressed. Left out is everything that may be something else: “Sie” at the beginning of a
 * sentence, French “vous” of several people, Italian “ti”, Polish “ci”. A form for many that both share is of none of them: where
 * it goes with an informal singular, `formal` lacks it.
 */
export const addressWords: Readonly<Partial<Record<FarewellLocale, AddressWords>>> = {
  de: {
    formal: within(`Sie|Ihnen|Ihre[mnrs]?|(?<!(?:${YOU_ALL}) )Ihr(?! (?:${YOU_ALL})${E})`),
    informal: words(
      `[Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[mnrs]?|[Ee]uch|[Ee]ure[mnrs]?|[Ee]uer|[Ii]hr (?:${YOU_ALL})|(?:[Hh]abt|[Ss]eid|[Kk]önnt|[Mm]üsst|[Ww]ollt|[Dd]ürft|[Ff]indet|[Ee]rreicht|[Bb]raucht|[Ll]est|[Ww]isst|[Ww]erdet) [Ii]hr|(?:Schreibt?|Folgt|Besucht?) uns (?:doch|bitte|gern|auf|hier|dort|weiter)`,
    ),
    names: { formal: 'Sie', informal: 'du' },
  },
  fr: {
    formal: /(?!)/gu,
    informal: words("[Tt]u|[Tt]oi|[Tt]es|[Tt][’'](?:es|as|a|y|en)"),
    names: { formal: 'vous', informal: 'tu' },
  },
  es: {
    formal: words('[Uu]sted|[Uu]stedes'),
    informal: words('[Tt]ú|[Tt]us?|[Tt]e|[Cc]ontigo|[Vv]osotr[oa]s|[Vv]uestr[oa]s?'),
    names: { formal: 'usted', informal: 'tú' },
  },
  it: {
    formal: within('Lei|Suo|Sua|Suoi|Sue'),
    informal: words('[Tt]u|[Tt]uo|[Tt]ua|[Tt]uoi|[Tt]ue'),
    names: { formal: 'Lei', informal: 'tu' },
  },
  nl: {
    // "15 u" is an hour.
    formal: words('(?<!\\d[ .\u00a0]?)[Uu]|[Uu]w'),
    informal: words('[Jj]e|[Jj]ij|[Jj]ou|[Jj]ouw|[Jj]ullie'),
    names: { formal: 'u', informal: 'je' },
  },
  pl: {
    formal: words('Państw(?:o|a|u|em)'),
    informal: words(
      '[Tt]y|[Cc]iebie|[Tt]obie|[Cc]ię|[Tt]wój|[Tt]woj(?:a|e|ą|ej|ego|emu|ich|im|imi)|[Ww]as|[Ww]am|[Ww]ami|[Ww]asz\\p{Ll}*',
    ),
    names: { formal: 'Państwo', informal: 'ty' },
  },
  pt: {
    formal: words('[Vv]ocê|o senhor|a senhora'),
    informal: words('[Tt]u|[Tt]eus?|[Tt]uas?|[Cc]ontigo'),
    names: { formal: 'você', informal: 'tu' },
  },
  tr: {
    formal: /(?!)/gu,
    informal: words('[Ss]en|[Ss]enin|[Ss]ana|[Ss]eni|[Ss]ende|[Ss]enden'),
    names: { formal: 'siz', informal: 'sen' },
  },
};
