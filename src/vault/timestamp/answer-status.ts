import { PKIStatus, type PKIStatusInfo } from '@peculiar/asn1-tsp';

/** The bits of PKIFailureInfo that an authority may set, in the words of RFC 3161, 2.4.2. */
const reasons: ReadonlyMap<number, string> = new Map([
  [0, 'badAlg: it does not take SHA-256'],
  [2, 'badRequest: it does not allow this'],
  [5, 'badDataFormat: it could not read what it was sent'],
  [14, 'timeNotAvailable: its clock is not available now'],
  [15, 'unacceptedPolicy: it does not have the policy that was asked for'],
  [16, 'unacceptedExtension: it does not know an extension'],
  [17, 'addInfoNotAvailable: it does not have what was asked for'],
  [25, 'systemFailure: something is broken there'],
]);

/** Undefined when it gave what was asked for; else why it did not, in words. */
export function refusalIn({ status, statusString, failInfo }: PKIStatusInfo): string | undefined {
  if (status === PKIStatus.granted || status === PKIStatus.grantedWithMods) return undefined;
  const bits = new Uint8Array(failInfo?.value ?? new ArrayBuffer(0));
  const given = [...reasons].flatMap(([bit, words]) =>
    ((bits[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) === 0 ? [] : [words],
  );
  const said = [...(statusString ?? [])].join(' ').slice(0, 300);
  return [`status ${PKIStatus[status] ?? status}`, ...given, ...(said === '' ? [] : [`“${said}”`])].join('; ');
}
