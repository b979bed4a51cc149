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
}
