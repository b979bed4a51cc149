import { restoreBackup } from '@kindred/core';
import { withInstallation } from './with-installation.ts';

/** `npm run restore -- --from <folder>`: into an installation without experiments. */
export function restore(args: readonly string[]): Promise<number> {
  return withInstallation(
    args,
    'from',
    'npm run restore -- --from <folder>',
    async (url, artifacts, folder) => {
      const { createdAt, artifacts: files } = await restoreBackup(url, artifacts, folder);
      console.log(
        `All is as it was at ${createdAt}, with ${files.length} files. npm start goes on from there.`,
      );
    },
  );
}
