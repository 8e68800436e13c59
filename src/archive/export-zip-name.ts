import { crc32 } from 'node:zlib';
import type { ZipEntry } from './zip-read-types.ts';

/** What bytes 0x80 to 0xFF were on the machines that ZIP was made on. @see APPNOTE.TXT 6.3.10, appendix D.1 */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}';

const EXTRA_UNICODE_PATH = 0x7075;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The name of an entry. Many writers put UTF-8 without the flag that says so, and hardly a name in an older code page is
 * valid UTF-8 by chance: what reads as UTF-8 is, and all else is code page 437. Info-ZIP's Unicode field goes before both.
 */
export function nameOfEntry(entry: ZipEntry): string {
  return decodeUtf8(unicodePath(entry) ?? entry.nameBytes) ?? decodeCp437(entry.nameBytes);
}

/** @see APPNOTE.TXT 4.6.9: version 1, the CRC-32 of the plain name, the name in UTF-8 */
function unicodePath({ extras, nameBytes }: ZipEntry): Buffer | undefined {
  const data = extras.find(({ id }) => id === EXTRA_UNICODE_PATH)?.data;
  if (data === undefined || data.length < 6 || data[0] !== 1) return undefined;
  return data.readUInt32LE(1) === crc32(nameBytes) ? data.subarray(5) : undefined;
}

function decodeUtf8(bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

function decodeCp437(bytes: Buffer): string {
  return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : (CP437[byte - 0x80] ?? ''))).join('');
}
