import { openWorkshop } from '../../drafts/make-drafts.ts';
import { readShelf, shippedTemplates } from '../../drafts/templates/template-shelf.ts';
import { draftKinds } from '../../model/farewell/draft-kinds.ts';
import { type FarewellLocale, farewellLocales } from '../../model/farewell/locale.ts';
import { requireWorkspace, type WorkspacePlace } from '../../workspace/open-workspace.ts';
import { exitDraft } from '../../workspace/require-exit.ts';

/**
 * Every name that the templates of a workspace ask the facts for, those of its own included, in the languages of the exit.
 * @param shipped the folder of the templates that come along
 * @throws KnownError of templates that cannot be read
 */
export async function usedVariables(place: WorkspacePlace, shipped = shippedTemplates): Promise<ReadonlySet<string>> {
  const { config, paths } = await requireWorkspace(place);
  const locales: readonly FarewellLocale[] = exitDraft(config).facts.locales ?? farewellLocales;
  const names = new Set<string>();
  for (const locale of locales) {
    const workshop = openWorkshop(await readShelf(locale, { own: paths.templates, shipped }), 'formal');
    for (const kind of draftKinds) {
      for (const template of workshop.templates(kind)) for (const name of template.usedVariables()) names.add(name);
    }
  }
  return names;
}
