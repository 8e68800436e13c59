/**
 * What secrets of well-known services look like.
 * @see https://github.com/gitleaks/gitleaks/blob/master/config/gitleaks.toml
 * @see https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github
 */
const shapes: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/],
  ['a GitHub token', /\b(?:gh[opusr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{22,})/],
  ['a GitLab token', /\bglpat-[A-Za-z0-9_-]{20,}/],
  ['a Slack token', /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/],
  ['a Slack webhook', /https:\/\/hooks\.slack\.com\/(?:services|workflows)\/[A-Za-z0-9/_-]{20,}/],
  ['a Discord webhook', /https:\/\/(?:\w+\.)?discord(?:app)?\.com\/api\/webhooks\/\d+\/[\w-]{20,}/],
  ['a Teams webhook', /https:\/\/[\w.-]+\.webhook\.office\.com\/\S{20,}/],
  ['an AWS key', /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/],
  ['a Google key', /\bAIza[A-Za-z0-9_-]{35}/],
  ['a Stripe key', /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16,}/],
  ['an API key', /\bsk-[A-Za-z0-9_-]{20,}/],
  ['an npm token', /\bnpm_[A-Za-z0-9]{36}/],
  ['a SendGrid key', /\bSG\.[\w-]{16,}\.[\w-]{16,}/],
  ['a Telegram bot token', /\b\d{8,10}:AA[\w-]{32,}/],
  ['a JSON web token', /\beyJ[\w-]{8,1000}\.eyJ[\w-]{8,}\.[\w-]*/],
  ['a password in an address', /\b[a-z][a-z0-9+.-]{0,20}:\/\/[^\s/:@${}]{0,200}:(?!\$\{\{)[^\s/@${}]{1,200}@/i],
  ['a credential', /\b(?:Bearer|Basic)\s+(?!\$\{\{)[A-Za-z0-9+/_.~-]{12,}={0,2}/],
];

/** Keys behind which a secret is kept. */
const secretKey =
  /^(?:.*[_-])?(?:pass(?:word|wd|phrase)?|passwort|kennwort|secret|token|api[_-]?key|private[_-]?key|access[_-]?key|client[_-]?secret|authorization|credentials?|pin|otp|totp)$/i;

/** Least letters of a word that may be taken for a secret by its disorder alone. */
const LEAST_LETTERS = 28;
/** Bits a letter. Words and addresses stay below 4, hexadecimal cannot have more than 4. */
const MOST_ORDER = 4.2;

export interface SecretFound {
  readonly what: string;
  readonly words: string;
}

/** A secret whose shape is known. */
export function knownSecret(text: string): SecretFound | undefined {
  for (const [what, pattern] of shapes) {
    const words = pattern.exec(text)?.[0];
    if (words !== undefined) return { what, words };
  }
  return undefined;
}

/** `password: hunter2` amid a text, where what follows has a digit in it; the pattern is not sure enough for more than a doubt. */
export function toldPassword(text: string): boolean {
  return /\b(?:password|passwort|kennwort|passcode|pwd|api[ _-]?key)\s{0,3}[:=]\s{0,3}(?!env:)(?=[^\s$]{0,60}\d)(?=[^\s$]{0,60}[a-z])[^\s$]{6,}/i.test(
    text,
  );
}

export function isSecretKey(key: string): boolean {
  return secretKey.test(key);
}

/** Whether what stands under these keys should not be shown. */
export function looksSecret(keys: readonly string[], text: string): boolean {
  return keys.some(isSecretKey) || knownSecret(text) !== undefined;
}

/** A long word without any order: letters of both sizes and digits, as a machine makes them. */
export function disorderlyWord(text: string): string | undefined {
  const words = text.match(new RegExp(`[A-Za-z0-9+_=-]{${LEAST_LETTERS},}`, 'g')) ?? [];
  return words.find(
    (word) => /[a-z]/.test(word) && /[A-Z]/.test(word) && /\d/.test(word) && entropy(word) >= MOST_ORDER,
  );
}

/** Shannon's, in bits a letter. */
function entropy(word: string): number {
  const counts = new Map<string, number>();
  for (const letter of word) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / word.length) * Math.log2(count / word.length), 0);
}
