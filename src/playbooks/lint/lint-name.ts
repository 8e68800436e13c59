import { basename, extname } from 'node:path';
import type { Playbook } from '../../model/playbook/playbook.ts';
import { type Remark, warning } from '../remark.ts';

/** A playbook is found by the name of its file, and shown by the name in it. */
export function lintName({ name }: Playbook, file: string): readonly Remark[] {
  const called = basename(file, extname(file));
  if (called === name) return [];
  const message = `The playbook is called "${name}", and its file "${called}".`;
  const fix = 'Call both the same: runs are started by the one, and shown by the other.';
  return [warning('name-differs', ['name'], message, fix, { swap: { wrong: name, right: called } })];
}
