import { badInput } from '../errors/domain-error.ts';
import type { Architecture } from './architecture.ts';
import { cifarResNet } from './cifar-resnet.ts';
import { convNet } from './convnet.ts';
import { googLeNet } from './googlenet.ts';
import { inceptionV1 } from './inception-v1.ts';
import { squeezeNet } from './squeezenet.ts';
import { wideResNet } from './wide-resnet.ts';

const byName = (architectures: readonly Architecture[]): ReadonlyMap<string, Architecture> =>
  new Map(architectures.map((architecture) => [architecture.name, architecture]));

/** Every architecture, by name: what workers offer. */
export const architectures = byName([
  convNet,
  ...[8, 20, 32, 44, 56, 110].map(cifarResNet),
  wideResNet(16, 4),
  wideResNet(28, 10),
  wideResNet(40, 2),
  squeezeNet,
  inceptionV1,
  googLeNet,
]);

export function findArchitecture(name: string): Architecture {
  const architecture = architectures.get(name);
  if (!architecture) {
    throw badInput(`Unknown architecture "${name}": known are ${[...architectures.keys()].join(', ')}.`);
  }
  return architecture;
}
