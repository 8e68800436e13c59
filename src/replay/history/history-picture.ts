import type { ChannelHistory } from '../../model/channel-history.ts';
import { drawingStyle, historyDrawing } from './history-drawing.ts';
import { historyTexts } from './history-texts.ts';

const WIDTH = 960;

/** Words on light and on dark ground; on a page the ground is the page's. */
const ownStyle = `
:root { --ink: #1d1d1b; --soft: #5b5a56; --line: #d9d6cf; }
@media (prefers-color-scheme: dark) { :root { --ink: #ecebe6; --soft: #aaa8a0; --line: #3b3a35; } }
`;

/** The drawing as a picture that needs nothing else: an SVG file. */
export function historyPicture(history: ChannelHistory, language: 'de' | 'en'): string {
  const texts = historyTexts[language];
  const drawing = historyDrawing(history, texts, { width: WIDTH, id: 'history' });
  const style = `<style>${ownStyle}${drawingStyle}</style>`;
  if (drawing !== '') return `${drawing.replace('>', ` width="${WIDTH}">\n${style}`)}\n`;
  return `<svg class="drawing" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} 40" width="${WIDTH}" lang="${language}">
${style}<text x="8" y="25">${texts.nothing}</text></svg>
`;
}
