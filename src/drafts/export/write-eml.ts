import MailComposer from 'nodemailer/lib/mail-composer';
import { sha256 } from '../../base/digest.ts';
import type { Draft } from '../../model/farewell/draft.ts';
import type { Contact } from '../../model/farewell/exit-facts.ts';
import { draftMail } from '../mail/draft-mail.ts';
import type { ExportKit } from './export-kit.ts';

/**
 * A draft as a mail that nobody has sent yet: mail programs that know `X-Unsent` open it to be finished and sent. It names
 * nobody whom it goes to, and has no Message-ID, which whoever sends it gives it.
 * @returns undefined for a draft without a subject
 */
export async function writeEml(
  draft: Draft,
  kit: ExportKit,
  unsubscribe: string | null,
): Promise<Uint8Array | undefined> {
  const mail = await draftMail(draft, { brand: kit.brand, facts: kit.facts, unsubscribe });
  if (mail === undefined) return undefined;
  const from = senderOf(draft, kit);
  const composed = new MailComposer({
    ...(from === undefined ? {} : { from }),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    date: new Date(kit.madeAt),
    headers: { 'X-Unsent': '1', 'Content-Language': draft.locale },
    newline: '\r\n',
    // The same mail is the same file, whenever it is written.
    baseBoundary: sha256(JSON.stringify(mail)).slice(7, 23),
  } as ConstructorParameters<typeof MailComposer>[0]);
  const bytes = await composed.compile().build();
  return withoutHeader(bytes, 'Message-ID');
}

/** Press releases come from who answers the press, what goes out from the address people write to; the staff hears from a person. */
function senderOf({ kind }: Draft, { brand, facts }: ExportKit): { name: string; address: string } | undefined {
  const { press, email }: Contact = facts.contact;
  if (kind === 'staff-memo') return undefined;
  if (kind === 'press-release' && press !== null) return { name: press.name, address: press.email };
  return email === null ? undefined : { name: brand, address: email };
}

/** The composer makes one up; its body is left as it is. */
function withoutHeader(bytes: Uint8Array, name: string): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  const head = text
    .slice(0, end)
    .replace(new RegExp(`(^|\\r\\n)${name}:[^\\r\\n]*(?:\\r\\n[ \\t][^\\r\\n]*)*`, 'i'), '');
  return new Uint8Array(Buffer.from(head.replace(/^\r\n/, '') + text.slice(end), 'latin1'));
}
