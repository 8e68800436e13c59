import { closestMatch } from '../../base/closest-match.ts';
import { KnownError } from '../../base/known-error.ts';
import type { Draft } from '../../model/farewell/draft.ts';

type Named = Pick<Draft, 'id' | 'locale'>;

/** `announcement-x` in every language, or `de/announcement-x`. */
export function isNamed(draft: Named, name: string): boolean {
  return name === draft.id || name === `${draft.locale}/${draft.id}`;
}

/** @throws KnownError `draft.unknown` for the first name that means none of the drafts */
export function requireNamed<T extends Named>(drafts: readonly T[], names: readonly string[]): readonly T[] {
  const wrong = names.find((name) => !drafts.some((draft) => isNamed(draft, name)));
  if (wrong !== undefined) throw unknownDraft(wrong, drafts);
  return drafts.filter((draft) => names.some((name) => isNamed(draft, name)));
}

function unknownDraft(name: string, drafts: readonly Named[]): KnownError {
  const names = drafts.flatMap(({ id, locale }) => [id, `${locale}/${id}`]);
  const near = closestMatch(name, names);
  const see =
    drafts.length === 0 ? 'Write the drafts first: lastpost draft write' : 'See which there are: lastpost draft list';
  return new KnownError('draft.unknown', `There is no draft "${name}".`, {
    hint: near === undefined ? see : `Did you mean "${near}"?`,
    exitCode: 2,
  });
}
