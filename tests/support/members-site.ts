import type { IncomingMessage } from 'node:http';
import { html } from './fixtures.ts';
import type { Handler, Route } from './test-site.ts';

/** A site that shows its pages to who is logged in, and its login page to everybody else. */
export interface MembersSite {
  readonly routes: Record<string, Route>;
  /** Ends every login there is, as a server that forgets does. */
  forget(): void;
  /** Makes a login out of band, and gives its cookie's value. */
  newLogin(): string;
}

export const sessionCookie = 'members_session';

/** @param pages how many pages `/m/0` … there are; each links to the next two */
export function membersSite(
  pages: number,
  onPage: (number: number, site: MembersSite) => void = () => undefined,
): MembersSite {
  const valid = new Set<string>();
  let logins = 0;
  const cookieOf = ({ headers }: IncomingMessage) =>
    new RegExp(`${sessionCookie}=([^;]+)`).exec(headers.cookie ?? '')?.[1];
  const site: MembersSite = {
    routes: {},
    forget: () => valid.clear(),
    newLogin: () => {
      logins += 1;
      const value = `planted-S3CRET-${logins}-4f7a91`;
      valid.add(value);
      return value;
    },
  };
  const member =
    (number: number): Handler =>
    (request, response) => {
      if (!valid.has(cookieOf(request) ?? '')) {
        response.writeHead(302, { location: `/login?next=/m/${number}` }).end();
        return;
      }
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(
          html(
            `<h1>Member page ${number}</h1><a href="/m/${number + 1}">n</a> <a href="/m/${number + 2}">n</a> <a href="/logout">out</a>`,
          ),
        );
      onPage(number, site);
    };
  const form =
    '<form method="post" action="/enter"><input name="user"><input type="password" name="password"><button>Go</button></form>';
  Object.assign(site.routes, {
    '/login': html(`<h1>Log in</h1>${form}`),
    // Logs in by itself, as a person would by hand.
    '/come-in': html(`${form}<script>document.forms[0].submit()</script>`),
    '/enter': ((_request, response) => {
      response
        .writeHead(302, { location: '/m/0', 'set-cookie': `${sessionCookie}=${site.newLogin()}; Path=/; HttpOnly` })
        .end();
    }) satisfies Handler,
    '/logout': ((_request, response) => {
      site.forget();
      response.writeHead(302, { location: '/login' }).end();
    }) satisfies Handler,
    ...Object.fromEntries(Array.from({ length: pages }, (_, number) => [`/m/${number}`, member(number)])),
  });
  return site;
}
