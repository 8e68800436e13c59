import { zonedMomentIn } from '../base/zoned-format.ts';
import type { Notice } from '../model/schedule/notice.ts';
import { adviceFor } from './advice.ts';
import { changeLines } from './change-text.ts';

type Language = 'de' | 'en';

export interface NoticeText {
  readonly subject: string;
  readonly text: string;
}

/**
 * What a person reads: what happened, where, and what to do now.
 * @param place the workspace's folder, and the brand's name
 */
export function noticeText(
  language: Language,
  notice: Notice,
  { brand, folder }: { readonly brand: string; readonly folder: string },
): NoticeText {
  const at = zonedMomentIn(language, notice.at, notice.zone);
  const next = zonedMomentIn(language, notice.nextAt, notice.zone);
  const body = language === 'de' ? german(notice, at) : english(notice, at);
  const end =
    language === 'de'
      ? [`Nächster Termin: ${next}`, `Zeitplan: ${notice.schedule} · Ordner: ${folder}`]
      : [`Next time: ${next}`, `Schedule: ${notice.schedule} · folder: ${folder}`];
  return { subject: `${brand}: ${body.subject}`, text: [...body.lines, '', ...end].join('\n') };
}

interface Body {
  readonly subject: string;
  readonly lines: readonly string[];
}

function german(notice: Notice, at: string): Body {
  const { kind, channel, snapshot, failure, firstPost } = notice;
  const show = `Ansehen: lastpost snapshot show ${snapshot?.id ?? ''}`;
  if (kind === 'failed') {
    const tries = failure?.attempts === 1 ? 'einem Versuch' : `${failure?.attempts} Versuchen`;
    return {
      subject: `Sicherung von ${channel} fehlgeschlagen`,
      lines: [
        `Am ${at} ist die Sicherung von ${channel} nach ${tries} fehlgeschlagen. Frühere Sicherungen sind davon nicht betroffen.`,
        '',
        `Was zu tun ist: ${adviceFor('de', failure?.code ?? '', channel)}`,
        '',
        `Meldung des Programms (${failure?.code}): ${failure?.message}`,
        ...(failure?.hint == null ? [] : [failure.hint]),
      ],
    };
  }
  if (kind === 'gap') {
    return {
      subject: `Sicherung von ${channel} hat Lücken`,
      lines: [
        `Die Sicherung von ${channel} vom ${at} ist gültig, aber nicht vollständig: ${snapshot?.gaps === 1 ? 'Eines fehlt' : `${snapshot?.gaps} Dinge fehlen`}.`,
        '',
        'Was zu tun ist: Sehen Sie nach, was fehlt und warum. Was die Seite nur gerade nicht herausgab, holt meist die nächste Sicherung nach; hinter einer Anmeldung hilft "lastpost channel login".',
        show,
      ],
    };
  }
  if (kind === 'first_post') {
    return {
      subject: `Neuer Beitrag auf ${channel} nach langer Stille`,
      lines: [
        `Auf ${channel} gibt es wieder einen Beitrag, vom ${momentOr(firstPost?.published, 'de', notice.zone)}. Der letzte davor war vom ${momentOr(firstPost?.silentSince, 'de', notice.zone)}.`,
        ...(firstPost?.url == null ? [] : [firstPost.url]),
        '',
        'Was zu tun ist: Klären Sie, wer ihn geschrieben hat. War es niemand von Ihnen, ist das Konto womöglich in fremden Händen: Passwort ändern, angemeldete Geräte abmelden, die Plattform verständigen. Der Beitrag ist gesichert.',
        show,
      ],
    };
  }
  return {
    subject: `Änderungen auf ${channel}`,
    lines: [
      `Die Sicherung von ${channel} vom ${at} unterscheidet sich von der vorigen:`,
      ...changeLines('de', notice.changes),
      '',
      'Was zu tun ist: nichts, wenn Sie die Änderungen kennen. Was gelöscht wurde, ist in der früheren Sicherung noch da.',
      show,
    ],
  };
}

function english(notice: Notice, at: string): Body {
  const { kind, channel, snapshot, failure, firstPost } = notice;
  const show = `Look at it: lastpost snapshot show ${snapshot?.id ?? ''}`;
  if (kind === 'failed') {
    const tries = failure?.attempts === 1 ? 'one attempt' : `${failure?.attempts} attempts`;
    return {
      subject: `snapshot of ${channel} failed`,
      lines: [
        `On ${at} the snapshot of ${channel} failed after ${tries}. Earlier snapshots are not touched by this.`,
        '',
        `What to do: ${adviceFor('en', failure?.code ?? '', channel)}`,
        '',
        `The program says (${failure?.code}): ${failure?.message}`,
        ...(failure?.hint == null ? [] : [failure.hint]),
      ],
    };
  }
  if (kind === 'gap') {
    return {
      subject: `snapshot of ${channel} has gaps`,
      lines: [
        `The snapshot of ${channel} of ${at} is valid, but not complete: ${snapshot?.gaps === 1 ? 'one thing is' : `${snapshot?.gaps} things are`} missing.`,
        '',
        'What to do: look what is missing and why. What the site would not give just then mostly comes with the next snapshot; behind a login, "lastpost channel login" helps.',
        show,
      ],
    };
  }
  if (kind === 'first_post') {
    return {
      subject: `new post on ${channel} after a long silence`,
      lines: [
        `There is a post on ${channel} again, of ${momentOr(firstPost?.published, 'en', notice.zone)}. The last one before it was of ${momentOr(firstPost?.silentSince, 'en', notice.zone)}.`,
        ...(firstPost?.url == null ? [] : [firstPost.url]),
        '',
        'What to do: find out who wrote it. If it was none of you, somebody else may have the account: change its password, log out its devices, and tell the platform. The post is archived.',
        show,
      ],
    };
  }
  return {
    subject: `changes on ${channel}`,
    lines: [
      `The snapshot of ${channel} of ${at} differs from the one before:`,
      ...changeLines('en', notice.changes),
      '',
      'What to do: nothing, if you know of the changes. What was deleted is still in the earlier snapshot.',
      show,
    ],
  };
}

function momentOr(at: string | undefined, language: Language, zone: string): string {
  return at === undefined ? '?' : zonedMomentIn(language, at, zone);
}
