import { type ImageFormat, imageSizes, STORY_MARGIN } from '../../model/farewell/card-format.ts';
import type { CardColours } from './card-colours.ts';
import { cardFonts } from './card-page.ts';

/** Brand above, news in the middle, when and where on the accent below. */
export function imageStyle(colours: CardColours, format: ImageFormat): string {
  const { width, height } = imageSizes[format];
  return `
:root { --paper: ${colours.paper}; --ink: ${colours.ink}; --accent: ${colours.accent}; --on-accent: ${colours.onAccent}; }
* { box-sizing: border-box; margin: 0; }
html { background: var(--paper); }
body { width: ${width}px; height: ${height}px; overflow: hidden; color: var(--ink); font-family: ${cardFonts}; line-height: 1.25; font-kerning: normal; }
main { display: grid; width: 100%; height: 100%; grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr); }
header { padding: 84px 84px 0; }
.logo { display: block; max-width: 60%; height: 104px; object-fit: contain; object-position: left center; }
[dir=rtl] .logo { object-position: right center; }
.brand { font-weight: 700; font-size: 46px; letter-spacing: -.01em; }
.claim { margin-top: 8px; font-size: 30px; }
section { display: flex; flex-direction: column; padding: 32px 84px 64px; }
.headline { margin-top: auto; font-weight: 800; font-size: 122px; line-height: 1.04; letter-spacing: -.03em; text-wrap: balance; }
.headline::before { content: ""; display: block; width: 112px; height: 12px; margin-bottom: 44px; background: var(--accent); }
.line { margin-top: 36px; font-size: 44px; text-wrap: pretty; }
footer { padding: 52px 84px 72px; background: var(--accent); color: var(--on-accent); }
.date_line { font-weight: 700; font-size: 54px; letter-spacing: -.01em; text-wrap: balance; }
.address { margin-top: 16px; font-size: 38px; overflow-wrap: anywhere; }
.unbroken { white-space: nowrap; }
[dir=rtl] :is(.headline, .brand, .date_line) { letter-spacing: 0; }
[dir=rtl] .headline { line-height: 1.3; }
${own[format]}`;
}

const own: Readonly<Record<ImageFormat, string>> = {
  square: '',
  wide: `
header { padding: 56px 64px 0; }
.logo { height: 76px; }
.brand { font-size: 36px; }
.claim { font-size: 26px; }
section { padding: 20px 64px 40px; }
.headline { font-size: 82px; }
.headline::before { width: 88px; height: 10px; margin-bottom: 26px; }
.line { margin-top: 20px; font-size: 34px; }
footer { padding: 30px 64px 34px; }
.date_line { font-size: 42px; }
.address { margin-top: 8px; font-size: 30px; }`,
  story: `
header { padding-top: ${STORY_MARGIN + 24}px; }
.logo { height: 130px; }
.brand { font-size: 56px; }
.claim { font-size: 36px; }
section { padding: 48px 84px 96px; }
.headline { font-size: 148px; }
.line { margin-top: 44px; font-size: 54px; }
footer { padding: 76px 84px ${STORY_MARGIN + 24}px; }
.date_line { font-size: 58px; }
.address { margin-top: 24px; font-size: 44px; }`,
};
