import { escapeHtml } from '../../base/escape-html.ts';

/** Text as content or attribute of HTML and XML. What XML cannot hold at all becomes a replacement character. */
export function escapeMarkup(text: string): string {
  return escapeHtml(
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML 1.0 forbids
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD')
      .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD'),
  );
}
