import { type FactLanguage, factLanguages } from '../model/platform.ts';
import { requireWorkspace, type WorkspacePlace } from '../workspace/open-workspace.ts';
import { requirePerson } from '../workspace/require-person.ts';

/** Who reads, and what they said of it. */
export interface Reader {
  /** As it was asked for. */
  readonly lang: FactLanguage | undefined;
  /** Id of a person. */
  readonly as: string | undefined;
}

/**
 * The language in which a playbook's own texts are shown: the one that was asked for, else that of the person, else the first of the
 * brand's languages that playbooks are written in.
 * @throws KnownError `person.unknown` and those of the workspace, where no language is asked for
 */
export async function readerLanguage({ lang, as }: Reader, place: WorkspacePlace): Promise<FactLanguage> {
  if (lang !== undefined) return lang;
  const { config } = await requireWorkspace(place);
  const ofBrand = config.brand.languages.map(factLanguageIn).find((one) => one !== undefined) ?? 'en';
  return as === undefined ? ofBrand : (requirePerson(config, as.trim()).language ?? ofBrand);
}

/** `de-AT` is de. */
function factLanguageIn(code: string): FactLanguage | undefined {
  return factLanguages.find((known) => code === known || code.startsWith(`${known}-`));
}
