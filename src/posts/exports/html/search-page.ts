import { escapeMarkup } from '../escape-markup.ts';
import { framed, type Site } from './frame.ts';
import { listTitle } from './list-pages.ts';
import type { Facet, Outline } from './outline.ts';

/** The page of the search; all it does, `search-client.ts` does in the browser. @param parts scripts with the posts */
export function searchPage(site: Site, outline: Outline, parts: readonly string[]): string {
  const { texts } = site;
  const settings = {
    ...texts.script,
    locale: texts.locale,
    kinds: texts.kind,
    undated: texts.undated,
  };
  const select = (facet: Facet, label: string, all: string) => {
    const lists = outline.facet(facet);
    const options = lists.map(
      (list) => `<option value="${escapeMarkup(list.value)}">${escapeMarkup(listTitle(list, texts))}</option>`,
    );
    const hidden = lists.length < 2 ? ' hidden' : '';
    return `<label${hidden}><span>${label}</span> <select name="${facet}"><option value="*">${all}</option>${options.join('')}</select></label>`;
  };
  const main = `<h1>${texts.search}</h1>
<noscript><p class="notice">${texts.needsScript} <a href="index.html">${texts.allPosts}</a>.</p></noscript>
<form class="search full" role="search" id="search" action="search.html" method="get" data-settings="${escapeMarkup(JSON.stringify(settings))}">
<div class="query"><input type="search" name="q" aria-label="${texts.searchLabel}" autocomplete="off" autofocus>
<button type="submit">${texts.search}</button></div>
<div class="choices">
${select('channel', texts.channels, texts.anyChannel)}
${select('kind', texts.kinds, texts.anyKind)}
${select('year', texts.years, texts.anyYear)}
</div>
</form>
<p id="state" class="meta" role="status" aria-live="polite"></p>
<div id="results"></div>
<p><button type="button" id="more" hidden>${texts.script.showMore}</button></p>`;
  const scripts = ['assets/minisearch.js', ...parts, 'assets/search.js'];
  return framed(site, { title: texts.search, up: '', aside: '', main, scripts, query: false });
}
