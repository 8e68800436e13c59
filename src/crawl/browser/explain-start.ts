import { KnownError } from '../../base/known-error.ts';
import { firstLine, type LaunchOptions } from './crawl-browser.ts';

/** Why a browser of ours did not start: `browser.profile-in-use` or `browser.will-not-start`. */
export function explainStart(
  { executablePath, profileDir }: Pick<LaunchOptions, 'executablePath' | 'profileDir'>,
  cause: unknown,
): KnownError {
  const words = cause instanceof Error ? cause.message : String(cause);
  if (
    profileDir !== undefined &&
    /ProcessSingleton|profile (?:appears to be|is already) in use|existing browser/i.test(words)
  ) {
    return new KnownError('browser.profile-in-use', `Another browser has the profile ${profileDir} open.`, {
      hint: 'Close that browser, then run this again.',
      cause,
    });
  }
  return new KnownError('browser.will-not-start', `${executablePath} did not start: ${firstLine(cause)}`, {
    hint: 'Run "lastpost doctor"; another browser can be named with --browser PATH.',
    cause,
  });
}
