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
  let isHidden = false;
  const openGraph: Record<string, string> = {};
  const parser = new Parser({
    onopentag: (name, attributes) => {
      if (name === 'html') language = attributes.lang?.trim() || null;
      if (name === 'title' && title === '') isTitle = true;
      if (name !== 'meta') return;
      const content = (attributes.content ?? '').trim();
      const key = (attributes.property ?? attributes.name ?? '').toLowerCase();
      if (key.startsWith('og:') && !(key.slice(3) in openGraph)) openGraph[key.slice(3)] = content;
      if (key === 'robots' && /noindex|none/i.test(content)) isHidden = true;
    },
    ontext: (text) => {
      if (isTitle) title += text;
    },
    onclosetag: (name) => {
      if (name === 'title') isTitle = false;
    },
  });
  parser.end(html);
  return { language, title: title.trim(), openGraph, isHidden };
}
