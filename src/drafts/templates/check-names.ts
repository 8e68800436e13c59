import type { Liquid, Template, Variable } from 'liquidjs';
import type { NameShape } from '../facts/known-names.ts';
import { type SourcePlace, unknownName } from './template-error.ts';

type Names = Readonly<Record<string, NameShape>>;

/** What lists and texts have besides. */
const ofLists = ['size', 'first', 'last'];

/**
 * Holds every name of a parsed template against those there are, also in branches that are not taken this time.
 * @throws KnownError `draft.unknown-variable`
 */
export function checkNames(engine: Liquid, parsed: Template[], names: Names, place: SourcePlace): void {
  for (const variables of Object.values(engine.analyzeSync(parsed).globals)) {
    for (const variable of variables) {
      const row = variable.location.row;
      checkOne(variable, names, { file: place.file, line: place.line + row - 1 });
    }
  }
}

function checkOne({ segments }: Variable, names: Names, place: SourcePlace): void {
  let shape: NameShape = { names };
  let said = '';
  for (const segment of segments) {
    // What is looked up by a value is only known when it is written.
    if (typeof segment === 'object' || shape === null) return;
    const inside = partOf(shape, segment);
    if (inside === undefined) throw wrong(segment, 'list' in shape ? ofLists : Object.keys(shape.names), said, place);
    shape = inside;
    said += `${segment}.`;
  }
}

/** What a name leads to; undefined where there is no such name. */
function partOf(shape: NonNullable<NameShape>, segment: string | number): NameShape | undefined {
  if ('names' in shape) return Object.hasOwn(shape.names, segment) ? shape.names[segment] : undefined;
  if (segment === 'size') return null;
  return typeof segment === 'number' || ofLists.includes(segment) ? shape.list : undefined;
}

function wrong(segment: string | number, there: readonly string[], said: string, place: SourcePlace) {
  const names = there.map((name) => `${said}${name}`);
  return unknownName('variable', `${said}${segment}`, names, place);
}

/** `brand`, `contact.line`: every name that a parsed template asks the facts for, sorted. */
export function namesIn(engine: Liquid, parsed: Template[]): readonly string[] {
  return [...new Set(engine.globalFullVariablesSync(parsed))].sort();
}
