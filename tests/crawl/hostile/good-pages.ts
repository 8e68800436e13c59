import { bytes, html, png } from '../../support/fixtures.ts';
import type { Route } from '../../support/test-site.ts';

export const goodPaths = Array.from({ length: 12 }, (_, n) => `/good/${n}`);

export function goodText(path: string): string {
  return `A good page at ${path}. It wants to be kept.`;
}

export function goodPicture(path: string): Buffer {
  return png(16, 16, goodPaths.indexOf(path));
}

/** Ordinary pages, each with a picture and a style of its own. */
export function goodPages(): Record<string, Route> {
  const routes: Record<string, Route> = {};
  for (const path of goodPaths) {
    routes[path] = html(
      `<p>${goodText(path)}</p><img src="${path}.png" alt="">`,
      `<link rel="stylesheet" href="${path}.css">`,
    );
    routes[`${path}.png`] = bytes(goodPicture(path), 'image/png');
    routes[`${path}.css`] = bytes(`p { color: #00${path.slice(-1)}0ff }`, 'text/css');
  }
  return routes;
}
