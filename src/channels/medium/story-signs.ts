/** The number at the end of a story's address is its id. */
export function idIn(url: string | null): string | undefined {
  return /(?:-|\/)([0-9a-f]{8,12})(?:[?#]|$)/.exec(url ?? '')?.[1];
}

/** Whether the title is nothing but the words that the text begins with, as that of a response is. */
export function beginsWithTitle(text: string, title: string | null): boolean {
  const beginning = (title ?? '').replace(/(…|\.\.\.)$/, '').trim();
  return beginning !== '' && text.replace(/\s+/g, ' ').startsWith(beginning);
}
