/** RFC 5545, 3.1: without the line break. */
const LINE_OCTETS = 75;

/**
 * Folds the lines of an iCalendar text anew, at 75 octets of UTF-8 and never inside a character. The ics package counts
 * characters instead, so that its German lines are too long.
 * @see RFC 5545, 3.1
 */
export function foldedByOctets(ics: string): string {
  return ics
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map(folded)
    .join('\r\n');
}

function folded(line: string): string {
  if (Buffer.byteLength(line) <= LINE_OCTETS) return line;
  let [text, octets] = ['', 0];
  for (const character of line) {
    const more = Buffer.byteLength(character);
    if (octets + more > LINE_OCTETS) {
      text += '\r\n ';
      octets = 1;
    }
    text += character;
    octets += more;
  }
  return text;
}

/** What any text may hold: line feeds for all kinds of line breaks, and no other control characters. */
export function plainText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
}

/** For values that the ics package writes as they are: the name of a calendar, the words of an alarm. @see RFC 5545, 3.3.11 */
export function escapedText(text: string): string {
  return plainText(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** For parameters, which know no escaping and cannot hold a double quote. @see RFC 5545, 3.2 */
export function parameterText(text: string): string {
  return plainText(text).replaceAll('"', "'").replace(/\s+/g, ' ').trim();
}
