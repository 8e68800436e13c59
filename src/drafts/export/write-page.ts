import { escapeHtml } from '../../base/escape-html.ts';
import { zonedMomentIn } from '../../base/zoned-format.ts';
import { isRightToLeft } from '../../model/farewell/locale.ts';
import { markdownHtml } from '../markdown/markdown-html.ts';
import { postsOf } from '../templates/parse-template.ts';
import { draftTitle, headOf } from './draft-head.ts';
import { type ExportedDraft, type ExportedLocale, type ExportKit, isMarkdown, languageFor } from './export-kit.ts';
import { exportWords } from './export-words.ts';
import { pageStyle } from './page-style.ts';

/** What may be loaded by the page: nothing, and it may run nothing. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** All drafts of a language as one HTML page to read and to print; it needs nothing else and has no scripts. */
export function writePage({ locale, drafts }: ExportedLocale, kit: ExportKit): string {
  const words = exportWords[languageFor(locale)];
  const title = escapeHtml(words.title(kit.brand));
  const made = words.made(zonedMomentIn(languageFor(locale), kit.madeAt, kit.facts.timezone), kit.software);
  const own = ownWords(locale);
  return `<!doctype html>
<html lang="${locale}" dir="${isRightToLeft(locale) ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} (${locale})</title>
<style>${pageStyle}</style>
</head>
<body>
<header${own}>
<h1>${title}</h1>
<p class="made">${escapeHtml(made)}</p>
</header>
<nav aria-label="${words.contents}"${own}>
<ol>
${drafts.map((exported) => `<li><a href="#${exported.draft.id}">${escapeHtml(draftTitle(exported))}</a></li>`).join('\n')}
</ol>
</nav>
<main>
${drafts.map((exported) => article(exported, kit)).join('\n')}
</main>
</body>
</html>
`;
}

/** Words in another language than the page's say so, to those who listen to it as well. */
function ownWords(locale: ExportedLocale['locale']): string {
  const language = languageFor(locale);
  return language === locale ? '' : ` lang="${language}" dir="ltr"`;
}

function article(exported: ExportedDraft, kit: ExportKit): string {
  const { draft } = exported;
  const own = ownWords(draft.locale);
  const isField = new Set(Object.values(draft.fields));
  const facts = headOf(exported, kit).map(([name, value]) => {
    const language = isField.has(value) ? ` lang="${draft.locale}" dir="auto"` : '';
    return `<dt>${escapeHtml(name)}</dt><dd${language}>${escapeHtml(value)}</dd>`;
  });
  return `<article id="${draft.id}">
<h2${own}>${escapeHtml(draftTitle(exported))}</h2>
<dl${own}>${facts.join('\n')}</dl>
${bodyOf(exported, own)}
</article>`;
}

function bodyOf({ draft }: ExportedDraft, own: string): string {
  if (isMarkdown(draft)) {
    // The page has its own first two levels.
    const html = markdownHtml(draft.text, 'as-written').replace(
      /<(\/?)h([1-4])>/g,
      (_, slash: string, level: string) => `<${slash}h${Number(level) + 2}>`,
    );
    return `<div class="text">\n${html}</div>`;
  }
  const posts = postsOf(draft.text);
  const words = exportWords[languageFor(draft.locale)];
  return posts
    .map((post, at) => {
      const label = posts.length === 1 ? '' : `<p class="label"${own}>${words.post(at + 1, posts.length)}</p>\n`;
      return `${label}<div class="text plain" dir="auto">${escapeHtml(post)}</div>`;
    })
    .join('\n');
}
