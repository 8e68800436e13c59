import type { WallEvidence, WallPage } from './wall.ts';

const tinyWords = 80;
const tinyLinks = 20;
const smallWords = 300;

/** The evidence, made ready for comparing. */
export interface Scene {
  readonly evidence: WallEvidence;
  readonly page: WallPage | undefined;
  readonly asked: string;
  readonly final: string;
  readonly hosts: readonly string[];
  readonly title: string;
  readonly sentences: readonly string[];
  readonly size: 'tiny' | 'small' | 'large';
}

export function setScene(evidence: WallEvidence): Scene {
  const { page } = evidence;
  const asked = new URL(evidence.askedUrl);
  const final = URL.canParse(evidence.finalUrl) ? new URL(evidence.finalUrl) : asked;
  return {
    evidence,
    page,
    asked: place(asked),
    final: place(final),
    hosts: [asked.hostname, final.hostname],
    title: plain(page?.title ?? ''),
    sentences: sentencesOf(page?.text ?? ''),
    size: sizeOf(page),
  };
}

function place({ hostname, pathname }: URL): string {
  return (hostname + pathname).toLowerCase();
}

function plain(text: string): string {
  return text.replace(/[’‘ʼ]/g, "'").replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Lines and sentences, and whole lines as well: an ellipsis inside a line is no end of it. */
function sentencesOf(text: string): string[] {
  const lines = text.split('\n').map(plain);
  const parts = lines.flatMap((line) => [line, ...line.split(/(?<=[.!?…])\s+/)]);
  const bare = parts.map((part) => part.replace(/[.!:]+$/, '').trim());
  return [...new Set(bare)].filter((part) => part !== '' && part.length < 400);
}

function sizeOf(page: WallPage | undefined): Scene['size'] {
  if (!page || page.isArticle || page.words > smallWords) return 'large';
  return page.words <= tinyWords && page.links <= tinyLinks ? 'tiny' : 'small';
}
