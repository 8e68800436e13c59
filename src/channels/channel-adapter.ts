import type { ChannelFacts, Recognised } from '../model/channel.ts';
import type { PlatformId } from '../model/platform.ts';

/** What every platform's folder gives. `tests/channels/contract.test.ts` holds each one against it. */
export interface ChannelAdapter {
  /** The folder's name. */
  readonly id: PlatformId;
  /** As people write it. */
  readonly name: string;
  readonly facts: ChannelFacts;
  /**
   * What an http(s) address is on this platform. Undefined only for hosts that are not the platform's: an address of
   * its own that is no account is `other`, so that nobody else takes it for theirs. Asks no server.
   */
  recognise(url: URL): Recognised | undefined;
}
