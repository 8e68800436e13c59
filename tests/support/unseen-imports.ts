import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import type { ICruiseResult } from 'dependency-cruiser';
import typescript from 'typescript';

/** Paths with slashes of all TypeScript files below `root`. */
export function typescriptFiles(root: string): string[] {
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  return paths.filter((path) => /\.tsx?$/.test(path)).map((path) => posix.join(root, path));
}

/**
 * What a cruise should have seen and has not: `file` for a whole file, `file: ./import.ts` for an import in it. The
 * compiler's own list of imports is the measure, so a parser that quietly reads nothing is found out.
 */
export function unseenImports(result: ICruiseResult, root: string): string[] {
  return typescriptFiles(root).flatMap((file) => {
    const module = result.modules.find(({ source }) => source === file);
    if (module === undefined) return [file];
    const seen = new Set(module.dependencies.map((dependency) => dependency.module));
    return relativeImports(file).flatMap((name) => (seen.has(name) ? [] : [`${file}: ${name}`]));
  });
}

function relativeImports(file: string): string[] {
  const { importedFiles } = typescript.preProcessFile(readFileSync(file, 'utf8'), true, false);
  return importedFiles.map(({ fileName }) => fileName).filter((name) => name.startsWith('.'));
}
