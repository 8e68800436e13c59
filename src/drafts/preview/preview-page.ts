import { createHash } from 'node:crypto';
import { escapeHtml } from '../../base/escape-html.ts';
import { sealedHead } from '../../base/sealed-head.ts';
import { farewellLocales } from '../../model/farewell/locale.ts';
import { articleId, articleName, draftArticle } from './draft-article.ts';
import type { PreviewDraft, PreviewFrame } from './preview-draft.ts';
import { type PreviewFilters, previewFilters } from './preview-filters.ts';
import { previewScript } from './preview-script.ts';
import { previewStyle } from './preview-style.ts';
import { type PreviewWords, previewWords } from './preview-words.ts';

/** Every draft as its platform shows it, on one page that needs nothing else and reaches no net. */
export function previewPage(drafts: readonly PreviewDraft[], frame: PreviewFrame): string {
  const words = previewWords[frame.language];
  const filters = previewFilters(drafts, frame);
  const script = previewScript();
  const digest = createHash('sha256').update(script).digest('base64');
  const title = words.title(frame.brand);
  return `${sealedHead(frame.language, title, `${previewStyle}${filters.style}`, [`script-src 'sha256-${digest}'`])}
<body>
<a class="skip" href="#drafts">${words.skip}</a>
<header><h1>${escapeHtml(title)}</h1><p>${escapeHtml(words.intro)}</p></header>
<div class="columns">
${side(drafts, frame, filters)}
<main id="drafts" tabindex="-1">
<p role="status" data-shown="${escapeHtml(words.shown)}" data-one="${escapeHtml(words.oneShown)}" data-nothing="${escapeHtml(words.nothing)}"></p>
${sections(drafts, frame, filters)}
</main>
</div>
<script>${script}</script>
</body>
</html>
`;
}

function side(drafts: readonly PreviewDraft[], frame: PreviewFrame, filters: PreviewFilters): string {
  const words: PreviewWords = previewWords[frame.language];
  const entries = drafts.map((one) => {
    const id = articleId(one);
    const name = `${articleName(one, frame)} <span class="quiet">${one.draft.locale}</span>`;
    return `<li data-of="${escapeHtml(id)}" ${filters.attributes(one)}><a href="#${escapeHtml(id)}">${name}</a></li>`;
  });
  return `<div class="side">
<form aria-label="${words.filters}"><details open><summary>${words.filters}</summary>
<label class="search" hidden>${words.search} <input type="search"></label>
${filters.html}
</details></form>
<nav aria-label="${words.list}"><details><summary>${words.list}</summary><ul>${entries.join('\n')}</ul></details></nav>
</div>`;
}

function sections(drafts: readonly PreviewDraft[], frame: PreviewFrame, filters: PreviewFilters): string {
  const words = previewWords[frame.language];
  return farewellLocales
    .map((locale) => ({ locale, own: drafts.filter(({ draft }) => draft.locale === locale) }))
    .filter(({ own }) => own.length > 0)
    .map(
      ({ locale, own }) => `<section data-locale="${locale}" aria-labelledby="language-${locale}">
<h2 id="language-${locale}">${words.locales[locale]}</h2>
${own.map((one) => draftArticle(one, frame, filters.attributes(one))).join('\n')}
</section>`,
    )
    .join('\n');
}
