import { sha256 } from '../../base/digest.ts';
import { KnownError } from '../../base/known-error.ts';
import { dayAt } from '../../base/zoned-time.ts';
import type { JourneyContext } from '../../model/journey-context.ts';
import type { Notice } from '../../model/schedule/notice.ts';
import type { WaitingNotice } from '../../model/schedule/schedule-state.ts';
import { noticeText } from '../../schedules/notice-text.ts';
import { sendMail } from '../../steps/mail/send-mail.ts';
import { openWorkspace, type Workspace } from '../../workspace/open-workspace.ts';
import { resolveSecret } from '../../workspace/secret-reference.ts';
import { findPeople } from '../runs/find-people.ts';
import type { OpenSchedules } from './open-schedules.ts';
import { postWebhook } from './post-webhook.ts';

/** Sends one notice. @returns why it could not be sent; `stopped` when the signal fired */
export async function sendOne(
  waiting: WaitingNotice,
  { dir }: OpenSchedules,
  context: JourneyContext,
): Promise<KnownError | 'stopped' | undefined> {
  try {
    const workspace = await openWorkspace(dir);
    const notice = JSON.parse(waiting.json) as Notice;
    if (waiting.way === 'mail') await mail(waiting, notice, workspace, context);
    else await webhook(waiting, notice, workspace, context);
    return undefined;
  } catch (error) {
    if (context.signal.aborted) return 'stopped';
    if (error instanceof KnownError) return error;
    throw error;
  }
}

function languageOf({ config }: Workspace): 'de' | 'en' {
  const known = config.brand.languages.map((tag) => tag.split('-')[0]).find((tag) => tag === 'de' || tag === 'en');
  return known ?? 'en';
}

/** @throws KnownError `notice.no-mail-server`, `notice.nobody`, `person.unknown`, `secret.missing`, `notify.*` */
async function mail(
  { number, madeAt }: WaitingNotice,
  notice: Notice,
  workspace: Workspace,
  { clock, signal }: JourneyContext,
): Promise<void> {
  const { dir, config } = workspace;
  if (config.mail === undefined) {
    throw new KnownError('notice.no-mail-server', 'lastpost.yaml names no mail server, so nobody was written to.', {
      hint: 'Add mail: {url: "smtps://user@host", from: …, password: env:NAME} to it.',
      exitCode: 2,
    });
  }
  const to = readersOf(notice, workspace, clock.now());
  const { url, from, password } = config.mail;
  const settings = { url, from, password: password === undefined ? null : resolveSecret(password) };
  const { subject, text } = noticeText(languageOf(workspace), notice, { brand: config.brand.name, folder: dir });
  const key = deliveryOf(number, madeAt, dir);
  const { rejected } = await sendMail(settings, { to, subject, text, key, at: clock.now() }, signal);
  if (rejected.length === 0) return;
  throw new KnownError(
    'notify.refused-some',
    `The mail server did not take ${rejected.join(', ')}; the others were told.`,
    {
      hint: 'Correct the address in lastpost.yaml.',
    },
  );
}

function readersOf({ to, zone }: Notice, { config }: Workspace, now: Date) {
  const day = dayAt(now.toISOString(), zone);
  const readers = to.flatMap((reader) =>
    reader.includes('@')
      ? [{ name: reader, address: reader }]
      : findPeople(reader, config.people, day).flatMap(({ name, email }) =>
          email === null ? [] : [{ name, address: email }],
        ),
  );
  if (readers.length > 0) return readers;
  throw new KnownError('notice.nobody', `There is no e-mail address for ${to.join(', ')} at this moment.`, {
    hint: 'Give them an email under people: in lastpost.yaml, or name a delegate for who is absent.',
    exitCode: 2,
  });
}

/** @throws KnownError `secret.missing`, `notice.*` */
async function webhook(
  { number, madeAt }: WaitingNotice,
  notice: Notice,
  workspace: Workspace,
  { clock, signal }: JourneyContext,
): Promise<void> {
  const { config, dir } = workspace;
  const { subject, text } = noticeText(languageOf(workspace), notice, { brand: config.brand.name, folder: dir });
  const body = JSON.stringify(webhookBody(notice, config.brand.name, subject, text));
  const message = {
    url: resolveSecret(notice.to[0] ?? ''),
    secret: notice.secret === null ? null : resolveSecret(notice.secret),
    body,
    delivery: deliveryOf(number, madeAt, dir),
    at: clock.now().toISOString(),
  };
  await postWebhook(message, signal);
}

/** snake_case, as everything that programs read. `text` is what chats show. */
function webhookBody(notice: Notice, brand: string, subject: string, text: string): object {
  const { kind, schedule, channel, at, snapshot, changes, failure, firstPost, nextAt } = notice;
  return {
    event: kind,
    brand,
    schedule,
    channel,
    at,
    snapshot,
    changes: changes && {
      new_posts: changes.newPosts,
      edited_posts: changes.editedPosts,
      gone_posts: changes.gonePosts,
      new_pages: changes.newPages,
      gone_pages: changes.gonePages,
      changed_pages: changes.changedPages,
    },
    failure,
    first_post: firstPost && {
      url: firstPost.url,
      published: firstPost.published,
      silent_since: firstPost.silentSince,
    },
    next_at: nextAt,
    subject,
    text: `${subject}\n\n${text}`,
  };
}

function deliveryOf(number: number, madeAt: string, dir: string): string {
  return sha256(`${dir}\n${number}\n${madeAt}`).slice('sha256:'.length, 39);
}
