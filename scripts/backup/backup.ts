import { writeBackup } from '@kindred/core';
import { withInstallation } from './with-installation.ts';

/** `npm run backup -- --to <folder>`: while Kindred runs, or not. */
export function backup(args: readonly string[]): Promise<number> {
  return withInstallation(
    args,
    'to',
    'npm run backup -- --to <a new folder>',
    async (url, artifacts, folder) => {
      const { tables, artifacts: files } = await writeBackup(url, artifacts, folder);
      const rows = tables.reduce((sum, table) => sum + table.rows, 0);
      console.log(`${rows} rows of ${tables.length} tables and ${files.length} files are in ${folder}.`);
    },
  );
}
