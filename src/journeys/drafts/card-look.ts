import { cardColours } from '../../drafts/cards/card-colours.ts';
import type { CardLook } from '../../drafts/cards/card-page.ts';
import type { ExitFacts } from '../../model/farewell/exit-facts.ts';
import type { FarewellLocale } from '../../model/farewell/locale.ts';
import type { Workspace } from '../../workspace/open-workspace.ts';
import { type LogoKind, readLogo } from '../../workspace/read-logo.ts';

const types: Readonly<Record<LogoKind, string>> = { png: 'image/png', jpeg: 'image/jpeg', svg: 'image/svg+xml' };

/**
 * How the brand looks on its cards, in each language.
 * @throws KnownError `exit.logo`, `cards.contrast`
 */
export async function cardLook(
  { dir, config }: Workspace,
  { voice }: ExitFacts,
): Promise<(locale: FarewellLocale) => CardLook> {
  const colours = cardColours(voice.colours);
  const logo = voice.logo === null ? null : await dataAddress(dir, voice.logo);
  return (locale) => ({ brand: config.brand.name, claim: voice.claim?.[locale] ?? null, colours, logo });
}

async function dataAddress(dir: string, path: string): Promise<string> {
  const { kind, bytes } = await readLogo(dir, path);
  return `data:${types[kind]};base64,${Buffer.from(bytes).toString('base64')}`;
}
