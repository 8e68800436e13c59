import { escapeHtml } from './escape-html.ts';

/**
 * The beginning of a page that needs nothing else and may load nothing: no script, no file, no net. Up to and with `</head>`.
 * @param title plain text
 * @param style CSS, as it is
 * @param allowed what the page brings along besides its style: `img-src data:`, a script by its digest
 */
export function sealedHead(language: string, title: string, style: string, allowed: readonly string[] = []): string {
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    ...allowed,
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>`;
}
