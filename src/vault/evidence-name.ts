const MAX_BYTES = 120;
const MAX_EXTENSION_BYTES = 16;

/** Control characters and those that turn text round, but not the joiners in emoji, Persian and Hindi. */
const HIDDEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** Names that Windows gives to devices, with any extension. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\.|$)/i;

/**
 * A person's file name, made fit for every file system and screen: no path, no control characters, nothing that turns the
 * direction of text, no device, not too long. What is left of `..` or an empty name is `file`.
 * @see https://learn.microsoft.com/en-us/windows/win32/fileio/naming-a-file
 */
export function safeEvidenceName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(HIDDEN, '')
    .replace(/[/\\:*?"<>|]/g, '-')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  const short = shortened(plain === '' ? 'file' : plain);
  return RESERVED.test(short) ? `_${short}` : short;
}

/** Cut between characters, its extension kept. */
function shortened(name: string): string {
  if (Buffer.byteLength(name) <= MAX_BYTES) return name;
  const extension = /\.[^.\s]+$/.exec(name)?.[0] ?? '';
  const kept = Buffer.byteLength(extension) <= MAX_EXTENSION_BYTES ? extension : '';
  const room = MAX_BYTES - Buffer.byteLength(kept);
  let stem = '';
  for (const { segment } of new Intl.Segmenter().segment(name.slice(0, name.length - kept.length))) {
    if (Buffer.byteLength(stem) + Buffer.byteLength(segment) > room) break;
    stem += segment;
  }
  return `${stem.replace(/[\s.]+$/, '')}${kept}`;
}

/** One segment of a path for an id such as `outer/inner`, which becomes `outer__inner`. */
export function safeSegment(id: string): string {
  return id
    .replaceAll('/', '__')
    .replace(/[^A-Za-z0-9._-]/g, '-')
    .replace(/^\.+/, '-');
}

/** The beginning of a text on one line, at most 80 characters as a reader counts them. */
export function beginning(text: string): string {
  const line = text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\s+/g, ' ')
    .replace(HIDDEN, '')
    .trim();
  const characters = [...new Intl.Segmenter().segment(line.slice(0, 4000))].map(({ segment }) => segment);
  return characters.length <= 80 ? line : `${characters.slice(0, 79).join('')}…`;
}
