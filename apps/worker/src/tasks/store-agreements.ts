import { type Model, SaliencyAgreement, SaliencyMap } from '@kindred/core';
import { agreementOf, decodeSafetensors, intensityOf } from '@kindred/ml';
import { type EntityManager, Not } from 'typeorm';
import type { TaskContext } from './task.ts';

/** Compares a new map with each that was taken alike of a relative; pairs that point nowhere get no row. */
export async function storeAgreements(
  { artifacts }: TaskContext,
  { experimentId }: Model,
  id: string,
  transaction: EntityManager,
): Promise<void> {
  const map = await transaction.findOneByOrFail(SaliencyMap, { id });
  const { imageIndex, method, target, seed } = map;
  const relatives = await transaction.find(SaliencyMap, {
    where: { id: Not(id), imageIndex, method, target, seed, status: 'done', model: { experimentId } },
  });
  const read = async ({ attributionsDigest }: SaliencyMap) => {
    const { tensors } = decodeSafetensors(await artifacts.read(attributionsDigest!));
    const { shape, data } = tensors.get('attributions')!;
    return { width: shape[1]!, values: intensityOf(data as Float32Array, shape[2]!) };
  };
  const own = await read(map);
  for (const relative of relatives) {
    const agreement = agreementOf(own.values, (await read(relative)).values, own.width);
    const [firstId, secondId] = [id, relative.id].sort() as [string, string];
    if (agreement) await transaction.insert(SaliencyAgreement, { firstId, secondId, ...agreement });
  }
}
