import { defineCommand } from '../../command-spec.ts';
import { vaultErrors } from '../../vault-options.ts';
import { describeVaultStatus } from '../../vault-text.ts';

export const statusCommand = defineCommand({
  description:
    'Tells where the vault is, how much it holds, where the chain of each channel ends, and which sealed snapshots still wait ' +
    'on this machine to be brought in. Reads no snapshot.',
  arguments: [],
  options: {},
  examples: [
    { command: 'vault status', explains: 'Where everything is, and what waits:' },
    { command: 'vault status --json', explains: 'The heads, to be written down elsewhere:' },
  ],
  errors: vaultErrors,
  exitCodes: { 0: 'told', 1: 'the vault cannot be read', 2: 'wrong use or settings' },
  run: async (_options, context) => {
    const { vaultStatus } = await import('../../../journeys/vault/vault-status.ts');
    const status = await vaultStatus(context, context.signal);
    const { isEncrypted: encrypted, ...same } = status;
    return { exitCode: 0, json: { ...same, encrypted }, text: describeVaultStatus(status, context) };
  },
});
