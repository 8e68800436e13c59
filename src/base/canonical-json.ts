/**
 * JSON in the one form that RFC 8785 allows: keys sorted by UTF-16 code units, no spaces. Keys whose value is undefined are
 * left out, as JSON.stringify does.
 * @throws TypeError for what JSON cannot say: NaN, Infinity, a bigint, a lone surrogate
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`${value} cannot be written as JSON.`);
    return JSON.stringify(value);
  }
  if (typeof value === 'string') {
    if (/\p{Surrogate}/u.test(value)) throw new TypeError('A text with a lone surrogate cannot be written as JSON.');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`A ${typeof value} cannot be written as JSON.`);
  return objectText(value as Readonly<Record<string, unknown>>);
}

/** Without a list of pairs in between: each entry of a journal comes through here. */
function objectText(value: Readonly<Record<string, unknown>>): string {
  let text = '';
  // By UTF-16 code units, which is what sorting without a comparison does.
  for (const name of Object.keys(value).sort()) {
    const one = value[name];
    if (one !== undefined) text += `${text === '' ? '' : ','}${nameText(name)}${canonicalJson(one)}`;
  }
  return `{${text}}`;
}

/** Names are few and come again and again. */
const names = new Map<string, string>();

function nameText(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  const text = `${canonicalJson(name)}:`;
  if (names.size < 1_000) names.set(name, text);
  return text;
}
