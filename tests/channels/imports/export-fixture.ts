import type { ChannelPlace } from '../../../src/model/channel.ts';
import type { ExportContents } from '../../support/export-folder.ts';

/** An official export as a platform would give it, made up by us. */
export interface ExportFixture {
  /** `X, 2023 and later` */
  readonly name: string;
  readonly place: ChannelPlace;
  /** What `detect` must say. */
  readonly dialect: string;
  readonly contents: ExportContents;
  /** Public posts in it, each once. */
  readonly posts: number;
  readonly leftOut?: Readonly<Record<string, number>>;
  readonly missingParts?: readonly string[];
  /** The platform itself writes `null` where a list has nothing: a list that became null cannot be told from it. */
  readonly writesNullForNone?: true;
}

/** Something that looks like an export of a platform and is none. */
export interface NearMiss {
  readonly name: string;
  readonly place: ChannelPlace;
  readonly contents: ExportContents;
  /** The code, where it is the platform's and must be refused with a reason. */
  readonly refused?: string;
}
