import type { Sha256 } from '../base/digest.ts';
import type { Claim, Profile } from '../model/finding.ts';
import type {
  ExportFinding,
  ExportMediaCount,
  ExportPosition,
  ExportReport,
  KeptPart,
  LeftOut,
} from '../model/official-export.ts';
import type { LocalText } from '../model/platform.ts';
import type { Post, PostMedia } from '../model/post.ts';
import { IdSet } from './id-set.ts';

/** What is known of an import besides what its records say. */
export type ExportBookHead = Pick<
  ExportReport,
  | 'id'
  | 'channel'
  | 'platform'
  | 'dialect'
  | 'owner'
  | 'madeAt'
  | 'importedAt'
  | 'missingParts'
  | 'included'
  | 'refused'
> & {
  readonly parts: readonly KeptPart[];
};

export interface ExportBookMedia {
  /** Digests by path. */
  readonly digests: ReadonlyMap<string, Sha256>;
  /** Reasons by path. */
  readonly damaged: ReadonlyMap<string, string>;
}

/** As many as a person can go through; the rest is counted. */
const MOST_LISTED = 10_000;

type Unreadable = ExportReport['unreadable'][number];
type MissingFile = ExportMediaCount['missing'][number];

/** Counts what an importer finds, and makes posts of the channel out of it. In memory is which ids were seen, and what is missing. */
export class ExportBook {
  readonly #head: ExportBookHead;
  readonly #media: ExportBookMedia;
  readonly #ids = new IdSet();
  readonly #byKind = new Map<string, number>();
  readonly #leftOut = new Map<LeftOut, number>();
  readonly #unreadable: Unreadable[] = [];
  readonly #missing: MissingFile[] = [];
  readonly #claims: (Claim & { readonly file: string })[] = [];
  readonly #notes: LocalText[] = [];
  readonly #counts = { unreadable: 0, repeated: 0, cutOff: 0, media: 0, had: 0, missing: 0, elsewhere: 0 };
  #profile: Profile | null = null;
  #oldest: string | null = null;
  #newest: string | null = null;

  constructor(head: ExportBookHead, media: ExportBookMedia) {
    this.#head = head;
    this.#media = media;
    for (const [file, message] of media.damaged) {
      this.#cannotRead({ id: null, at: { file, record: null, offsetBytes: null }, message });
    }
  }

  /** Own posts so far, each once. */
  get posts(): number {
    return this.#ids.size;
  }

  get unreadable(): number {
    return this.#counts.unreadable;
  }

  /** The posts among the findings, as the ledger keeps them; everything is counted as it goes by. */
  async *enter(findings: AsyncIterable<ExportFinding>): AsyncGenerator<Post> {
    for await (const finding of findings) {
      if (finding.kind === 'post') yield this.#post(finding);
      else if (finding.kind === 'left-out') {
        this.#leftOut.set(finding.what, (this.#leftOut.get(finding.what) ?? 0) + finding.count);
      } else if (finding.kind === 'unreadable') this.#cannotRead(finding);
      else if (finding.kind === 'claim') this.#claims.push({ ...finding.claim, file: finding.file });
      else if (finding.kind === 'profile') this.#profile = finding.profile;
      else this.#notes.push(finding.text);
    }
  }

  /** Everything that was counted. */
  report(): ExportReport {
    const { unreadable, repeated, cutOff, media, had, missing, elsewhere } = this.#counts;
    const { parts, ...head } = this.#head;
    return {
      version: 1,
      ...head,
      parts,
      posts: this.#ids.size,
      byKind: Object.fromEntries(this.#byKind),
      oldest: this.#oldest,
      newest: this.#newest,
      leftOut: Object.fromEntries([...this.#leftOut].filter(([, count]) => count > 0)),
      unreadableCount: unreadable,
      unreadable: this.#unreadable,
      repeated,
      cutOff,
      media: { known: media, had, missing: this.#missing, missingCount: missing, elsewhere },
      claims: this.#claims,
      notes: this.#notes,
      profile: this.#profile,
    };
  }

  #post({ post, at }: Extract<ExportFinding, { kind: 'post' }>): Post {
    const isNew = this.#ids.add(post.id);
    const media = post.media.map((medium) => this.#place(medium, post.id, isNew));
    if (isNew) {
      this.#byKind.set(post.kind, (this.#byKind.get(post.kind) ?? 0) + 1);
      if (post.extent === 'part') this.#counts.cutOff += 1;
      this.#seeTime(post.published);
    } else this.#counts.repeated += 1;
    const exported = { export: this.#head.id, file: at.file, record: at.record };
    return { ...post, media, channel: this.#head.channel, archive: null, exported };
  }

  #seeTime(published: string | null): void {
    if (published === null) return;
    if (this.#oldest === null || published < this.#oldest) this.#oldest = published;
    if (this.#newest === null || published > this.#newest) this.#newest = published;
  }

  /** A file that is there and cannot be unpacked is as good as missing. */
  #place(medium: PostMedia, post: string, counts: boolean): PostMedia {
    const { file } = medium;
    if (counts) this.#counts.media += 1;
    if (file === undefined) {
      if (counts) this.#counts.elsewhere += 1;
      return medium;
    }
    const why = file === null ? 'It is not in the export.' : this.#media.damaged.get(file);
    if (why === undefined) {
      if (counts) this.#counts.had += 1;
      return { ...medium, sha256: this.#media.digests.get(file ?? '') ?? medium.sha256 };
    }
    if (counts) {
      this.#counts.missing += 1;
      if (this.#missing.length < MOST_LISTED) this.#missing.push({ post, file: file ?? medium.url, why });
    }
    return { ...medium, file: null };
  }

  #cannotRead({ id, at, message }: { id: string | null; at: ExportPosition; message: string }): void {
    this.#counts.unreadable += 1;
    if (this.#unreadable.length < MOST_LISTED) this.#unreadable.push({ id, at, message });
  }
}
