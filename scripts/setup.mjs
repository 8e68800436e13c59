#!/usr/bin/env node
// Only what any Node that knows modules can parse stands here: an old one must still be able to say that it is old.
import { tooOldNode } from './setup/node-version.mjs';

const complaint = tooOldNode(process.versions.node);
if (complaint) {
  console.error(complaint);
  process.exitCode = 1;
} else {
  void import('./setup/main.mjs').then(({ main }) => main(process.argv.slice(2)));
}
