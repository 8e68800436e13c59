import { afterAll } from 'vitest';
import { removeFoldersOfFile } from './temporary-folder.ts';

// Runs before each file of tests, so that this hook is its first and therefore the last to be called.
afterAll(removeFoldersOfFile);
