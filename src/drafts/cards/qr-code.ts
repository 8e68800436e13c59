import { create } from 'qrcode';
import { KnownError } from '../../base/known-error.ts';

/** White round the code that readers need to find it, in modules. @see ISO/IEC 18004, "quiet zone" */
const QUIET = 4;

/** In mm: smaller ones are lost by a cheap printer, or by a hand that is not still. */
const LEAST_MODULE = 0.4;

/**
 * An address as a QR code in black on white, with the white round it. Up to 15 % of it may be soiled (level M).
 * @param sideMm how large it is printed
 * @throws KnownError `cards.page-too-long`
 */
export function qrSvg(url: string, sideMm: number): string {
  const modules = modulesOf(url);
  const side = modules === undefined ? Number.POSITIVE_INFINITY : modules.size + 2 * QUIET;
  if (modules === undefined || sideMm / side < LEAST_MODULE) throw tooLong(url);
  const rows = Array.from({ length: modules.size }, (_, row) => runsOf(modules.data, row, modules.size)).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges" aria-hidden="true"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${rows}"/></svg>`;
}

function modulesOf(url: string) {
  try {
    return create(url, { errorCorrectionLevel: 'M' }).modules;
  } catch {
    // More than any code can hold.
    return undefined;
  }
}

/** The dark modules of a row, those side by side as one stroke. */
function runsOf(data: ArrayLike<number>, row: number, size: number): string {
  const cells = Array.from({ length: size }, (_, at) => (data[row * size + at] ? '1' : '0')).join('');
  return [...cells.matchAll(/1+/g)]
    .map(({ 0: { length }, index }) => `M${index + QUIET} ${row + QUIET}h${length}v1h-${length}z`)
    .join('');
}

function tooLong(url: string): KnownError {
  const length = Buffer.byteLength(url);
  return new KnownError(
    'cards.page-too-long',
    `The address of the page has ${length} bytes, too many for a QR code of this size.`,
    {
      hint: 'Give exit.page a shorter address in lastpost.yaml; 150 signs are read by every phone.',
      exitCode: 2,
    },
  );
}
