import type { Draft } from '../../model/farewell/draft.ts';
import type { ApprovalState } from '../../model/farewell/draft-approval.ts';
import type { Counted } from '../../model/farewell/draft-channel.ts';
import type { ExitFacts } from '../../model/farewell/exit-facts.ts';
import type { FarewellLocale } from '../../model/farewell/locale.ts';
import type { PlatformId } from '../../model/platform.ts';

/** Where a draft goes out, as tools tell places apart. */
export type Network = PlatformId | 'google-business' | 'sms';

/** A draft as it is handed over. */
export interface ExportedDraft {
  readonly draft: Draft;
  /** In the workspace, with slashes: `drafts/de/announcement-x.md`. */
  readonly file: string;
  readonly state: ApprovalState;
  /** Who approved it last, of whatever words; null: nobody. */
  readonly approval: { readonly name: string; readonly at: string } | null;
  /** `X`, `Mastodon`; null for what stands on no channel. */
  readonly platform: string | null;
  /** The same for people: `X (x-shop)` where there are several of that platform. */
  readonly place: string | null;
  /** null where it is on no channel, or on one that lastpost.yaml has no more. */
  readonly network: Network | null;
  /** Every limit that holds for its text and its fields, and how much is used. */
  readonly counts: readonly (Counted & { readonly part: string })[];
}

/** What every writer is told besides the drafts. */
export interface ExportKit {
  readonly brand: string;
  readonly facts: ExitFacts;
  /** UTC ISO 8601 */
  readonly madeAt: string;
  /** `Lastpost 0.1.0` */
  readonly software: string;
}

/** Drafts of one language, in the order in which they go out. */
export interface ExportedLocale {
  readonly locale: FarewellLocale;
  readonly drafts: readonly ExportedDraft[];
}

/** What stands on no channel is Markdown, everything else plain text. */
export function isMarkdown({ channel }: Pick<Draft, 'channel'>): boolean {
  return channel === null;
}

/** The words around the texts: German round German ones, else English. */
export function languageFor(locale: FarewellLocale): 'de' | 'en' {
  return locale === 'de' ? 'de' : 'en';
}
