import type { Liquid } from 'liquidjs';
import { NEXT_POST } from '../../model/farewell/draft.ts';
import type { DraftKind } from '../../model/farewell/draft-kinds.ts';
import type { DraftForm } from '../../model/farewell/forms.ts';
import type { FarewellLocale } from '../../model/farewell/locale.ts';
import { templateNames } from '../facts/known-names.ts';
import { fieldsOf, frontMatterError, knownValues, splitFrontMatter } from '../front-matter.ts';
import { type ParsedLiquid, parseLiquid } from './parse-liquid.ts';
import type { ShelvedFile } from './template-shelf.ts';

/** What a template says with some facts, as long as it was written. */
export interface Written {
  readonly fields: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface DraftTemplate {
  readonly file: string;
  readonly form: DraftForm;
  /** `de/announcement/short`, as `own:` where it is the workspace's. */
  readonly name: string;
  /** Levels of what can be spared, the lowest first. */
  readonly spares: readonly number[];
  /** Every name that it asks the facts for, sorted. */
  usedVariables(): readonly string[];
  /** @throws KnownError as `ParsedLiquid.write` */
  write(scope: object, spared: number): Written;
}

/**
 * Reads one template and holds its names against those there are.
 * @throws KnownError `draft.front-matter`, `draft.unknown-variable`, `draft.unknown-filter`, `draft.unknown-tag`,
 * `draft.template`, `draft.endless`; each names file and line
 */
export function parseTemplate(
  engine: Liquid,
  locale: FarewellLocale,
  kind: DraftKind,
  form: DraftForm,
  { file, text, isOwn }: ShelvedFile,
): DraftTemplate {
  const source = splitFrontMatter(file, text);
  const { fields } = knownValues(source, ['fields']);
  const parse = (liquid: string, line: number) => parseLiquid(engine, liquid, templateNames, { file, line });
  const parsedFields = Object.entries(fieldsOf(source, fields)).map(
    ([name, liquid]) => [name, parse(liquid, source.lineOf(['fields', name]))] as const,
  );
  if (source.body.trim() === '') {
    throw frontMatterError(file, source.bodyLine, 'there is no text.', 'Write the text below the front matter.');
  }
  const body = parse(source.body, source.bodyLine);
  const all: readonly ParsedLiquid[] = [body, ...parsedFields.map(([, field]) => field)];
  return {
    file,
    form,
    name: `${isOwn ? 'own:' : ''}${locale}/${kind}/${form}`,
    spares: [...new Set(all.flatMap(({ spares }) => spares))].sort(),
    usedVariables: () => [...new Set(all.flatMap((one) => one.variables()))].sort(),
    write: (scope, spared) => {
      const written = body.write(scope, spared);
      const values = parsedFields.map(([name, field]) => [name, field.write(scope, spared).trim()] as const);
      const filled = values.filter(([, value]) => value !== '');
      return { text: form === 'thread' ? posts(written) : written, fields: Object.fromEntries(filled) };
    },
  };
}

/** A post that has nothing to say with these facts is left out. */
function posts(text: string): string {
  return postsOf(text)
    .filter((post) => post !== '')
    .join(`\n\n${NEXT_POST}\n\n`);
}

/** The posts of a thread; a text without that line is one. */
export function postsOf(text: string): readonly string[] {
  return text.split(new RegExp(`^[ \\t]*${NEXT_POST}[ \\t]*$`, 'm')).map((post) => post.trim());
}
