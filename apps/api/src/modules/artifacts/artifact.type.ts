import { artifactKinds } from '@kindred/core';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../connections/connection.type.ts';
import { upperCaseEnum } from '../../schema/upper-case-enum.ts';
import { NodeType } from '../nodes/node.type.ts';

export const ArtifactKindEnum = upperCaseEnum(artifactKinds);

registerEnumType(ArtifactKindEnum, {
  name: 'ArtifactKind',
  description: 'What a file is to what names it.',
  valuesConfig: {
    WEIGHTS: { description: 'A model’s weights, safetensors: `Model.weightsDigest`.' },
    MASK: { description: 'Its mask, safetensors: `Model.maskDigest`.' },
    ONNX: { description: 'Its ONNX file: `Model.onnxDigest`.' },
    LOGITS: {
      description:
        'Its outputs on the test images before softmax, with the labels, safetensors: `Evaluation.logitsDigest`.',
    },
    PICTURE: { description: 'A feature visualization, PNG: `Visualization.image`.' },
    PICTURE_ON_THE_WAY: { description: 'One as it was after a step, PNG: `VisualizationStep.image`.' },
    GRID: { description: 'An activation grid, PNG: `ActivationGrid.image`.' },
    ATTRIBUTIONS: { description: 'A saliency map’s values, safetensors: `SaliencyMap.attributionsDigest`.' },
    SALIENCY_PICTURE: { description: 'A saliency map, PNG: `SaliencyMap.image`.' },
    RANDOMIZED_PICTURE: { description: 'That of fresh weights, PNG: `SaliencyMap.randomizedImage`.' },
    TEST_IMAGE: { description: 'The test image of a saliency map, PNG: `SaliencyMap.input`.' },
    TOP_IMAGE: {
      description: 'A test image that excites a neuron most, PNG, filed under the parent: `TopImage.image`.',
    },
    OWN_IMAGE: { description: 'An image that somebody brought, PNG: `OwnImage.image`.' },
  },
});

@ObjectType('Artifact', {
  implements: NodeType,
  description: 'A file that never changes, named by the SHA-256 of its bytes.',
})
export class ArtifactType {
  @Field(() => ID, { description: 'SHA-256 of its bytes, 64 hexadecimal digits.' })
  id!: string;

  @Field(() => String, { description: 'For example `image/png`, `application/vnd.safetensors`.' })
  mediaType!: string;

  @Field(() => Int, { description: 'Its length.' })
  byteLength!: number;

  @Field(() => String, {
    description: 'Path from the address of this API; behind a further slash may stand a name to save it by.',
  })
  url!: string;

  @Field(() => GraphQLDateTime, { description: 'When such a file was first kept.' })
  createdAt!: Date;
}

@ObjectType('ArtifactUse', { description: 'A place that names a file.' })
export class ArtifactUseType {
  @Field(() => ArtifactKindEnum, { description: 'What the file is there.' })
  kind!: string;
}

export const ArtifactUseConnection = connectionOf('ArtifactUse', () => ArtifactUseType);
