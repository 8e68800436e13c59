// Serves the demo brand until Ctrl-C. Needs `npm run build` first. Ports: blog, social, embed; 8401 to 8403 unless given.
import { startDemoBrand } from '../dist/demo-brand/start-demo-brand.js';

const [blog = 8401, social = 8402, embed = 8403] = process.argv.slice(2).map(Number);
const brand = await startDemoBrand({ ports: { blog, social, embed } });
console.log(
  `Blog    ${brand.blogUrl}\nSocial  ${brand.socialUrl}\nEmbed   ${brand.expected.embed.pageUrl}\nCtrl-C stops all three.`,
);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => brand.close());
