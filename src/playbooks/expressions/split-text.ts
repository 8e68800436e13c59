/** One `${{ … }}` in a text. */
export interface TextExpression {
  readonly kind: 'expression';
  /** What stands between the braces, without blanks around it. */
  readonly source: string;
  /** Where it stands in the text, braces included: from, and to behind it. */
  readonly from: number;
  readonly to: number;
}

export interface PlainText {
  readonly kind: 'text';
  readonly text: string;
}

export type TextPart = PlainText | TextExpression;

/** Behind the `}}` that ends what begins at `start`; a brace within quotes ends nothing. undefined when there is none. */
function endOf(text: string, start: number): number | undefined {
  let isQuoted = false;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === "'") isQuoted = !isQuoted;
    else if (!isQuoted && text.startsWith('}}', at)) return at + 2;
  }
  return undefined;
}

/** A text in pieces. What has no end is an expression up to the end of the text, with `isOpen`. */
export function splitText(text: string): { readonly parts: readonly TextPart[]; readonly isOpen: boolean } {
  const parts: TextPart[] = [];
  let done = 0;
  for (let from = text.indexOf('${{'); from !== -1; from = text.indexOf('${{', done)) {
    const to = endOf(text, from + 3);
    if (from > done) parts.push({ kind: 'text', text: text.slice(done, from) });
    if (to === undefined) {
      return { parts: [...parts, expression(text, from, text.length, 0)], isOpen: true };
    }
    parts.push(expression(text, from, to, 2));
    done = to;
  }
  if (done < text.length) parts.push({ kind: 'text', text: text.slice(done) });
  return { parts, isOpen: false };
}

function expression(text: string, from: number, to: number, closing: number): TextExpression {
  return { kind: 'expression', source: text.slice(from + 3, to - closing).trim(), from, to };
}

export function hasExpression(text: string): boolean {
  return text.includes('${{');
}

/** What a condition holds: with or without the braces around all of it. */
export function bareExpression(text: string): string {
  const trimmed = text.trim();
  const { parts } = splitText(trimmed);
  const [only] = parts;
  return parts.length === 1 && only?.kind === 'expression' ? only.source : trimmed;
}
