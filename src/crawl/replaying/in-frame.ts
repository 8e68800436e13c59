// Runs inside a replayed page, sent there as text: it is whole by itself.

/** What can be read on the page, as the capture takes it. */
export function readVisibleText(): string {
  // biome-ignore lint/performance/useDomNodeTextContent: what can be read is meant, not scripts and hidden text
  return document.body ? document.body.innerText : '';
}
