/**
 * Whether an address is a list by its form alone: the home page, that of a language, later pages of either, tags,
 * categories, authors, months, searches, comment pages. Such a page is archived like any other and is no post.
 */
export function isListAddress(address: string, home?: string): boolean {
  if (!URL.canParse(address)) return false;
  const { pathname, searchParams } = new URL(address);
  const path = pathname.replace(/\/(index|default)\.(html?|php|aspx?)$/i, '/');
  if ([...searchParams.keys()].some((name) => listQuestions.test(name))) return true;
  if (home !== undefined && isHome(address, home)) return true;
  return listPaths.some((form) => form.test(path));
}

/** The home page, with or without parameters that ask for nothing. */
export function isHome(address: string, home: string): boolean {
  const [here, there] = [new URL(address), new URL(home)];
  const bare = (url: URL) => url.pathname.replace(/\/(index|default)\.(html?|php|aspx?)$/i, '/').replace(/\/+$/, '');
  return here.host === there.host && bare(here) === bare(there) && here.search === '';
}

const listQuestions =
  /^(s|q|query|search|paged|page|tag|cat|category|category_name|author|author_name|m|year|monthnum|replytocom|cpage|offset|feed|post_type|taxonomy)$/;

const listPaths: readonly RegExp[] = [
  /^\/?$/,
  // A language has a home page of its own.
  /^\/[a-z]{2}([-_][a-z]{2,4})?\/?$/i,
  /\/(page|seite|pagina)[/-]?\d+\/?$/i,
  /\/comment-page-\d+\/?$/i,
  /\/(tags?|tagged|categor(y|ies)|kategorien?|rubriken?|schlagw[^/]+|authors?|autor(en)?)(\/.*)?$/i,
  /\/(search|suche)\/?$/i,
  // A year, a month or a day with nothing behind it.
  /\/(19|20)\d\d(\/(0?[1-9]|1[0-2])(\/(0?[1-9]|[12]\d|3[01]))?)?\/?$/,
];
