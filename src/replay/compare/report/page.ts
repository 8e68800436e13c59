import { createHash } from 'node:crypto';
import { escapeHtml } from '../../../base/escape-html.ts';
import { momentIn, numberIn } from '../../../base/local-format.ts';
import { type ComparedSide, type Comparison, isUnchanged } from '../../../model/comparison.ts';
import { comparisonScript } from './script.ts';
import { comparisonStyle } from './style.ts';
import type { ComparisonTexts } from './texts.ts';

/** PNGs of one page, small, in base64. */
export interface ShownPictures {
  readonly before: string;
  readonly after: string;
  readonly mask: string | undefined;
}

/** Somebody else's words, escaped, and kept from turning the direction of what stands beside them. */
export function foreign(text: string): string {
  return `<bdi>${escapeHtml(text)}</bdi>`;
}

/** Everything above the first section. */
export function pageHead(comparison: Comparison, texts: ComparisonTexts): string {
  const scriptHash = createHash('sha256').update(comparisonScript).digest('base64');
  const policy = `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-${scriptHash}'; base-uri 'none'; form-action 'none'`;
  const name = comparison.after.title ?? '';
  return `<!doctype html>
<html lang="${texts.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Lastpost">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(`${texts.title} – ${name}`)}</title>
<link rel="icon" href="data:,">
<style>${comparisonStyle}</style>
</head>
<body>
<main>
<header><h1>${texts.title}</h1><p class="of">${foreign(name)}</p></header>
<div class="sides">${side(texts.from, comparison.before, texts)}${side(texts.to, comparison.after, texts)}</div>
${careful(comparison, texts)}${summary(comparison, texts)}
`;
}

export function pageFoot(texts: ComparisonTexts, madeAt: string): string {
  return `<footer>${escapeHtml(texts.foot(madeAt))}</footer>
</main>
<script>${comparisonScript}</script>
</body>
</html>
`;
}

function side(name: string, { takenAt, url, file, state, pages }: ComparedSide, texts: ComparisonTexts): string {
  const when = takenAt === null ? '' : momentIn(texts.language, takenAt);
  const what = `${texts.pagesOf(numberIn(texts.language, pages))}, ${texts.state[state]}`;
  return `<section class="side"><h2>${name}</h2><p><b>${escapeHtml(when)}</b></p><p>${foreign(url ?? file)}</p><p>${what}</p></section>`;
}

function careful({ unfair }: Comparison, texts: ComparisonTexts): string {
  if (unfair.length === 0) return '';
  const items = unfair.map((one) => `<li>${escapeHtml(texts.unfair(one))}</li>`).join('');
  return `<section class="careful"><h2>${texts.careful}</h2><ul>${items}</ul></section>\n`;
}

/** Every kind of change with its count, leading to its section; kinds of which there is nothing are left out. */
function summary(comparison: Comparison, texts: ComparisonTexts): string {
  const { posts, pages, links } = comparison;
  const lists = {
    newPosts: posts?.added,
    editedPosts: posts?.edited,
    gonePosts: posts?.gone,
    backPosts: posts?.back,
    latePosts: posts?.foundLate,
    unseenPosts: posts?.notSeen,
    newPages: pages?.added,
    changedPages: pages?.changed,
    gonePages: pages?.gone,
    backPages: pages?.back,
    movedPages: pages?.moved,
    unseenPages: pages?.notSeen,
    broken: links?.broken,
    mended: links?.mended,
  } as const;
  const items = (Object.keys(lists) as (keyof typeof lists)[]).flatMap((name) => {
    const count = lists[name]?.length ?? 0;
    if (count === 0) return [];
    return `<li><a href="#${name}">${texts.names[name]} <b>${numberIn(texts.language, count)}</b></a></li>`;
  });
  const nothing = isUnchanged(comparison) ? `<p class="nothing">${texts.nothing}</p>` : '';
  return `${nothing}${items.length === 0 ? '' : `<nav aria-label="${texts.title}"><ul class="summary">${items.join('')}</ul></nav>`}`;
}
