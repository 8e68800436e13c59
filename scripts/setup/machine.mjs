import { accessSync, constants, existsSync, realpathSync, statSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';

/**
 * @typedef {object} Machine what setup has to know of the computer; passed in, so that a test can describe another one
 * @property {NodeJS.Platform} platform
 * @property {boolean} isRoot
 * @property {string | undefined} aptGet path of apt-get; undefined where there is none
 * @property {NodeJS.ProcessEnv} env
 */

/** @returns {Machine} */
export function thisMachine(env = process.env) {
  return {
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    aptGet: findOnPath('apt-get', env),
    env,
  };
}

/**
 * First executable file called `name` on PATH.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} env
 */
export function findOnPath(name, env) {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * How to start npm: through this very Node where npm's own file can be found, because `npm` on Windows is a batch file.
 * @param {Machine} machine
 * @returns {{ command: string, args: string[] }}
 */
export function npmCommand(machine) {
  const node = realpathSync(process.execPath);
  const onPath = findOnPath('npm', machine.env);
  const candidates = [
    machine.env.npm_execpath,
    join(dirname(node), 'node_modules/npm/bin/npm-cli.js'),
    join(dirname(node), '../lib/node_modules/npm/bin/npm-cli.js'),
    onPath && realpathSync(onPath),
  ];
  const cli = candidates.find((path) => path && basename(path) === 'npm-cli.js' && existsSync(path));
  return cli ? { command: process.execPath, args: [cli] } : { command: 'npm', args: [] };
}

/**
 * The folder whose `include/node` holds this Node's C headers, which official archives, container images and most
 * packages bring along; undefined where they are missing and node-gyp has to fetch them from nodejs.org.
 */
export function nodeHeadersFolder(execPath = process.execPath) {
  const prefix = dirname(dirname(realpathSync(execPath)));
  return existsSync(join(prefix, 'include/node/node.h')) ? prefix : undefined;
}
