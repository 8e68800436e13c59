import type { Sha256 } from '../../base/digest.ts';
import type { Verdict } from '../completeness.ts';
import type { OnProgress } from '../progress.ts';
import type { DraftPorts } from './draft-ports.ts';

export interface PortSnapshot {
  readonly id: string;
  readonly channel: string;
  readonly sha256: Sha256;
  readonly state: 'complete' | 'partial';
  readonly pages: number;
  readonly gaps: number;
  /** UTC ISO 8601 */
  readonly startedAt: string;
  readonly finishedAt: string;
}

export interface PortVerification {
  readonly ok: boolean;
  readonly snapshot: PortSnapshot;
  readonly problems: readonly string[];
  /** WARC records that were read. */
  readonly records: number;
}

/** A channel's completeness statement, as far as steps ask for it. */
export interface PortStatement {
  readonly channel: string;
  readonly verdict: Verdict;
  readonly isComplete: boolean;
  /** Each gap is accepted by somebody. */
  readonly isAccepted: boolean;
  readonly openGaps: readonly { readonly id: string; readonly reason: string }[];
  readonly acceptedBy: readonly string[];
  /** When the newest snapshot or export came in, UTC ISO 8601; null without any. */
  readonly changedAt: string | null;
  /** Of all that the verdict rests on. */
  readonly digest: Sha256;
}

export interface MailSettings {
  /** `smtps://user@host:465`, `smtp://host:587`; never with a password in it. See `mail-schema.ts`. */
  readonly url: string;
  readonly from: string;
  /** As it is, for the server alone; null where the server wants none. */
  readonly password: string | null;
}

export interface PortPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  /** As of a Person; nothing is as good as null. */
  readonly key?: string | null;
}

/** What steps ask of the rest of the house; journeys fill it. */
export interface StepPorts {
  takeSnapshot(channel: string, signal: AbortSignal, onProgress: OnProgress): Promise<PortSnapshot>;
  newestSnapshot(channel: string): Promise<PortSnapshot | null>;
  /** Of the channel's newest snapshot, every byte. @throws KnownError `snapshot.not-found` */
  verifySnapshot(channel: string, signal: AbortSignal, onProgress: OnProgress): Promise<PortVerification>;
  statement(channel: string): Promise<PortStatement>;
  readonly drafts: DraftPorts;
  /** A person by id, or all who have a role and are not absent. @throws KnownError `person.unknown` */
  people(idOrRole: string): readonly PortPerson[];
  /** null where the workspace has no mail server. Reading it @throws KnownError `secret.missing` */
  readonly mail: MailSettings | null;
  /** Writes the run's certificate beside its evidence. */
  writeCertificate(
    run: string,
    signal: AbortSignal,
    /** `both` unless said. */
    language?: 'de' | 'en' | 'both',
  ): Promise<{ readonly file: string; readonly sha256: Sha256; readonly bytes: number }>;
  /** The folder of the workspace, in which commands begin. */
  readonly folder: string;
  /** PATH, HOME and LANG as Lastpost itself has them: all that a command gets besides what its step gives it. */
  readonly environment: Readonly<Record<string, string>>;
}
