import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';

const TAIL_LINES = 15;
const KILL_AFTER_MS = 5_000;

/**
 * @typedef {object} Outcome
 * @property {boolean} ok
 * @property {string} how `ended with 1`, `was stopped after 60 s` …
 * @property {string} tail the last lines of what it said
 */

/**
 * Runs a program to its end with no input, in a process group of its own, so that stopping it stops what it started.
 * Its output goes to `logFile`. Never throws because of the program; throws the signal's reason when aborted.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, logFile: string, signal: AbortSignal, timeoutMs: number, silenceMs?: number }} options
 *   `silenceMs`: stop it when it has said nothing for so long
 * @returns {Promise<Outcome>}
 */
export async function runCommand(command, args, options) {
  options.signal.throwIfAborted();
  const log = createWriteStream(options.logFile, { flags: 'a' });
  log.write(`\n$ ${[command, ...args].join(' ')}\n`);
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: options.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32' && command === 'npm',
  });
  const stopper = watchOver(child, options);
  let said = '';
  const listen = (chunk) => {
    log.write(chunk);
    said = (said + chunk).slice(-20_000);
    stopper.sawOutput();
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const how = await ending(child);
  stopper.done();
  await new Promise((resolve) => log.end(resolve));
  options.signal.throwIfAborted();
  return { ok: how === 'ended with 0', how: stopper.reason() ?? how, tail: lastLines(said) };
}

/** @returns {Promise<string>} */
function ending(child) {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(`could not be started (${error.message})`));
    child.once('close', (code, signal) => resolve(code === null ? `was ended by ${signal}` : `ended with ${code}`));
  });
}

function watchOver(child, { signal, timeoutMs, silenceMs }) {
  let why;
  const timers = [];
  const stop = (reason) => {
    why ??= reason;
    endGroup(child, 'SIGTERM');
    timers.push(setTimeout(() => endGroup(child, 'SIGKILL'), KILL_AFTER_MS));
  };
  const onAbort = () => stop('was interrupted');
  signal.addEventListener('abort', onAbort, { once: true });
  timers.push(setTimeout(() => stop(`was stopped after ${timeoutMs / 1000} s`), timeoutMs));
  const silence =
    silenceMs && setTimeout(() => stop(`was stopped: no sign of life for ${silenceMs / 1000} s`), silenceMs);
  if (silence) timers.push(silence);
  return {
    reason: () => why,
    sawOutput: () => silence && !why && silence.refresh(),
    done() {
      signal.removeEventListener('abort', onAbort);
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

function endGroup(child, signalName) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(-child.pid, signalName);
  } catch {
    // The group is gone already, and that is what was wanted.
  }
}

function lastLines(text) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes are what has to go
  const plain = text.replace(/\u001b\[[0-9;]*[A-Za-z]/g, '').replace(/\r(?!\n)/g, '\n');
  return plain
    .split('\n')
    .map((line) => line.trimEnd())
    .filter(Boolean)
    .slice(-TAIL_LINES)
    .join('\n');
}
