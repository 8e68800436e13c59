import { cardFonts } from './card-page.ts';

/** The side of the QR code with the white round it, in mm: an arm's length away a telephone finds it. */
export const QR_MM = 36;

/** Paper comes as it is cut: nothing stands nearer to its edge than 7 mm, where 3 are needed. Black on white alone. */
export const shopStyle = `
@page { size: 105mm 148mm; margin: 0; }
* { box-sizing: border-box; margin: 0; }
html { background: #fff; }
body { width: 105mm; color: #000; font: 13px/1.38 ${cardFonts}; font-kerning: normal; }
article { display: flex; flex-direction: column; width: 105mm; height: 148mm; padding: 7.5mm 8mm 7mm; overflow: hidden; break-after: page; }
article:last-child { break-after: auto; }
header { padding-bottom: 3mm; border-bottom: .7mm solid #000; }
.logo { display: block; max-width: 60%; height: 9mm; object-fit: contain; object-position: left center; }
[dir=rtl] .logo { object-position: right center; }
.brand { font-weight: 700; font-size: 15px; }
.claim { font-size: 11px; }
.title { margin-top: 4.5mm; font-weight: 800; font-size: 31px; line-height: 1.08; letter-spacing: -.02em; text-wrap: balance; }
[dir=rtl] .title { letter-spacing: 0; line-height: 1.3; }
.line { margin-top: 2.2mm; font-size: 11.5px; }
.text { font-size: 13px; }
.front .text { margin-top: 3mm; }
.text :is(h1, h2, h3) { margin: .9em 0 .18em; font-size: 1em; line-height: 1.25; }
.text p, .text li { text-wrap: pretty; }
.text p + p { margin-top: .35em; }
.text ul, .text ol { padding: 0; list-style: none; }
.text li { padding: .36em 0; border-bottom: .2mm solid #000; }
.text li strong { display: block; }
.text a { color: inherit; text-decoration: none; }
.text { overflow-wrap: anywhere; }
footer { display: flex; align-items: center; gap: 3mm; margin-top: auto; padding-top: 3mm; }
footer svg { flex: none; width: ${QR_MM}mm; height: ${QR_MM}mm; margin: -3mm; }
footer .address { min-width: 0; flex: 1; padding-inline-start: 2mm; font-weight: 700; font-size: 13px; overflow-wrap: anywhere; }
.unbroken { white-space: nowrap; }
.back .text > section:first-child > :first-child { margin-top: 0; }
.framed { margin-top: 1em; padding: .6em .8em .7em; border: .7mm solid #000; }
.framed > :first-child { margin-top: 0; }
`;
