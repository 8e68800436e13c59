/** Hashtags of a text without their #, each once; `#1` is a number and none. */
export function hashtagsOf(text: string): readonly string[] {
  const found = text.matchAll(/(?<![\p{L}\p{N}_&/])[#＃]([\p{L}\p{N}\p{M}_]*[\p{L}_][\p{L}\p{N}\p{M}_]*)/gu);
  return [...new Set([...found].map(([, tag = '']) => tag))];
}

/** Addresses that stand in a text in full. */
export function addressesIn(text: string): readonly string[] {
  const found = text.match(/https?:\/\/[^\s<>"'“”„]+/g) ?? [];
  return [
    ...new Set(found.map((address) => address.replace(/[.,;:!?)\]}»…]+$/, '')).filter((one) => URL.canParse(one))),
  ];
}
