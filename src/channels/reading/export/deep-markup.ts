/** Nobody's text nests so deep; reading one that does takes the square of its depth, and exhausts the stack. */
const MAX_DEPTH = 400;

/** Elements that hold nothing, or end by themselves where the next one of their kind begins. */
const flat =
  /^(area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|dt|dd|tr|td|th|thead|tbody|tfoot|option|rt|rp)$/i;

/** Why markup is not read although it could be. */
export const TOO_DEEP = 'its markup nests deeper than that of any text';

/** Whether any of these texts would be markup of a depth that is only made to break what reads it. Linear, parses nothing. */
export function nestsTooDeep(...texts: readonly unknown[]): boolean {
  return texts.some((text) => typeof text === 'string' && depthReaches(text, MAX_DEPTH));
}

function depthReaches(text: string, limit: number): boolean {
  let depth = 0;
  for (const [, slash, name = ''] of text.matchAll(/<(\/?)([a-z][a-z0-9-]*)/gi)) {
    if (flat.test(name)) continue;
    depth = slash === '' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > limit) return true;
  }
  return false;
}
