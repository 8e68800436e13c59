import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCephGateway } from './cluster.ts';
import { run } from './run.ts';

const PACKAGES = ['radosgw', 'ceph-mon', 'ceph-osd'];

/**
 * Starts an S3 server that is not ours for the tests of the vault, once for all of them, where `LASTPOST_TEST_CEPH=1` asks for
 * it and Debian's packages are there or can be had. They use s3rver otherwise, which believes every secret.
 */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.LASTPOST_TEST_CEPH !== '1' || process.env.LASTPOST_TEST_S3 !== undefined) return undefined;
  if (!(await isThere()) && !(await install())) {
    process.stdout.write('No Ceph here and none to be had: the vault is tested against s3rver alone.\n');
    return undefined;
  }
  const dir = await mkdtemp(join(tmpdir(), 'lastpost-ceph-'));
  const remove = (): Promise<void> => rm(dir, { recursive: true, force: true, maxRetries: 5 });
  try {
    const gateway = await startCephGateway(dir);
    process.env.LASTPOST_TEST_S3 = gateway.url;
    process.stdout.write('The vault is tested against a Ceph gateway.\n');
    return async () => {
      await gateway.close();
      await remove();
    };
  } catch (error) {
    await remove();
    process.stdout.write(`Ceph does not start here, so the vault is tested against s3rver alone: ${String(error)}\n`);
    return undefined;
  }
}

async function isThere(): Promise<boolean> {
  const programs = ['radosgw', 'ceph-mon', 'ceph-osd', 'ceph', 'ceph-authtool', 'monmaptool'];
  const found = await Promise.all(programs.map((program) => run('sh', ['-c', `command -v ${program}`], 10_000)));
  return found.every(({ code }) => code === 0);
}

/** Only root may, and nobody is asked for a password. */
async function install(): Promise<boolean> {
  if (process.getuid?.() !== 0) return false;
  const ask = (args: readonly string[]) =>
    run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], 10 * 60_000).then(({ code }) => code === 0);
  await ask(['update']);
  return ask(['install', '-y', '--no-install-recommends', ...PACKAGES]);
}
