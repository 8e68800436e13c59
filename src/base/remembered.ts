/**
 * The same function, which works nothing out twice for the same text. What it gives must not be changed by anybody.
 * @param most so many results are kept; then it begins anew
 */
export function remembered<Context extends string, Result>(
  work: (text: string, context: Context) => Result,
  most: number,
): (text: string, context: Context) => Result {
  const known = new Map<Context, Map<string, Result>>();
  return (text, context) => {
    const here = known.get(context) ?? new Map<string, Result>();
    known.set(context, here);
    const before = here.get(text);
    if (before !== undefined) return before;
    const result = work(text, context);
    if (here.size >= most) here.clear();
    here.set(text, result);
    return result;
  };
}
