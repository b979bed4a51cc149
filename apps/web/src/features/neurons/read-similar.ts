import { SimilarNeuronsDocument, type SimilarNeuronsQuery } from '@kindred/client';
import { api } from '../../api.ts';

export type SimilarNeuron = NonNullable<
  NonNullable<SimilarNeuronsQuery['model']>['neuron']['similar']
>[number];

/** Two rows of pictures on a wide page. */
const first = 16;

/** The nearest by the perceptual hash, of every experiment; null where the model has no picture that compares. */
export async function readSimilar(model: string, at: string): Promise<SimilarNeuron[] | null> {
  const answer = await api.request(SimilarNeuronsDocument, { model, at, hash: 'PERCEPTUAL', first });
  return answer.model?.neuron.similar ?? null;
}
