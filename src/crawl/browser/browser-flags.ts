// Chromium hears only the last --disable-features, so Playwright's own list (1.65) stands here again; ours follow it.
// An answer that we give in place of the server's has no network address, and Local Network Access would then keep the
// page from everything on this machine or in the office.
const disabledFeatures = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'Translate',
  'AcceptCHFrame',
  'DialMediaRouteProvider',
  'LocalNetworkAccessChecks',
  'LocalNetworkAccessChecksWebSockets',
  'LocalNetworkAccessChecksWebTransport',
];

/**
 * What our own Chromium is started with. Background services would put requests into the archive that the page never
 * made; QUIC hides from no one but slows a machine without UDP.
 */
export const browserFlags: readonly string[] = [
  '--remote-debugging-port=0',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  `--disable-features=${disabledFeatures.join(',')}`,
  '--autoplay-policy=no-user-gesture-required',
  '--mute-audio',
];

/** Root has no use for Chromium's sandbox on Linux: it would not start. */
export function mayUseSandbox(): boolean {
  return !(process.platform === 'linux' && process.getuid?.() === 0);
}
