import { closestMatch } from '../../base/closest-match.ts';
import { KnownError } from '../../base/known-error.ts';
import type { DraftPlaces } from '../../drafts/files/draft-folder.ts';
import { type MadeDrafts, makeDrafts } from '../../drafts/make-drafts.ts';
import { readShelf, shippedTemplates, type TemplateShelf } from '../../drafts/templates/template-shelf.ts';
import type { DraftFilter } from '../../model/farewell/draft-filter.ts';
import type { ExitFacts } from '../../model/farewell/exit-facts.ts';
import { noFigures } from '../../model/farewell/figures.ts';
import type { FarewellLocale } from '../../model/farewell/locale.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import { requireWorkspace, type Workspace, type WorkspacePlace } from '../../workspace/open-workspace.ts';
import type { WorkspacePaths } from '../../workspace/paths.ts';
import { requireExit } from '../../workspace/require-exit.ts';
import { draftChannels } from './draft-channels.ts';
import { exitFigures } from './exit-figures.ts';
import { serverLimits } from './server-limits.ts';

export interface KitInput extends DraftFilter {
  /** Instead of what lastpost.yaml says, for how it would be. */
  readonly facts?: ExitFacts;
  /** Where the templates that come along are, where it is not the usual place. */
  readonly shipped?: string;
}

/** Everything for the drafts of an exit, and the drafts as its facts make them. */
export interface DraftKit extends MadeDrafts {
  readonly workspace: Workspace;
  readonly facts: ExitFacts;
  readonly places: DraftPlaces;
  /** Those that were wished for. */
  readonly locales: readonly FarewellLocale[];
}

export function draftPlaces({ drafts, draftBases }: WorkspacePaths): DraftPlaces {
  return { drafts, bases: draftBases };
}

/**
 * Makes the drafts of the workspace's exit; writes nothing.
 * @throws KnownError `draft.no-locale`, `draft.no-channel`, `exit.none`, `exit.incomplete`, those of templates, workspace and ledger
 */
export async function openKit(
  input: KitInput,
  place: WorkspacePlace,
  { clock }: Pick<JourneyContext, 'clock'>,
): Promise<DraftKit> {
  const workspace = await requireWorkspace(place);
  const { config, paths } = workspace;
  const facts = input.facts ?? requireExit(config);
  const channels = draftChannels(config, facts, clock.now(), await serverLimits(workspace));
  requireLocales(input.locales, facts);
  requireChannels(
    input.channels,
    channels.map(({ id }) => id),
  );
  const locales = facts.locales.filter((one) => input.locales.length === 0 || input.locales.includes(one));
  const folders = { own: paths.templates, shipped: input.shipped ?? shippedTemplates };
  const shelves = new Map<FarewellLocale, TemplateShelf>();
  for (const locale of locales) shelves.set(locale, await readShelf(locale, folders));
  const figures = asksForFigures(shelves) ? await exitFigures(workspace, facts) : noFigures;
  const material = { facts, brand: config.brand.name, channels, people: config.people, figures };
  const made = makeDrafts(material, shelves, input);
  return { ...made, workspace, facts, places: draftPlaces(paths), locales };
}

/** Reading a million posts takes its time: only where a text tells of them. */
function asksForFigures(shelves: ReadonlyMap<FarewellLocale, TemplateShelf>): boolean {
  return [...shelves.values()].some(({ kinds, phrases }) =>
    [...phrases, ...[...kinds.values()].flatMap((forms) => [...forms.values()])].some(({ text }) =>
      text.includes('figures.'),
    ),
  );
}

function requireLocales(wished: readonly FarewellLocale[], { locales }: ExitFacts): void {
  const other = wished.find((one) => !locales.includes(one));
  if (other === undefined) return;
  throw new KnownError('draft.no-locale', `The exit is not told in "${other}".`, {
    hint: `Its languages are: ${locales.join(', ')}; add one to exit.locales of lastpost.yaml.`,
    exitCode: 2,
  });
}

function requireChannels(wished: readonly string[], ids: readonly string[]): void {
  const other = wished.find((one) => !ids.includes(one));
  if (other === undefined) return;
  const near = closestMatch(other, ids);
  throw new KnownError('draft.no-channel', `No channel is called "${other}".`, {
    hint: near === undefined ? `Choose one of: ${ids.join(', ')}.` : `Did you mean "${near}"?`,
    exitCode: 2,
  });
}
