/** Markup that has been escaped already. Only `html` and `rawHtml` make it. */
export interface Html {
  readonly markup: string;
}

type Insert = string | number | Html | readonly Html[] | false | undefined;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#039;',
};

/** Text made safe for element content and for quoted attributes, in HTML and in XML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

/** A template literal whose inserts are escaped; `Html` goes in as it is, lists are joined, false and undefined vanish. */
export function html(strings: TemplateStringsArray, ...inserts: readonly Insert[]): Html {
  const parts = strings.map((text, at) => text + (at < inserts.length ? markupOf(inserts[at]) : ''));
  return { markup: parts.join('') };
}

/** Marks text as markup. For our own files and for output of `escapeHtml`, never for what a request brings. */
export function rawHtml(markup: string): Html {
  return { markup };
}

function markupOf(insert: Insert): string {
  if (insert === undefined || insert === false) return '';
  if (typeof insert === 'string') return escapeHtml(insert);
  if (typeof insert === 'number') return String(insert);
  if ('markup' in insert) return insert.markup;
  return insert.map((part) => part.markup).join('\n');
}
