// Brings a sealed snapshot into a workspace's vault, and ends itself at the stage that it is given, as a power cut would.
import { readFile } from 'node:fs/promises';
import { signerFromPem } from '../../dist/archive/signing-key.js';
import { bringIn } from '../../dist/journeys/vault/bring-in.js';
import { openVault } from '../../dist/journeys/vault/open-vault.js';
import { openLedger } from '../../dist/storage/ledger.js';
import { openWorkspace } from '../../dist/workspace/open-workspace.js';
import { readSigningKeyPem } from '../../dist/workspace/signing-key-file.js';

const [dir, sealedFile, stage] = process.argv.slice(2);
const { snapshot, completeness } = JSON.parse(await readFile(sealedFile, 'utf8'));
const workspace = await openWorkspace(dir);
const signer = signerFromPem(await readSigningKeyPem(workspace.paths));
const ledger = await openLedger({ file: workspace.paths.ledger, root: dir });
const vault = await openVault(workspace);
const context = { clock: { now: () => new Date() }, signal: new AbortController().signal, onProgress: () => undefined };
const [known] = (await ledger.vault.arrivals(snapshot.channel)).filter((one) => one.snapshot.id === snapshot.id);
if (known !== undefined || (await ledger.snapshots.find(snapshot.id)) === undefined) {
  const arrival =
    known ??
    (await ledger.vault.begin({ snapshot, completeness }, [`20261123T09300${snapshot.startedAt.slice(18, 19)}Z.wacz`]));
  if (stage === 'begun') process.kill(process.pid, 'SIGKILL');
  await bringIn({ workspace, ledger, signer }, vault, arrival, context, (reached) => {
    if (reached === stage) process.kill(process.pid, 'SIGKILL');
  });
}
await ledger.close();
await vault.files.close();
