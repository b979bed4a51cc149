import type { KindredClient } from '../client.ts';
import {
  NeuronPictureDocument,
  type NeuronPictureQuery,
  type NeuronPictureQueryVariables,
} from '../generated/graphql.ts';
import { pause } from '../pause.ts';

export type Picture = NonNullable<NonNullable<NeuronPictureQuery['model']>['neuron']['visualization']>;

const intervalMs = 500;

/** A picture that was asked for, once it is painted or has failed. */
export async function untilPictured(
  client: KindredClient,
  picture: NeuronPictureQueryVariables,
): Promise<Picture> {
  for (;;) {
    const found = (await client.request(NeuronPictureDocument, picture)).model?.neuron.visualization;
    if (found && found.status !== 'QUEUED') return found;
    await pause(intervalMs, undefined);
  }
}
