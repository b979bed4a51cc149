import type { Common, Row } from './rows/row.ts';

/** What rows have in common, made once for those that follow one another with the same. */
export interface Commons {
  of(row: Row, onPrepared: (share: number) => void): Promise<Common | undefined>;
  stop(): Promise<void>;
}

export function createCommons(): Commons {
  let opening: Row['common'];
  let opened: Common | undefined;
  const stop = async () => {
    await opened?.stop();
    [opening, opened] = [undefined, undefined];
  };
  return {
    async of(row, onPrepared) {
      if (row.common === opening) return opened;
      await stop();
      opened = await row.common?.(onPrepared);
      opening = row.common;
      return opened;
    },
    stop,
  };
}
