import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KnownError, systemErrorCode } from '../../base/known-error.ts';
import { type DraftKind, draftKinds } from '../../model/farewell/draft-kinds.ts';
import { type DraftForm, draftForms } from '../../model/farewell/forms.ts';
import type { FarewellLocale } from '../../model/farewell/locale.ts';

/** Where templates are looked for; a file of the workspace comes before the one of the same name that comes along. */
export interface TemplateFolders {
  /** `templates/` of the workspace; null outside of one. */
  readonly own: string | null;
  readonly shipped: string;
}

/** The folder of the templates that come along. */
export const shippedTemplates = fileURLToPath(new URL('../../../templates', import.meta.url));

export interface ShelvedFile {
  /** Absolute. */
  readonly file: string;
  readonly text: string;
  readonly isOwn: boolean;
}

/** What there is for one language. */
export interface TemplateShelf {
  readonly locale: FarewellLocale;
  readonly kinds: ReadonlyMap<DraftKind, ReadonlyMap<DraftForm, ShelvedFile>>;
  /** `phrases.yaml`: those that come along, then those of the workspace. */
  readonly phrases: readonly ShelvedFile[];
}

/**
 * Reads the templates of a language.
 * @throws KnownError `draft.unreadable-template`
 */
export async function readShelf(locale: FarewellLocale, { own, shipped }: TemplateFolders): Promise<TemplateShelf> {
  const folders = [{ folder: join(shipped, locale), isOwn: false }];
  if (own !== null) folders.push({ folder: join(own, locale), isOwn: true });
  const kinds = new Map<DraftKind, Map<DraftForm, ShelvedFile>>();
  const phrases: ShelvedFile[] = [];
  for (const { folder, isOwn } of folders) {
    const there = new Set(await namesIn(folder));
    if (there.has('phrases.yaml')) phrases.push(await readShelved(join(folder, 'phrases.yaml'), isOwn));
    for (const kind of draftKinds.filter((one) => there.has(one))) {
      const forms = kinds.get(kind) ?? new Map<DraftForm, ShelvedFile>();
      for (const form of await formsIn(join(folder, kind))) {
        forms.set(form, await readShelved(join(folder, kind, `${form}.md`), isOwn));
      }
      kinds.set(kind, forms);
    }
  }
  return { locale, kinds, phrases };
}

async function formsIn(folder: string): Promise<readonly DraftForm[]> {
  const names = new Set(await namesIn(folder));
  return draftForms.filter((form) => names.has(`${form}.md`));
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(systemErrorCode(error) ?? '')) return [];
    throw unreadable(folder, error);
  });
}

async function readShelved(file: string, isOwn: boolean): Promise<ShelvedFile> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
    return { file, text, isOwn };
  } catch (error) {
    throw unreadable(file, error);
  }
}

function unreadable(file: string, cause: unknown): KnownError {
  const code = systemErrorCode(cause) ?? 'it is no text in UTF-8';
  return new KnownError('draft.unreadable-template', `The template ${file} cannot be read (${code}).`, {
    hint: 'Check its rights, and save it as UTF-8.',
    cause,
    exitCode: 2,
  });
}
