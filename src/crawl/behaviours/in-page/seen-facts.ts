import type { PageFacts } from '../../page/in-page.ts';
import type { PageKit, PageSum, RowList } from './page-kit.ts';

/** What the page says now, together with all that was seen on the way: each row of a list once and in order. */
export function seenFacts(kit: PageKit): PageFacts {
  const facts = kit.readFacts();
  const { notebook } = kit.state;
  let text = kit.roots().length > 1 && document.body ? kit.textOf(document.body) : facts.text;
  if (!notebook) return { ...facts, text };
  kit.gather();
  for (const [container, list] of notebook.lists) text = kit.withRows(text, container, list);
  return { ...facts, text: kit.withNotes(text), links: [...new Set([...facts.links, ...notebook.links])] };
}

/**
 * All that is taken of a page at the end: what it says, and the files it names.
 * @param knownSheets style sheets that another page of the crawl has read
 */
export function sum(kit: PageKit, knownSheets: readonly string[]): PageSum {
  const facts = kit.seenFacts();
  const named = kit.roots().flatMap((root) => kit.namedIn(root));
  const { files, sheets } = kit.styleFiles(knownSheets);
  return { facts, files: [...new Set([...named, ...(kit.state.notebook?.files ?? []), ...files])], sheets };
}

/** Puts a list's rows in the place of those that are still there, when some of them have gone. */
export function withRows(kit: PageKit, text: string, container: Element, list: RowList): string {
  const { rows, lost, reused, rowOf } = list;
  const here = new Set([...container.children].map((child) => rowOf.get(child)?.row));
  if ((lost === 0 && reused < 3) || rows.every((row) => here.has(row))) return text;
  // Where a list numbers its rows, and each once, that is their order; else the order in which they came.
  const places = new Set(rows.map(({ index }) => index));
  const isNumbered = places.size === rows.length && !places.has(Number.NaN);
  const sorted = isNumbered ? [...rows].sort((a, b) => a.index - b.index) : rows;
  const whole = sorted.map((row) => row.text.trim()).filter((each) => each !== '');
  const shown = kit.shownText(container).trim();
  if (shown === '' || !text.includes(shown)) return `${text}\n${whole.join('\n')}`;
  return text.replace(shown, () => whole.join('\n'));
}

/** Adds the lines that were in sight for a moment only, such as a slide's or a closed panel's. */
export function withNotes(kit: PageKit, text: string): string {
  const linesOf = (part: string) =>
    part
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  const lines = new Set(linesOf(text));
  const added: string[] = [];
  for (const line of (kit.state.notebook?.notes ?? []).flatMap(linesOf)) {
    if (lines.has(line)) continue;
    lines.add(line);
    added.push(line);
  }
  return added.length > 0 ? `${text}\n${added.join('\n')}` : text;
}
