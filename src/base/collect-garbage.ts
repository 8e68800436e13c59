import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | undefined;

/**
 * Collects garbage now when the process holds more than `aboveBytes`. V8 lets garbage lie as long as there is room, and work that
 * makes millions of short-lived objects then takes two or three times the memory that it needs.
 * @see https://nodejs.org/api/v8.html#v8setflagsfromstringflags
 */
export function collectGarbageAbove(aboveBytes: number): void {
  if (process.memoryUsage.rss() < aboveBytes) return;
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
    setFlagsFromString('--no-expose-gc');
  }
  collect();
}
