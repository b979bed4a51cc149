import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('Hash', { description: 'A perceptual hash, first bit leftmost.' })
export class HashType {
  @Field(() => String, { description: 'Hexadecimal digits.' })
  hex!: string;

  @Field(() => Int, { description: 'Its length.' })
  bits!: number;
}

@ObjectType('Hashes', { description: 'The five perceptual hashes of a picture’s lossless pixels.' })
export class HashesType {
  @Field(() => String, { description: 'Which definition of the hashes the bits follow.' })
  version!: string;

  @Field(() => HashType, { description: 'Pixels of the 8×8 image above its mean.' })
  average!: HashType;

  @Field(() => HashType, { description: 'Low frequencies of the 32×32 image above their median.' })
  perceptual!: HashType;

  @Field(() => HashType, { description: 'Pixels of the 9×8 image brighter than their left neighbour.' })
  difference!: HashType;

  @Field(() => HashType, { description: 'Block means (Haar) above their median.' })
  wavelet!: HashType;

  @Field(() => HashType, { description: 'Shares of black, grey and twelve colours, 3 bits each.' })
  color!: HashType;
}
