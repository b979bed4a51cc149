import type { Architecture } from './architecture.ts';

/** A dropout in the middle of each residual block of three stages that halve the image twice, `<block>.dropout`. */
export const blockDropouts =
  (
    blocks: readonly { name: string; stage: number; channels: number }[],
  ): NonNullable<Architecture['dropouts']> =>
  ({ height, width }) =>
    blocks.map(({ name, stage, channels }) => ({
      name: `${name}.dropout`,
      shape: [Math.ceil(height / 2 ** stage), Math.ceil(width / 2 ** stage), channels],
    }));
