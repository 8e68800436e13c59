import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Inside node_modules on purpose: whatever empties that folder takes the stamp along, so it never outlives what it says.
const STAMP = 'node_modules/.lastpost-setup.json';

/**
 * What earlier runs finished. A part is taken out before its work begins and put back after it, never while it runs.
 * @param {string} root
 * @returns {Record<string, any>}
 */
export function readStamp(root) {
  try {
    const stamp = JSON.parse(readFileSync(join(root, STAMP), 'utf8'));
    return stamp !== null && typeof stamp === 'object' ? stamp : {};
  } catch {
    return {};
  }
}

/**
 * Sets the named parts and keeps the others; a part given as undefined is forgotten. Needs node_modules to be there.
 * @param {string} root
 * @param {Record<string, unknown>} parts
 */
export function writeStamp(root, parts) {
  const beside = join(root, `${STAMP}.${process.pid}.tmp`);
  writeFileSync(beside, `${JSON.stringify({ ...readStamp(root), ...parts }, null, 2)}\n`);
  renameSync(beside, join(root, STAMP));
}
