import { KnownError } from '../../base/known-error.ts';

/** There is no use in beginning another browser. @param times without one page in between */
export function keepsDying(times: number): KnownError {
  return new KnownError('browser.keeps-dying', `The browser died ${times} times without one page in between.`, {
    hint: 'See whether this machine has enough memory (lastpost doctor), try fewer --workers, then give the same command again: it goes on where it stopped.',
  });
}
