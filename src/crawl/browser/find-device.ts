import { devices } from 'playwright-core';
import { closestMatch } from '../../base/closest-match.ts';
import { KnownError } from '../../base/known-error.ts';
import type { Device } from '../../model/browser-settings.ts';

/** A telephone whose browser is a Chromium, as ours is. */
export const usualDevice = 'Pixel 7';

/**
 * A device of Playwright's list by its name, in whatever letters.
 * @throws KnownError `usage.unknown-device`
 */
export function findDevice(wanted: string): Device {
  const names = Object.keys(devices);
  const name = names.find((known) => known.toLowerCase() === wanted.trim().toLowerCase());
  const found = name === undefined ? undefined : devices[name];
  if (name === undefined || found === undefined) throw unknownDevice(wanted, names);
  const { userAgent, viewport, deviceScaleFactor, isMobile, hasTouch } = found;
  return { name, userAgent, viewport: { ...viewport, scaleFactor: deviceScaleFactor }, isMobile, hasTouch };
}

function unknownDevice(wanted: string, names: readonly string[]): KnownError {
  const near = closestMatch(wanted, names);
  const some = [usualDevice, 'Galaxy S9+', 'iPhone 15', 'iPad Pro 11'].filter((name) => names.includes(name));
  return new KnownError('usage.unknown-device', `No device is called "${wanted}".`, {
    hint: near === undefined ? `Some that are known: ${some.join(', ')}.` : `Did you mean "${near}"?`,
    exitCode: 2,
  });
}
