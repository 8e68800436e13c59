import { Parser } from 'htmlparser2';

/** What a page says of itself to machines that show it elsewhere. */
export interface PageHead {
  /** Of <html lang>; null where it does not say. */
  readonly language: string | null;
  readonly title: string;
  /** `og:…` without its prefix, the first of each. */
  readonly openGraph: Readonly<Record<string, string>>;
  /** Search engines are asked to leave it out. */
  readonly isHidden: boolean;
}

/** Reads the head of a page; whatever the page is, something comes of it. */
export function readPageHead(html: string): PageHead {
  let language: string | null = null;
  let title = '';
  let isTitle = false;
  const metas: Attributes[] = [];
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'html') language = attributes.lang?.trim() || null;
      if (name === 'title' && title === '') isTitle = true;
      if (name === 'meta') metas.push(attributes);
    },
    ontext: (text) => {
      if (isTitle) title += text;
    },
    onclosetag: (name) => {
      if (name === 'title') isTitle = false;
    },
  });
  parser.end(html);
  return { language, title: title.trim(), openGraph: openGraphOf(metas), isHidden: metas.some(hides) };
}

type Attributes = Readonly<Record<string, string>>;

const keyOf = ({ property, name }: Attributes): string => (property ?? name ?? '').toLowerCase();

function openGraphOf(metas: readonly Attributes[]): Readonly<Record<string, string>> {
  const openGraph: Record<string, string> = {};
  for (const meta of metas) {
    const key = keyOf(meta);
    if (key.startsWith('og:')) openGraph[key.slice(3)] ??= (meta.content ?? '').trim();
  }
  return openGraph;
}

function hides(meta: Attributes): boolean {
  return keyOf(meta) === 'robots' && /noindex|none/i.test(meta.content ?? '');
}
