import { badInput } from '../errors/domain-error.ts';
import type { Architecture } from './architecture.ts';
import { cifarResNet } from './cifar-resnet.ts';

/** Every architecture that can be trained and looked into, by name. */
export const architectures: ReadonlyMap<string, Architecture> = new Map(
  [8, 20, 32, 44, 56, 110].map(cifarResNet).map((architecture) => [architecture.name, architecture]),
);

export function findArchitecture(name: string): Architecture {
  const architecture = architectures.get(name);
  if (!architecture) {
    throw badInput(`Unknown architecture "${name}": known are ${[...architectures.keys()].join(', ')}.`);
  }
  return architecture;
}
