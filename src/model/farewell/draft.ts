import type { DraftKind } from './draft-kinds.ts';
import type { Audience } from './exit-facts.ts';
import type { AddressForm, FarewellLocale } from './locale.ts';

/** On a line of its own between two posts of a thread. */
export const NEXT_POST = '<!-- next post -->';

/** One text for one place, in one language; a file `drafts/<locale>/<id>.md` in the workspace. */
export interface Draft {
  /** `announcement-x`, `press-release`: the kind, and the channel where there is one. Unique in a language. */
  readonly id: string;
  readonly kind: DraftKind;
  readonly locale: FarewellLocale;
  readonly address: AddressForm;
  /** Id of a channel of lastpost.yaml, `sms` or `google-business`; null for what stands on none. */
  readonly channel: string | null;
  readonly audience: Audience;
  /** `2027-01-31T10:00` in the zone of the exit; null: when it is needed. */
  readonly publishAt: string | null;
  /** What stands beside the text: `title`, `subject`, `preheader`, `alt`, `headline` … */
  readonly fields: Readonly<Record<string, string>>;
  /** Without a line break at its end. Plain text on a channel, else Markdown. Posts of a thread are joined by NEXT_POST. */
  readonly text: string;
  /** `de/announcement/short`, as `own:` where it is the workspace's. */
  readonly template: string;
}
