// Loaded before a program by `--import`: whatever would leave the process or change a file is written to WATCH_LOG and refused.
import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import { inspect } from 'node:util';

// Opened before anything is sealed: other ways to write lead through what is.
const { writeSync } = fs;
const log = fs.openSync(process.env.WATCH_LOG, 'a');

function refuse(what) {
  writeSync(log, `${what}\n`);
  throw new Error(`Refused: ${what}`);
}

function seal(owner, label, names) {
  for (const name of names) {
    if (typeof owner[name] === 'function')
      owner[name] = (...args) => refuse(`${label}.${name} ${inspect(args[0], { breakLength: Infinity })}`);
  }
}

const functionsOf = (owner) => Object.keys(owner).filter((name) => typeof owner[name] === 'function');
const lookups = (owner) => functionsOf(owner).filter((name) => /^(lookup|resolve|reverse)/.test(name));

seal(net.Socket.prototype, 'net.Socket', ['connect']);
seal(net.Server.prototype, 'net.Server', ['listen']);
seal(dgram.Socket.prototype, 'dgram', ['send', 'bind', 'connect']);
seal(dns, 'dns', lookups(dns));
seal(dns.promises, 'dns.promises', lookups(dns.promises));
for (const { prototype } of [dns.Resolver, dns.promises.Resolver]) {
  const names = [
    ...Object.getOwnPropertyNames(prototype),
    ...Object.getOwnPropertyNames(Object.getPrototypeOf(prototype)),
  ];
  seal(
    prototype,
    'dns.Resolver',
    names.filter((name) => /^(resolve|reverse)/.test(name)),
  );
}
seal(childProcess, 'child_process', ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']);
seal(childProcess.ChildProcess.prototype, 'ChildProcess', ['spawn']);

const writes =
  /^(writeFile|appendFile|write|writev|mkdir|mkdtemp|rename|rm|rmdir|unlink|copyFile|cp|symlink|link|truncate|ftruncate|chmod|fchmod|chown|utimes|futimes|lutimes|createWriteStream)(Sync)?$/;
const isRead = (flags) =>
  flags === undefined || typeof flags === 'function' || flags === 'r' || flags === fs.constants.O_RDONLY;
for (const [owner, label] of [
  [fs, 'fs'],
  [fs.promises, 'fs.promises'],
]) {
  seal(
    owner,
    label,
    functionsOf(owner).filter((name) => writes.test(name)),
  );
  for (const name of ['open', 'openSync']) {
    const open = owner[name];
    if (open === undefined) continue;
    owner[name] = (path, flags, ...more) =>
      isRead(flags) ? open.call(owner, path, flags, ...more) : refuse(`${label}.${name} ${path} ${flags}`);
  }
}
syncBuiltinESMExports();
