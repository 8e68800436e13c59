import type { Draft } from './draft.ts';
import type { DraftKind } from './draft-kinds.ts';
import type { FarewellLocale } from './locale.ts';

/** Of which drafts somebody wishes to be told; [] is all. */
export interface DraftFilter {
  readonly locales: readonly FarewellLocale[];
  readonly channels: readonly string[];
  readonly kinds: readonly DraftKind[];
}

export function isWished(
  { locale, kind, channel }: Pick<Draft, 'locale' | 'kind' | 'channel'>,
  { locales, channels, kinds }: DraftFilter,
): boolean {
  return (
    (locales.length === 0 || locales.includes(locale)) &&
    (kinds.length === 0 || kinds.includes(kind)) &&
    (channels.length === 0 || (channel !== null && channels.includes(channel)))
  );
}
