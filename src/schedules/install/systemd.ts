import { MARK, type TimerCall, timerName, timerWords } from './timer.ts';

/** A word of ExecStart: quotes, backslashes, specifiers and variables mean something there. @see systemd.service(5) */
function word(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%').replaceAll('$', '$$$$');
  return `"${escaped}"`;
}

/** In Environment= a dollar is a dollar. */
function setting(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('%', '%%')}"`;
}

/** The two user units of a workspace, by file name. */
export function systemdUnits(call: TimerCall): Readonly<Record<string, string>> {
  const name = timerName(call);
  const service = `# ${MARK}
[Unit]
Description=Lastpost: snapshots that are due in ${call.dir.replaceAll('%', '%%')}

[Service]
Type=oneshot
ExecStart=${timerWords(call).map(word).join(' ')}
Environment=${setting(`PATH=${call.path}`)}
# 3: a snapshot with gaps. 75: somebody else is at the channel. Both are told by "lastpost schedule list".
SuccessExitStatus=3 75
# As Ctrl-C: what is there is sealed.
KillSignal=SIGINT
TimeoutStartSec=infinity
TimeoutStopSec=10min
`;
  const timer = `# ${MARK}
[Unit]
Description=Lastpost: each minute in ${call.dir.replaceAll('%', '%%')}

[Timer]
OnCalendar=*-*-* *:*:00
AccuracySec=1s

[Install]
WantedBy=timers.target
`;
  return { [`${name}.service`]: service, [`${name}.timer`]: timer };
}
