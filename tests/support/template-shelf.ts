import { fileURLToPath } from 'node:url';
import type { Material } from '../../src/drafts/facts/template-scope.ts';
import { makeDrafts } from '../../src/drafts/make-drafts.ts';
import { readShelf, type TemplateShelf } from '../../src/drafts/templates/template-shelf.ts';
import type { DraftFilter } from '../../src/model/farewell/draft-filter.ts';
import type { FarewellLocale } from '../../src/model/farewell/locale.ts';

/** Small templates in German and English, for what has to do with templates and not with their words. */
export const fixtureTemplates = fileURLToPath(new URL('../fixtures/templates', import.meta.url));

export async function fixtureShelves(own: string | null = null): Promise<ReadonlyMap<FarewellLocale, TemplateShelf>> {
  const folders = { own, shipped: fixtureTemplates };
  return new Map([
    ['de', await readShelf('de', folders)],
    ['en', await readShelf('en', folders)],
  ]);
}

export const everything: DraftFilter = { locales: [], channels: [], kinds: [] };

/** The drafts of some facts out of the small templates. */
export async function madeFrom(given: Material, wishes: Partial<DraftFilter> = {}) {
  return makeDrafts(given, await fixtureShelves(), { ...everything, ...wishes });
}
