import { escapeHtml } from '../../base/escape-html.ts';
import { MARK, type TimerCall, timerWords } from './timer.ts';

/** A word of a command line as the C runtime of Windows takes it apart. */
function argument(text: string): string {
  return `"${text.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&')}"`;
}

/**
 * The task of a workspace, for `schtasks /Create /XML`; to be written as UTF-16 with its mark.
 * @see https://learn.microsoft.com/windows/win32/taskschd/task-scheduler-schema
 */
export function windowsTask(call: TimerCall): string {
  const [node = '', ...words] = timerWords(call);
  return `<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>Lastpost: snapshots that are due (${escapeHtml(MARK)})</Description>
  </RegistrationInfo>
  <Triggers>
    <TimeTrigger>
      <Repetition>
        <Interval>PT1M</Interval>
        <StopAtDurationEnd>false</StopAtDurationEnd>
      </Repetition>
      <StartBoundary>2024-01-01T00:00:00</StartBoundary>
      <Enabled>true</Enabled>
    </TimeTrigger>
  </Triggers>
  <Settings>
    <MultipleInstancesPolicy>Parallel</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <Enabled>true</Enabled>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>${escapeHtml(node)}</Command>
      <Arguments>${escapeHtml(words.map(argument).join(' '))}</Arguments>
      <WorkingDirectory>${escapeHtml(call.dir)}</WorkingDirectory>
    </Exec>
  </Actions>
</Task>
`;
}
