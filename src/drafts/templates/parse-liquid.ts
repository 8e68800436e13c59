import type { Liquid, Template } from 'liquidjs';
import type { NameShape } from '../facts/known-names.ts';
import { tidied } from '../facts/typeset.ts';
import { checkNames, namesIn } from './check-names.ts';
import { SPARED, spareLevels } from './spare-tag.ts';
import { type SourcePlace, templateError } from './template-error.ts';

/** A piece of Liquid, ready to be written as often as there are drafts. */
export interface ParsedLiquid {
  /** Levels of what can be spared in it, the lowest first. */
  readonly spares: readonly number[];
  variables(): readonly string[];
  /**
   * @param spared what is marked with this level or a lower one is left out
   * @throws KnownError `draft.unknown-variable`, `draft.endless`, `draft.template`
   */
  write(scope: object, spared: number): string;
}

/** `{% if x %}` and the like, without a dash: whoever writes dashes says which blanks go. */
const TAG = '\\{%(?!-)(?:(?!%\\}|\\n).)*(?<!-)%\\}';
const ONLY_TAGS = new RegExp(`^[ \\t]*(${TAG}(?:[ \\t]*${TAG})*)[ \\t]*\\n`, 'gm');

/** A line with nothing but tags on it is no line of the text. Its end goes into the last tag, so that no line changes its number. */
function withoutTagLines(source: string): string {
  return source.replace(ONLY_TAGS, (_, tags: string) => `${tags.slice(0, -2)}\n%}`);
}

/**
 * @param names every variable there is
 * @throws KnownError `draft.unknown-variable`, `draft.unknown-filter`, `draft.unknown-tag`, `draft.template`, `draft.endless`
 */
export function parseLiquid(
  engine: Liquid,
  source: string,
  names: Readonly<Record<string, NameShape>>,
  place: SourcePlace,
): ParsedLiquid {
  const known = Object.keys(names);
  const told = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw templateError(error, place, engine, known);
    }
  };
  const parsed: Template[] = told(() => engine.parse(withoutTagLines(source)));
  told(() => checkNames(engine, parsed, names, place));
  return {
    spares: spareLevels(source),
    variables: () => namesIn(engine, parsed),
    write: (scope, spared) =>
      told(() => tidied(String(engine.renderSync(parsed, scope, { globals: { [SPARED]: spared } })))),
  };
}
