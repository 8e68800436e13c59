import type { FactOverrides } from '../model/channel.ts';
import type { CommentsPolicy } from '../model/comments-policy.ts';
import type { Bounds } from '../model/crawl-plan.ts';
import type { ExitDraft } from '../model/farewell/exit-draft.ts';
import type { PlatformId } from '../model/platform.ts';
import type { KeepRules } from '../model/retention/keep-rules.ts';
import type { Person } from '../model/run/people.ts';
import type { Schedule } from '../model/schedule/schedule.ts';
import type { MailConfig } from './mail-schema.ts';
import type { PlanningConfig } from './planning-schema.ts';
import type { VaultSettings } from './vault-schema.ts';

export type { S3Settings, TimestampSettings, VaultSettings } from './vault-schema.ts';

/** One place that is to be archived, as lastpost.yaml names it. */
export interface Channel {
  /** Lower-case letters, digits and hyphens; also its folder in the vault. */
  readonly id: string;
  readonly platform: PlatformId;
  /** As the platform writes it, without @. */
  readonly handle?: string;
  readonly url: string;
  /** Base address of the platform's open interface, where it is not the usual one. */
  readonly api?: string;
  readonly title?: string;
  readonly scope?: 'host' | 'prefix' | 'page';
  readonly include: readonly RegExp[];
  readonly exclude: readonly RegExp[];
  readonly depth?: number;
  /** Who is looking, where it is to be another than everywhere else: one snapshot has one viewer. */
  readonly viewer?: ViewerSettings;
  /** What holds for this channel instead of the platform's facts. */
  readonly facts?: FactOverrides;
  /** How many of its snapshots stay, where it is to be others than everywhere else. */
  readonly keep?: KeepRules;
  /** As for the archive, where it is to be another than everywhere else. */
  readonly reuseMs?: number;
}

/** As whom the browser goes to a site. */
export interface ViewerSettings {
  /** A telephone of the usual kind, when true. */
  readonly mobile?: boolean;
  /** A device by its name. */
  readonly device?: string;
  /** BCP 47. */
  readonly language?: string;
  /** IANA name. */
  readonly timezone?: string;
}

/** What a person may set once for every snapshot; what is absent has no setting here. */
export interface ArchiveSettings {
  readonly workers?: number;
  readonly delayMs?: number;
  readonly robots?: 'obey' | 'ignore';
  readonly sitemaps?: boolean;
  readonly userAgent?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** A program, or the address of a browser that runs elsewhere. */
  readonly browser?: string;
  /** May hold a password, or be `env:NAME`. */
  readonly proxy?: string;
  readonly viewer?: ViewerSettings;
  readonly secretParameters: readonly string[];
  readonly maxPages?: number;
  readonly maxBytes?: number;
  readonly maxTimeMs?: number;
  readonly pageTimeMs?: number;
  readonly publicOnly?: boolean;
  readonly comments?: CommentsPolicy;
  readonly bounds?: Partial<Bounds>;
  /** How many snapshots of each channel stay when somebody prunes; all unless set. */
  readonly keep?: KeepRules;
  /** For how long a page that has not changed is taken over unopened; 0: not at all. 30 days unless set. */
  readonly reuseMs?: number;
  /** The workspace's own folder `vault/`, when absent. */
  readonly vault?: VaultSettings;
}

/** lastpost.yaml, read and checked. */
export interface WorkspaceConfig {
  readonly brand: { readonly name: string; readonly languages: readonly string[] };
  readonly channels: readonly Channel[];
  readonly archive: ArchiveSettings;
  readonly people: readonly Person[];
  readonly mail?: MailConfig;
  readonly planning?: PlanningConfig;
  /** Absent where nothing is said of an exit. */
  readonly exit?: ExitDraft;
  /** IANA name: that of runs whose playbook names none. */
  readonly timezone?: string;
  /** `DE-BY`: the same for holidays. */
  readonly holidays?: string;
  /** When snapshots are taken by themselves; absent where that is never. */
  readonly schedules?: readonly Schedule[];
}
