import type { Recognised } from '../model/channel.ts';
import type { PlatformId } from '../model/platform.ts';

/** An account, as adapters pass it on while they look at the rest of an address. */
export interface Account {
  readonly handle: string;
  readonly url: string;
}

/** The makers of what one platform's adapter finds. */
export function findingsOf(platform: PlatformId) {
  return {
    account: ({ handle, url }: Account, isSure = true): Recognised => ({
      platform,
      isSure,
      shows: 'account',
      handle,
      url,
    }),
    post: (account?: Partial<Account>, isSure = true): Recognised => ({
      platform,
      isSure,
      shows: 'post',
      handle: account?.handle,
      url: account?.url,
    }),
    other: (account?: Partial<Account>, isSure = true): Recognised => ({
      platform,
      isSure,
      shows: 'other',
      handle: account?.handle,
      url: account?.url,
    }),
  };
}
