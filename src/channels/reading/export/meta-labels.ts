import { asList, asObject, asText, asUrl, type JsonObject } from '../json-reader.ts';
import { repairMojibake } from './mojibake.ts';

/** One thing that a record says of itself, under a label in the language of the account. */
export interface MetaLabel {
  readonly label: string;
  /** Meta's own name for it, the same in every language; null where the export leaves it out, as most do. */
  readonly field: string | null;
  readonly text: string | null;
  readonly href: string | null;
  readonly isNested: boolean;
}

/** Nobody's labels nest so deep. */
const MAX_DEPTH = 6;

/** What stands in `label_values`, the form that Meta moves its files to since 2023, one list after the other. */
export function readMetaLabels(record: JsonObject): readonly MetaLabel[] {
  return labelsIn(record.label_values, 0);
}

function labelsIn(values: unknown, depth: number): readonly MetaLabel[] {
  if (depth > MAX_DEPTH) return [];
  return asList(values).flatMap((entry) => {
    const value = asObject(entry);
    if (value === undefined) return [];
    const text = asText(value.value);
    const own: MetaLabel = {
      label: repairMojibake(asText(value.label) ?? ''),
      field: asText(value.ent_field_name),
      text: text === null ? null : repairMojibake(text),
      href: asUrl(repairMojibake(asText(value.href) ?? '')),
      isNested: depth > 0,
    };
    return [own, ...labelsIn(value.dict, depth + 1), ...labelsIn(value.vec, depth + 1)];
  });
}

const labelsOfText = new Set(
  (
    'text caption message post content description ' +
    'beschriftung bildunterschrift bildtext nachricht beitrag inhalt beschreibung ' +
    'texte légende publication contenu texto leyenda mensaje publicación contenido legenda mensagem publicação ' +
    'testo didascalia messaggio tekst bijschrift bericht tresc treść metin açıklama текст подпись сообщение 文字 內容 テキスト'
  ).split(' '),
);

const labelsOfAudience = new Set(
  'audience privacy visibility zielgruppe privatsphäre sichtbarkeit publico público audiencia privacidad confidentialité pubblico doelgroep'.split(
    ' ',
  ),
);

function isNamed(label: MetaLabel, names: ReadonlySet<string>): boolean {
  return names.has((label.field ?? '').toLowerCase()) || names.has(label.label.trim().toLowerCase());
}

/**
 * The words of a post among its labels; null when it has none. Where no label is known, words that stand alone are taken:
 * languages are more than any list has.
 */
export function textOfLabels(labels: readonly MetaLabel[]): string | null {
  const said = labels.filter(({ text, isNested }) => text !== null && !isNested);
  const named = said.find((label) => isNamed(label, labelsOfText));
  if (named !== undefined) return named.text;
  const words = said.filter((label) => !isNamed(label, labelsOfAudience) && !isAddressOrNumber(label.text ?? ''));
  return words.length === 1 ? (words[0]?.text ?? null) : null;
}

function isAddressOrNumber(text: string): boolean {
  return asUrl(text) !== null || /^[\d.,:/ -]+$/.test(text) || /^(true|false)$/i.test(text);
}

/** All addresses that the labels name, each once. */
export function addressesOfLabels(labels: readonly MetaLabel[]): readonly string[] {
  return [...new Set(labels.flatMap(({ href, text }) => href ?? asUrl(text) ?? []))];
}

/** What a record says of who may see it, as it says it; null where it says nothing. */
export function audienceOf(record: JsonObject, labels: readonly MetaLabel[]): string | null {
  const field = [record.audience, record.privacy, record.visibility].map(asText).find((text) => text !== null);
  const label = labels.find((one) => isNamed(one, labelsOfAudience) && one.text !== null);
  return repairMojibake(field ?? label?.text ?? '') || null;
}

const audiences: readonly (readonly [RegExp, 'public' | 'followers' | 'private'])[] = [
  [
    /^(public|everyone|öffentlich|alle|publique?|público|tout le monde|todos|pubblico|tutti|openbaar|iedereen)$/i,
    'public',
  ],
  [/^(only me|self|private|nur ich|privat|moi uniquement|sólo yo|solo yo|somente eu|solo io|alleen ik)$/i, 'private'],
  [
    /^(your )?(friends|followers|freunde|abonnenten|ami(\(e\))?s|abonnés|amigos|seguidores|amici|vrienden|volgers)\b/i,
    'followers',
  ],
];

/** An audience in the words of some languages; undefined for what is none of them. */
export function visibilityOf(audience: string | null): 'public' | 'followers' | 'private' | undefined {
  return audience === null ? undefined : audiences.find(([words]) => words.test(audience.trim()))?.[1];
}
