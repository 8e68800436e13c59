import { escapeHtml } from '../../base/escape-html.ts';
import { MARK, type TimerCall, timerName, timerWords } from './timer.ts';

export function launchdLabel(call: Pick<TimerCall, 'dir'>): string {
  return `org.lastpost.${timerName(call)}`;
}

/** The agent of a workspace. @see launchd.plist(5) */
export function launchdPlist(call: TimerCall, log: string): string {
  const words = timerWords(call).map((text) => `    <string>${escapeHtml(text)}</string>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<!-- ${MARK} -->
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>${launchdLabel(call)}</string>
  <key>ProgramArguments</key>
  <array>
${words.join('\n')}
  </array>
  <key>EnvironmentVariables</key>
  <dict>
    <key>PATH</key>
    <string>${escapeHtml(call.path)}</string>
  </dict>
  <key>StartInterval</key>
  <integer>60</integer>
  <key>ExitTimeOut</key>
  <integer>600</integer>
  <key>ProcessType</key>
  <string>Background</string>
  <key>StandardOutPath</key>
  <string>${escapeHtml(log)}</string>
  <key>StandardErrorPath</key>
  <string>${escapeHtml(log)}</string>
</dict>
</plist>
`;
}
