import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const scripts = join(import.meta.dirname, 'wordpress');
const source = '/usr/share/wordpress';
const packages = [
  'wordpress',
  'wordpress-theme-twentytwentyone',
  'mariadb-server',
  'php-cli',
  'php-mysql',
  'php-gd',
  'php-xml',
  'php-mbstring',
];

/** Where programs lie that a person calls without a path, and those that only root does. */
const PATH = `${process.env.PATH ?? ''}:/usr/sbin:/sbin`;

export interface RealWordPress {
  readonly url: string;
  /** Runs one of the scripts of `wordpress/` inside it. @param input for its stdin */
  run(script: string, args?: readonly string[], input?: string): Promise<string>;
  close(): Promise<void>;
}

/**
 * Makes Debian's WordPress, MariaDB and PHP ready; installs them where that can be done.
 * @returns why it cannot be had here, or undefined
 */
export async function whyNoWordPress(): Promise<string | undefined> {
  if (isThere()) return undefined;
  if (process.getuid?.() !== 0) return 'WordPress, MariaDB and PHP are not installed, and only root can install them.';
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], { env });
    await run(
      'apt-get',
      ['install', '-qy', '--no-install-recommends', '-o', 'Dpkg::Options::=--force-unsafe-io', ...packages],
      {
        env,
        maxBuffer: 1 << 26,
      },
    );
  } catch (error) {
    return `WordPress cannot be installed here: ${error instanceof Error ? error.message.split('\n')[0] : error}`;
  }
  return isThere() ? undefined : 'The packages were installed, and WordPress is not where Debian puts it.';
}

function isThere(): boolean {
  const has = (program: string) => PATH.split(':').some((folder) => existsSync(join(folder, program)));
  return existsSync(join(source, 'wp-load.php')) && ['mariadbd', 'mariadb-install-db', 'php'].every(has);
}

/** A WordPress on loopback, filled, with a database of its own in a temporary folder. */
export async function startWordPress(): Promise<RealWordPress> {
  const dir = await mkdtemp(join(tmpdir(), 'lastpost-wordpress-'));
  const www = join(dir, 'www');
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const servers: Server[] = [];
  const close = async () => {
    for (const server of servers.reverse()) await server.stop();
    await rm(dir, { recursive: true, force: true });
  };
  try {
    await cp(source, www, { recursive: true, dereference: true, filter: (path) => !path.endsWith('wp-config.php') });
    await mkdir(join(www, 'wp-content/mu-plugins'), { recursive: true });
    await mkdir(join(www, 'wp-content/uploads'), { recursive: true });
    await cp(join(scripts, 'brand.php'), join(www, 'wp-content/mu-plugins/brand.php'));
    await writeFile(join(www, 'wp-config.php'), settings(dir, url));
    servers.push(await startDatabase(dir));
    const inside = (script: string, args: readonly string[] = [], input = '') => runPhp(www, script, args, input);
    await inside('fill.php');
    servers.push(
      start('php', ['-S', `127.0.0.1:${port}`, '-t', www, join(scripts, 'router.php')], {
        PHP_CLI_SERVER_WORKERS: '4',
      }),
    );
    await until(async () => isAnswered(url));
    return { url, run: inside, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function settings(dir: string, url: string): string {
  return `<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'root'); define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${dir}/db.sock'); define('DB_CHARSET', 'utf8mb4'); define('DB_COLLATE', '');
define('WP_HTTP_BLOCK_EXTERNAL', true); define('AUTOMATIC_UPDATER_DISABLED', true); define('DISABLE_WP_CRON', true);
define('WP_HOME', '${url.slice(0, -1)}'); define('WP_SITEURL', '${url.slice(0, -1)}');
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;
}

async function startDatabase(dir: string): Promise<Server> {
  const data = join(dir, 'db');
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
  const env = { ...process.env, PATH };
  const make = [
    '--no-defaults',
    `--datadir=${data}`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
    ...asRoot,
  ];
  await run('mariadb-install-db', make, { env });
  const socket = join(dir, 'db.sock');
  const quick = [
    '--skip-networking',
    '--innodb-flush-log-at-trx-commit=0',
    '--innodb-flush-method=nosync',
    '--skip-log-bin',
  ];
  const server = start('mariadbd', ['--no-defaults', `--datadir=${data}`, `--socket=${socket}`, ...quick, ...asRoot]);
  const ask = (sql: string) => run('mariadb', ['--no-defaults', `--socket=${socket}`, '-uroot', '-e', sql], { env });
  await until(async () => (await ask('CREATE DATABASE IF NOT EXISTS wordpress CHARACTER SET utf8mb4')).stderr === '');
  return server;
}

interface Server {
  stop(): Promise<void>;
}

function start(program: string, args: readonly string[], env: Record<string, string> = {}): Server {
  // A group of its own: PHP's server has workers, which must end with it.
  const child = spawn(program, args, { env: { ...process.env, PATH, ...env }, stdio: 'ignore', detached: true });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  return {
    async stop() {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
      await ended;
    },
  };
}

async function runPhp(www: string, script: string, args: readonly string[], input: string): Promise<string> {
  const running = run('php', [join(scripts, script), ...args], {
    cwd: www,
    env: { ...process.env, PATH },
    maxBuffer: 1 << 26,
  });
  running.child.stdin?.end(input);
  return (await running).stdout;
}

async function until(isReady: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const ready = await isReady().catch((error: unknown) => {
      if (tries > 300) throw error;
      return false;
    });
    if (ready) return;
    if (tries > 300) throw new Error('a server did not start within 60 s');
    await sleep(200);
  }
}

/** The body is read to its end: a connection that closes on an unread one is an error that nobody catches. */
async function isAnswered(url: string): Promise<boolean> {
  const answer = await fetch(url);
  await answer.text();
  return answer.ok;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
