import type { Finding } from '../model/finding.ts';

type Of<K extends Finding['kind']> = Omit<Extract<Finding, { kind: K }>, 'kind'>;

/** Which lists were seen to their end. A list of several files was when each file was that anybody has named. */
export class ListEnds {
  readonly #ended = new Map<string, Set<string>>();
  readonly #parts = new Map<string, Set<string>>();

  end({ list, part = '' }: Of<'end-of-list'>): void {
    at(this.#ended, list).add(part);
  }

  announce({ list, parts }: Of<'parts-of-list'>): void {
    for (const part of parts) at(this.#parts, list).add(part);
  }

  get ended(): ReadonlySet<string> {
    const all = [...this.#ended].filter(([list, ended]) => [...at(this.#parts, list)].every((part) => ended.has(part)));
    return new Set(all.map(([list]) => list));
  }
}

function at(lists: Map<string, Set<string>>, list: string): Set<string> {
  const known = lists.get(list) ?? new Set();
  lists.set(list, known);
  return known;
}
