import { isAbsolute, relative, resolve, sep } from 'node:path';

/** Below `root` relative to it with `/`, so that the folder can be moved; elsewhere absolute. What has a scheme stays as it is. */
export function toStoredPath(root: string, file: string): string {
  if (hasScheme(file)) return file;
  const path = relative(root, resolve(root, file));
  return path.startsWith('..') || isAbsolute(path) ? resolve(root, file) : path.split(sep).join('/');
}

export function fromStoredPath(root: string, file: string): string {
  return hasScheme(file) ? file : resolve(root, file);
}

function hasScheme(file: string): boolean {
  return file.startsWith('s3://');
}
