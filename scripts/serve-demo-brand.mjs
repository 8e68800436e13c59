// Serves the demo brand until Ctrl-C. Needs `npm run build` first. Ports: blog, social, embed, fediverse, x; 8401 to 8405 unless given.
import { startDemoBrand } from '../dist/demo-brand/start-demo-brand.js';

const [blog = 8401, social = 8402, embed = 8403, fediverse = 8404, x = 8405] = process.argv.slice(2).map(Number);
const brand = await startDemoBrand({ ports: { blog, social, embed, fediverse, x } });
console.log(
  `Blog       ${brand.blogUrl}\nSocial     ${brand.socialUrl}\nFediverse  ${brand.fediverseUrl}\nX          ${brand.xUrl}\nEmbed      ${brand.expected.embed.pageUrl}\nCtrl-C stops them all.`,
);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => brand.close());
