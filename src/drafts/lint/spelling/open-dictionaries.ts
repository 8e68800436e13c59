import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { KnownError } from '../../../base/known-error.ts';
import type { FarewellLocale } from '../../../model/farewell/locale.ts';
import type { Dictionary } from './dictionary.ts';
import { dictionaryPackages, hunspellPackage } from './dictionary-packages.ts';
import { templateWords } from './template-words.ts';

/** A part of what the package `hunspell-wasm` gives. */
interface Hunspell {
  testSpelling(word: string): boolean;
  getSpellingSuggestions(word: string): readonly string[];
  dispose(): void;
}

type OpenHunspell = (affixes: string, words: string) => Promise<Hunspell>;

export interface OpenDictionaries {
  /** Of those languages for which somebody has installed one. */
  readonly dictionaries: readonly Dictionary[];
  close(): void;
}

/**
 * Opens the dictionaries that are installed: in the workspace, in a folder above it, or beside Lastpost itself. They know the words of
 * the templates that come along as well.
 * @param dir the workspace, absolute
 * @throws KnownError `draft.bad-dictionary` for one that is there and cannot be read
 */
export async function openDictionaries(locales: readonly FarewellLocale[], dir: string): Promise<OpenDictionaries> {
  const main = locate(hunspellPackage, dir);
  const found = main === null ? [] : locales.map((locale) => [locale, foldersOf(locale, dir)] as const);
  const wanted = found.filter(([, folders]) => folders.length > 0);
  if (main === null || wanted.length === 0) return { dictionaries: [], close: () => undefined };
  const open = await loadHunspell(main);
  const all: Hunspell[] = [];
  const close = (): void => all.splice(0).forEach((one) => void one.dispose());
  const openOne = async (folder: string): Promise<Hunspell> => {
    const opened = await openFolder(folder, open);
    all.push(opened);
    return opened;
  };
  try {
    const dictionaries: Dictionary[] = [];
    for (const [locale, folders] of wanted) dictionaries.push(await dictionaryOf(locale, folders, openOne));
    return { dictionaries, close };
  } catch (error) {
    close();
    throw error;
  }
}

async function dictionaryOf(
  locale: FarewellLocale,
  folders: readonly string[],
  open: (folder: string) => Promise<Hunspell>,
): Promise<Dictionary> {
  const own: Hunspell[] = [];
  for (const folder of folders) own.push(await open(folder));
  const ours = await templateWords(locale);
  return {
    locale,
    knows: (word) => ours.has(word.toLowerCase()) || own.some((one) => one.testSpelling(word)),
    suggest: (word) => own[0]?.getSpellingSuggestions(word) ?? [],
  };
}

function foldersOf(locale: FarewellLocale, dir: string): readonly string[] {
  return dictionaryPackages[locale].flatMap((name) => {
    const index = locate(name, dir);
    return index === null ? [] : [dirname(index)];
  });
}

/** The main file of a package, or null where it is not installed. */
function locate(name: string, dir: string): string | null {
  for (const from of [join(dir, 'lastpost.yaml'), import.meta.url]) {
    try {
      return createRequire(from).resolve(name);
    } catch {
      // It is not there: the next place.
    }
  }
  return null;
}

async function loadHunspell(main: string): Promise<OpenHunspell> {
  const loaded = (await import(pathToFileURL(main).href).catch((error: unknown) => {
    throw badDictionary(main, error);
  })) as { readonly createHunspellFromFiles?: OpenHunspell };
  if (loaded.createHunspellFromFiles === undefined) throw badDictionary(main, new Error('it is of another version'));
  return loaded.createHunspellFromFiles;
}

async function openFolder(folder: string, open: OpenHunspell): Promise<Hunspell> {
  return open(join(folder, 'index.aff'), join(folder, 'index.dic')).catch((error: unknown) => {
    throw badDictionary(folder, error);
  });
}

function badDictionary(place: string, cause: unknown): KnownError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new KnownError('draft.bad-dictionary', `The dictionary ${place} cannot be used (${why}).`, {
    hint: 'Install it anew with npm, or leave spelling out: exit.check.rules.spelling: off in lastpost.yaml.',
    cause,
    exitCode: 2,
  });
}
