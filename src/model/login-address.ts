/** An address that is a login by its own name: nothing is withheld from somebody who asked for it. */
export const loginAddress =
  /^(login|signin|auth|sso|idp|accounts)\.|\/(log[-_]?in|sign[-_]?in|anmelden|anmeldung|einloggen|authwall|sso|oauth2?|authenticate|wp-login\.php|(log|sign)-?in\.(php|aspx?|html?|jsp|do)|session\/new)(\/|$)/;

/** True when host and path of an address say that it is a login. */
export function isLoginAddress(address: string): boolean {
  const { hostname, pathname } = new URL(address);
  return loginAddress.test((hostname + pathname).toLowerCase());
}
