import { packArchive } from '../archives/pack-archive.ts';
import { defineCommand } from './command.ts';
import { showTransfer } from './show-transfer.ts';

export const importCommand = defineCommand({
  name: 'import',
  summary: 'makes the same experiment of a folder that export wrote, with the same ids',
  operands: [{ name: 'folder', help: 'with a manifest.json' }],
  options: {},
  async run([folder], _values, { client, stderr }) {
    const transfer = showTransfer(stderr, { wait: 'The server checks and stores it …' });
    try {
      const imported = await client.importArchive(await packArchive(folder!, transfer.onBytes));
      const { id, name, isNew } = imported;
      return { text: `${id}  ${name}${isNew ? '' : ': it was here already'}`, json: [imported] };
    } finally {
      transfer.end();
    }
  },
});
