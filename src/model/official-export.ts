import type { Sha256 } from '../base/digest.ts';
import type { Claim, Profile } from './finding.ts';
import type { LocalText, PlatformId } from './platform.ts';
import type { FoundPost } from './post.ts';

/** One file of an official export, wherever it lies: in a ZIP, in a folder, or by itself. */
export interface ExportFile {
  /** Path within its part as it is written there, with `/`; never absolute, never with `..`. */
  readonly path: string;
  /** Unpacked. */
  readonly bytes: number;
  /** The file or folder it came in, by the name a person gave. */
  readonly part: string;
  /**
   * Its bytes from the beginning, as often as wanted. A chunk is valid until the next one is asked for.
   * @throws KnownError `export.damaged` when it cannot be unpacked, or is not what its checksum says
   */
  open(signal?: AbortSignal): AsyncIterable<Uint8Array>;
}

/** What was given by a person, one file or folder. */
export interface ExportPart {
  readonly name: string;
  /** Absolute path of the original. */
  readonly path: string;
  readonly form: 'zip' | 'folder' | 'file';
  readonly bytes: number;
}

/** An entry that is not touched, whatever it holds: it would lead out of the export, or is no file. */
export interface RefusedEntry {
  readonly part: string;
  readonly path: string;
  readonly message: string;
}

/** All files of an export, its parts joined. Nothing of it is ever unpacked to a disk. */
export interface ExportTree {
  readonly parts: readonly ExportPart[];
  /** In the order of path, then of part. */
  readonly files: readonly ExportFile[];
  readonly refused: readonly RefusedEntry[];
  /** Safe to call twice. */
  close(): Promise<void>;
}

/** Whose export it is, as far as it says. */
export interface ExportOwner {
  readonly id: string | null;
  /** Without @, as it is written. */
  readonly handle: string | null;
  readonly name: string | null;
  readonly url: string | null;
}

/** What the structure of an export says of it, before its posts are read. */
export interface DetectedExport {
  readonly platform: PlatformId;
  /** Which of the platform's forms it is: `x-2023`, `facebook-page`, `wxr-1.2`. */
  readonly dialect: string;
  readonly owner: ExportOwner;
  /** When the platform made it, UTC ISO 8601; null when nothing in it says. */
  readonly madeAt: string | null;
  /** Files or parts that must exist, as its own list or the numbers in its names say, and were not given. */
  readonly missingParts: readonly string[];
}

export type Detection =
  | { readonly kind: 'export'; readonly export: DetectedExport }
  /** It is this platform's, and cannot be read as it is: HTML where JSON must be asked for. Codes begin with `export.`. */
  | { readonly kind: 'refused'; readonly code: string; readonly message: string; readonly hint: string };

/** What exports hold besides public posts. Counted by kind, and not taken over. */
export const leftOutKinds = [
  'followers-only',
  'private',
  'drafts',
  'scheduled',
  'deleted',
  'direct-messages',
  'comments-by-others',
  'likes-and-bookmarks',
  'contacts',
  'advertising',
  'others',
] as const;

export type LeftOut = (typeof leftOutKinds)[number];

/** Those of them that are posts of one's own, and can be asked for. */
export const askableKinds = ['followers-only', 'private', 'drafts', 'scheduled', 'deleted'] as const;

export type Askable = (typeof askableKinds)[number];

/** Where in an export something stands. */
export interface ExportPosition {
  /** ExportFile.path */
  readonly file: string;
  /** From 1: the number of the record in its file; null for the file as a whole. */
  readonly record: number | null;
  /** Where the record begins in the unpacked file; null where that is not known. */
  readonly offsetBytes: number | null;
}

/** One thing that an importer reads out of an export. */
export type ExportFinding =
  | { readonly kind: 'post'; readonly post: FoundPost; readonly at: ExportPosition }
  | { readonly kind: 'left-out'; readonly what: LeftOut; readonly count: number }
  /** Something that should be a record and could not be read. `id` where at least that is known. */
  | { readonly kind: 'unreadable'; readonly id: string | null; readonly at: ExportPosition; readonly message: string }
  /** A number that the export itself gives for what it holds, as X's manifest does. */
  | { readonly kind: 'claim'; readonly claim: Claim; readonly file: string }
  | { readonly kind: 'profile'; readonly profile: Profile }
  /** Odd, worth telling, and no gap. */
  | { readonly kind: 'note'; readonly text: LocalText };

/** The original as it is kept. */
export interface KeptPart {
  readonly name: string;
  /** Path of the copy in the vault. */
  readonly file: string;
  readonly bytes: number;
  readonly sha256: Sha256;
}

export interface ExportMediaCount {
  /** All that the posts name. */
  readonly known: number;
  /** In the export, unpacked without a fault. */
  readonly had: number;
  /** Those that the export should have and has not, or cannot be unpacked; the list may be cut. */
  readonly missing: readonly { readonly post: string; readonly file: string; readonly why: string }[];
  readonly missingCount: number;
  /** Those that exports of this kind never hold. */
  readonly elsewhere: number;
}

/** What one import found. The ledger keeps it, and a statement rests on it. */
export interface ExportReport {
  readonly version: 1;
  readonly id: string;
  readonly channel: string;
  readonly platform: PlatformId;
  readonly dialect: string;
  readonly owner: ExportOwner;
  /** UTC ISO 8601; null when nothing says. */
  readonly madeAt: string | null;
  readonly importedAt: string;
  readonly parts: readonly KeptPart[];
  readonly missingParts: readonly string[];
  /** Posts taken over, each once. */
  readonly posts: number;
  readonly byKind: Readonly<Record<string, number>>;
  /** UTC ISO 8601; null without a dated post. */
  readonly oldest: string | null;
  readonly newest: string | null;
  readonly leftOut: Readonly<Partial<Record<LeftOut, number>>>;
  /** What was asked for besides the public posts. */
  readonly included: readonly Askable[];
  /** All of them; the list may be cut. */
  readonly unreadableCount: number;
  readonly unreadable: readonly { readonly id: string | null; readonly at: ExportPosition; readonly message: string }[];
  /** Records that gave a post that another record had given already. */
  readonly repeated: number;
  /** Posts of which the export has the beginning alone, such as reposts of X. */
  readonly cutOff: number;
  readonly media: ExportMediaCount;
  readonly refused: readonly RefusedEntry[];
  readonly claims: readonly (Claim & { readonly file: string })[];
  readonly notes: readonly LocalText[];
  readonly profile: Profile | null;
}

/** What an import changed, against what was there of earlier exports of the channel. */
export interface ExportChange {
  readonly added: number;
  /** The author changed something. */
  readonly changed: number;
  readonly same: number;
  /** In an earlier export, and no more in this newer one. */
  readonly gone: number;
}
