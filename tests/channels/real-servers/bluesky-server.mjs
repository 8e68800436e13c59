// A Bluesky server of its own, with the directory of identities it needs: run as a process, told by its first line, ended
// by the end of its input. Its packages come from the folder that is given, and not from ours.
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { join } from 'node:path';

const [packages, data] = process.argv.slice(2);
const load = createRequire(join(packages, 'package.json'));
const { PDS, envToCfg, envToSecrets } = load('@atproto/pds');
const { Database, PlcServer } = load('@did-plc/server');
const { Secp256k1Keypair } = load('@atproto/crypto');

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

const plcPort = await freePort();
const plc = PlcServer.create({ db: Database.mock(), port: plcPort });
await plc.start();

const port = await freePort();
const rotation = await Secp256k1Keypair.create({ exportable: true });
const environment = {
  devMode: true,
  port,
  hostname: 'localhost',
  dataDirectory: data,
  blobstoreDiskLocation: join(data, 'blobs'),
  didPlcUrl: `http://localhost:${plcPort}`,
  serviceHandleDomains: ['.test'],
  inviteRequired: false,
  rateLimitsEnabled: false,
  disableSsrfProtection: true,
  adminPassword: 'admin-of-a-test',
  jwtSecret: 'a secret of a test and of nothing else',
  plcRotationKeyK256PrivateKeyHex: Buffer.from(await rotation.export()).toString('hex'),
};
const pds = await PDS.create(envToCfg(environment), envToSecrets(environment));
await pds.start();
process.stdout.write(`${JSON.stringify({ pds: `http://localhost:${port}`, plc: `http://localhost:${plcPort}` })}\n`);

process.stdin.resume();
process.stdin.on('end', async () => {
  await pds.destroy();
  await plc.destroy();
  process.exit(0);
});
