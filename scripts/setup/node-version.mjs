/**
 * One sentence for a person when `version` ('20.18.1') is older than package.json's engines allow, else undefined.
 * @param {string} version
 */
export function tooOldNode(version) {
  const parts = version.split('.').map(Number);
  const fresh = parts[0] > 20 || (parts[0] === 20 && parts[1] >= 19);
  if (fresh) return undefined;
  return `Lastpost needs Node 20.19 or newer, and this is Node ${version}: install a newer one from https://nodejs.org and run the same command again.`;
}
