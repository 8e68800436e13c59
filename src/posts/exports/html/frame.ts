import { escapeMarkup } from '../escape-markup.ts';
import type { ExportFacts } from '../exported-post.ts';
import { type Texts, timeText } from './texts.ts';

/** What every page of the folder has in common. */
export interface Site {
  readonly texts: Texts;
  readonly facts: ExportFacts;
}

export interface FrameParts {
  readonly title: string;
  /** Where the folder's root is, as seen from the page: '' or `../../`. */
  readonly up: string;
  /** What stands beside or below `main`; '' for nothing. */
  readonly aside: string;
  readonly main: string;
  /** Scripts of the search, relative to the root; a page without any may run none. */
  readonly scripts?: readonly string[];
  readonly query?: boolean;
}

/**
 * Nothing is ever loaded from elsewhere, and no page but the search may run a script. `'self'` alone means nothing to some
 * browsers where a page is opened from the disk, hence `file:`.
 */
function policy(hasScripts: boolean): string {
  const here = "'self' file:";
  const scripts = hasScripts ? `script-src ${here}; ` : '';
  return (
    `default-src 'none'; ${scripts}img-src ${here} data:; media-src ${here}; style-src ${here}; ` +
    `form-action ${here}; base-uri 'none'`
  );
}

/** A whole page round its parts. */
export function framed({ texts, facts }: Site, parts: FrameParts): string {
  const { title, up, aside, main, scripts = [] } = parts;
  const name = escapeMarkup(facts.title);
  return `<!doctype html>
<html lang="${texts.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(scripts.length > 0)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escapeMarkup(title === '' ? facts.title : `${title} – ${facts.title}`)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${up}assets/style.css">
${scripts.map((script) => `<script defer src="${up}${script}"></script>\n`).join('')}</head>
<body>
<a class="skip" href="#content">${texts.skip}</a>
<header class="site">
<p class="brand"><a href="${up}index.html">${name}</a></p>
${parts.query === false ? '' : searchForm(texts, up)}
</header>
<div class="columns${aside === '' ? '' : ' with-aside'}">
<main id="content" tabindex="-1">
${main}
</main>
${aside}
</div>
<footer class="site">
<p>${escapeMarkup(texts.made(facts.software, timeText(facts.madeAt, texts)))} ${texts.offline}</p>
</footer>
</body>
</html>
`;
}

function searchForm({ search, searchLabel }: Texts, up: string): string {
  return `<form class="search" role="search" action="${up}search.html" method="get">
<input type="search" name="q" aria-label="${searchLabel}" placeholder="${searchLabel}" autocomplete="off">
<button type="submit">${search}</button>
</form>`;
}
