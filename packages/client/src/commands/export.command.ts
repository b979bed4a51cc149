import { unpackArchive } from '../archives/unpack-archive.ts';
import { defineCommand } from './command.ts';
import { experimentHelp, findExperiment } from './find-experiment.ts';
import { showTransfer } from './show-transfer.ts';
import { UsageError } from './usage-error.ts';

export const exportCommand = defineCommand({
  name: 'export',
  summary: 'writes all of an experiment into a folder: tables, pictures, weights, and what import needs',
  operands: [{ name: 'experiment', help: experimentHelp }],
  options: {
    to: { type: 'string', value: 'folder', help: 'a new one, or an empty one' },
  },
  async run([text], { to }, { client, stderr }) {
    if (to === undefined) throw new UsageError('Where to? Write kindred export <experiment> --to <folder>.');
    const { id, name } = await findExperiment(client, text!);
    const transfer = showTransfer(stderr, { wait: 'The server writes the tables …' });
    try {
      const files = await unpackArchive(await client.exportArchive(id), to, transfer.onBytes);
      const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
      return {
        text: `${name}: ${files.length} files with ${(bytes / 1e6).toFixed(1)} MB in ${to}`,
        json: [{ id, name, folder: to, files: files.length, bytes }],
      };
    } finally {
      transfer.end();
    }
  },
});
