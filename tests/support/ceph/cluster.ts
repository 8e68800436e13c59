import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { run } from './run.ts';

export interface CephGateway {
  /** `http://KEY:SECRET@127.0.0.1:PORT` */
  readonly url: string;
  close(): Promise<void>;
}

const KEY = 'LASTPOSTTESTKEY';
const SECRET = 'lastposttestsecret';

/**
 * One monitor, one store in memory and one S3 gateway of Ceph on loopback: the smallest there is of it. It checks signatures,
 * keeps If-None-Match, versions and object lock.
 * @param dir a new, empty folder
 * @throws Error with the words of the part that did not start
 */
export async function startCephGateway(dir: string): Promise<CephGateway> {
  const [monitor, gateway] = [await freePort(), await freePort()];
  await writeSettings(dir, monitor);
  const conf = ['-c', join(dir, 'ceph.conf')];
  const close = (): Promise<void> => endAll(join(dir, 'run'));
  try {
    await makeKeys(dir);
    await startMonitor(dir, conf, monitor);
    await startStore(dir, conf);
    await must('radosgw', [...conf, '-n', 'client.rgw', '--rgw-frontends', `beast endpoint=127.0.0.1:${gateway}`]);
    const answers = await fetchUntil(`http://127.0.0.1:${gateway}/`, 90_000);
    if (!answers) throw new Error('radosgw does not answer');
    const user = ['user', 'create', '--uid=test', '--display-name=test', `--access-key=${KEY}`, `--secret=${SECRET}`];
    await must('radosgw-admin', [...conf, '-n', 'client.rgw', ...user]);
    return { url: `http://${KEY}:${SECRET}@127.0.0.1:${gateway}`, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function writeSettings(dir: string, monitorPort: number): Promise<void> {
  for (const name of ['run', 'mon', 'osd']) await mkdir(join(dir, name), { recursive: true });
  const settings = {
    fsid: randomUUID(),
    mon_host: `[v2:127.0.0.1:${monitorPort}]`,
    keyring: join(dir, 'keyring'),
    auth_allow_insecure_global_id_reclaim: true,
    osd_pool_default_size: 1,
    osd_pool_default_min_size: 1,
    osd_pool_default_pg_num: 1,
    osd_pool_default_pgp_num: 1,
    osd_pool_default_pg_autoscale_mode: 'off',
    mon_allow_pool_size_one: true,
    osd_crush_chooseleaf_type: 0,
    osd_objectstore: 'memstore',
    memstore_device_bytes: 1 << 30,
    osd_data: join(dir, 'osd'),
    mon_data: join(dir, 'mon'),
    mon_cluster_log_file: join(dir, 'cluster.log'),
    log_file: join(dir, '$name.log'),
    admin_socket: join(dir, 'run', '$name.asok'),
    run_dir: join(dir, 'run'),
    pid_file: join(dir, 'run', '$name.pid'),
    public_addr: '127.0.0.1',
    cluster_addr: '127.0.0.1',
    ms_bind_ipv6: false,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  // Each daemon looks for its key in a folder of the system otherwise.
  const own = ['mon.', 'osd.0', 'client.rgw'].map((name) => `[${name}]\nkeyring = ${settings.keyring}`);
  await writeFile(join(dir, 'ceph.conf'), `[global]\n${[...lines, ...own].join('\n')}\n`);
}

async function makeKeys(dir: string): Promise<void> {
  const keyring = join(dir, 'keyring');
  const all = 'allow *';
  await must('ceph-authtool', ['--create-keyring', keyring, '--gen-key', '-n', 'mon.', '--cap', 'mon', all]);
  const keys = [
    ['client.admin', all, all],
    ['osd.0', 'allow profile osd', all],
    ['client.rgw', 'allow rw', 'allow rwx'],
  ] as const;
  for (const [name, mon, osd] of keys) {
    await must('ceph-authtool', [keyring, '--gen-key', '-n', name, '--cap', 'mon', mon, '--cap', 'osd', osd]);
  }
}

async function startMonitor(dir: string, conf: readonly string[], port: number): Promise<void> {
  const map = join(dir, 'monmap');
  const fsid = /fsid = (\S+)/.exec(await readFile(join(dir, 'ceph.conf'), 'utf8'))?.[1] ?? '';
  await must('monmaptool', ['--create', '--fsid', fsid, '--addv', 'a', `[v2:127.0.0.1:${port}]`, map]);
  await must('ceph-mon', [...conf, '--mkfs', '-i', 'a', '--monmap', map, '--keyring', join(dir, 'keyring')]);
  await must('ceph-mon', [...conf, '-i', 'a']);
}

async function startStore(dir: string, conf: readonly string[]): Promise<void> {
  const id = randomUUID();
  await must('ceph', [...conf, 'osd', 'new', id]);
  await must('ceph-osd', [...conf, '-i', '0', '--mkfs', '--osd-uuid', id, '--keyring', join(dir, 'keyring')]);
  await must('ceph', [...conf, 'auth', 'get-or-create', 'osd.0', 'mon', 'allow profile osd', 'osd', 'allow *']);
  await must('ceph-osd', [...conf, '-i', '0']);
}

async function must(program: string, args: readonly string[]): Promise<void> {
  const { code, output } = await run(program, args, 90_000);
  if (code !== 0) throw new Error(`${program} ended with ${code ?? 'no code'}: ${output.trim()}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function fetchUntil(url: string, timeoutMs: number): Promise<boolean> {
  const until = Date.now() + timeoutMs;
  while (Date.now() < until) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
    if (answer?.ok) return true;
    await pause(250);
  }
  return false;
}

/** The daemons left their numbers when they went into the background. */
async function endAll(runDir: string): Promise<void> {
  for (const name of await readdir(runDir).catch(() => [])) {
    if (!name.endsWith('.pid')) continue;
    const pid = Number(await readFile(join(runDir, name), 'utf8').catch(() => ''));
    if (pid > 1) endProcess(pid);
  }
}

function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
