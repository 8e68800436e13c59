import { z } from 'zod';

/** The server that mails are handed to, as lastpost.yaml has it. */
export interface MailConfig {
  /** `smtps://user@host:465` or `smtp://host:587`, with `?tls=off` where nothing is encrypted. */
  readonly url: string;
  readonly from: string;
  /** `env:NAME`; absent where the server wants no login. */
  readonly password?: string | undefined;
}

const URL_WANTED = 'the address of a mail server like smtps://user@mail.example.org or smtp://mail.example.org:587';
const FROM_WANTED = 'an address like farewell@aurora.example or "Aurora <farewell@aurora.example>"';
const PASSWORD_WANTED = 'env:NAME, where NAME is what the environment has it under';

const address = /^[^\s@<>"]+@[^\s@<>"]+$/;

function isSender(text: string): boolean {
  const named = /^[^<>\p{Cc}]*<([^<>]+)>$/u.exec(text.trim());
  return address.test(named?.[1] ?? text.trim());
}

function isLoopback({ hostname }: URL): boolean {
  return /^127\.|^\[::1\]$|(^|\.)localhost$/.test(hostname);
}

/** What is wrong with the address of a server, as a phrase that goes on from `it must be`. */
function mistakeIn(url: string): string | undefined {
  if (!URL.canParse(url)) return URL_WANTED;
  const { protocol, hostname, password, pathname, searchParams } = new URL(url);
  if (!/^smtps?:$/.test(protocol) || hostname === '' || pathname.length > 1) return URL_WANTED;
  if (password !== '') return 'without the password, which belongs under mail.password as env:NAME';
  const known = [...searchParams].every(([name, value]) => name === 'tls' && value === 'off');
  return known ? undefined : 'without anything after the host but ?tls=off';
}

/** A password goes to somebody, and only over a line that nobody else reads. */
function checkLogin({ url, password }: MailConfig, context: z.RefinementCtx): void {
  if (!URL.canParse(url)) return;
  const server = new URL(url);
  const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  if (server.username !== '' && password === undefined) wrong('password', PASSWORD_WANTED);
  if (server.username === '' && password !== undefined)
    wrong('url', 'with the user before the @, as there is a password');
  const isPlain = server.searchParams.get('tls') === 'off';
  if (isPlain && password !== undefined && !isLoopback(server)) {
    wrong('url', 'without ?tls=off, or the password would cross the network in the clear');
  }
}

export const mailShape = {
  url: z.string({ error: URL_WANTED }).superRefine((url, context) => {
    const mistake = mistakeIn(url);
    if (mistake !== undefined) context.addIssue({ code: 'custom', message: mistake });
  }),
  from: z.string({ error: FROM_WANTED }).refine(isSender, { error: FROM_WANTED }),
  password: z
    .string({ error: PASSWORD_WANTED })
    .regex(/^env:[A-Za-z_][A-Za-z0-9_]*$/, { error: PASSWORD_WANTED })
    .optional(),
};

/** `mail:` of lastpost.yaml; nothing after it is as good as no `mail:` at all. */
export const mailSchema = z.preprocess(
  (given) => given ?? undefined,
  z.strictObject(mailShape).superRefine(checkLogin).optional(),
);
