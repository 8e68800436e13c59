import twitter from 'twitter-text';

const sign = String.raw`[^\p{White_Space}<>()?]`;
const inBrackets = String.raw`\((?:${sign}|\(${sign}+\))*\)`;
const lastSign = String.raw`[^\p{White_Space}()?!*"'「」<>;:=,.$%\[\]~&|@]`;
const path = `/(?:(?:${sign}|${inBrackets})*(?:${lastSign}|${inBrackets}))?`;
const query = String.raw`\?[\w!?*'();:&=+$/%#\[\]\-.,~|@^\u{a0}-\u{10fffd}]*[\w&=#/\-\u{a0}-\u{10fffd}]`;

/** What may stand behind a host. A closing „…“ belongs to the path for Mastodon, so that the link leads nowhere. */
const behindHost = new RegExp(`^(?::\\d+)?(?:${path})?(?:${query})?`, 'u');
const host = /^https?:\/\/[^/?#:]+/i;

/** Not after a letter or a slash: an e-mail address and `https://host/@user@host` are no mentions. */
const mention =
  /(?<![=/\p{L}\p{M}\p{N}_])(@[a-z0-9_]+(?:[a-z0-9_.-]+[a-z0-9_]+)?)@[\p{L}\p{M}\p{N}_.-]*[\p{L}\p{M}\p{N}_]/giu;

/**
 * A text in which every link is `length` signs long. Mastodon finds hosts with twitter-text, asks for the scheme, and lets
 * paths hold signs of all scripts and emoji.
 * @see https://github.com/mastodon/mastodon/blob/main/app/validators/status_length_validator.rb
 * @see https://github.com/mastodon/mastodon/blob/main/config/initializers/twitter_regex.rb
 */
export function shortenLinks(text: string, length: number): string {
  let shortened = '';
  let done = 0;
  for (const { url, indices } of twitter.extractUrlsWithIndices(text, { extractUrlsWithoutProtocol: false })) {
    const [start] = indices;
    if (start < done) continue;
    const endOfHost = start + (host.exec(url)?.[0] ?? url).length;
    shortened += text.slice(done, start) + 'x'.repeat(length);
    done = endOfHost + (behindHost.exec(text.slice(endOfHost))?.[0] ?? '').length;
  }
  return shortened + text.slice(done);
}

/** A text in which `@user@host` is `@user`. */
export function shortenMentions(text: string): string {
  return text.replace(mention, '$1');
}
