import type { ComparedSide, Comparison } from '../model/comparison.ts';

/** Keys in snake case all the way down; values as they are. The shape is told in docs/compare.md. */
export function comparisonJson(comparison: Comparison, htmlFile: string | undefined): object {
  const { before, after, unfair, posts, pages, links, counts } = comparison;
  return snakeKeys({
    before: sideJson(before),
    after: sideJson(after),
    counts,
    unfair,
    posts,
    pages,
    links,
    html: htmlFile ?? null,
  }) as object;
}

function sideJson({ file, id, channel, url, title, takenAt, state, pages, gaps }: ComparedSide): object {
  return { snapshot: id, file, channel, url, title, takenAt, state, pages, gaps };
}

function snakeKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [snake(key), snakeKeys(inner)] as const);
  return Object.fromEntries(entries);
}

function snake(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
