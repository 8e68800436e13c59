import type { z } from 'zod';

/** One thing that is wrong with the values of lastpost.yaml. */
export interface ConfigIssue {
  readonly path: readonly PropertyKey[];
  /** Keys nobody knows at `path`; [] when the value at `path` is wrong. */
  readonly unknownKeys: readonly string[];
  /** What the value must be, as a phrase. */
  readonly wanted: string;
}

type Issue = z.core.$ZodIssue;

/** What the schema found. Where a value may be one of several things, what is wrong with the one that was meant. */
export function configIssues(issues: readonly Issue[], above: readonly PropertyKey[] = []): readonly ConfigIssue[] {
  return issues.flatMap((issue) => {
    const path = [...above, ...issue.path];
    const meant = issue.code === 'invalid_union' ? meantBranch(issue.errors) : undefined;
    if (meant !== undefined) return configIssues(meant, path);
    return [
      {
        path,
        unknownKeys: issue.code === 'unrecognized_keys' ? issue.keys : [],
        wanted: issue.code === 'invalid_type' && issue.expected === 'object' ? 'a block of keys' : issue.message,
      },
    ];
  });
}

/** The branch in which every mistake lies further in; none when the value is of no such kind at all. */
function meantBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const isInside = ({ path, code }: Issue) => path.length > 0 || code === 'unrecognized_keys';
  return branches.find((issues) => issues.length > 0 && issues.every(isInside));
}
