import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

export interface BlueskyServer {
  readonly pds: string;
  readonly data: string;
  stop(): Promise<void>;
}

const attempts = 3;
const startMs = 120_000;
/** Of what a server that ended has said, enough to know why. */
const mostSaid = 600;

/**
 * Starts a Bluesky server with the packages of a folder. Its settings want the port before it listens, so the port that was
 * free may be another's by then: a server that ends, or says nothing in time, is started again with other ports.
 */
export async function startBluesky(packages: string): Promise<BlueskyServer> {
  const reasons: string[] = [];
  while (reasons.length < attempts) {
    const data = await mkdtemp(join(tmpdir(), 'lastpost-bluesky-'));
    const script = join(import.meta.dirname, 'bluesky-server.mjs');
    const child = spawn(process.execPath, [script, packages, data], { stdio: 'pipe' });
    const ended = endOf(child);
    const stop = async () => {
      child.stdin.end();
      await Promise.race([ended, after(5000)]);
      child.kill('SIGKILL');
      await ended;
      await rm(data, { recursive: true, force: true });
    };
    const told = await Promise.race([firstLine(child.stdout), ended, after(startMs)]);
    if (told.startsWith('{')) return { pds: (JSON.parse(told) as { pds: string }).pds, data, stop };
    reasons.push(told);
    await stop();
  }
  throw new Error(`No Bluesky server could be started: ${reasons.join('; ')}.`);
}

/** Waits for ever where there is none: why it ended is told by `endOf`. */
async function firstLine(output: Readable): Promise<string> {
  for await (const line of createInterface(output)) return line;
  return new Promise(() => undefined);
}

async function endOf(child: ChildProcess): Promise<string> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    if (said.length < mostSaid) said += part;
  });
  const [code, signal] = await once(child, 'close');
  return `it ended with ${code ?? signal} and said: ${said.trim().slice(0, mostSaid) || 'nothing'}`;
}

function after(ms: number): Promise<string> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(`it said nothing for ${ms} ms`), ms).unref();
  });
}
