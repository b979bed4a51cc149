import { ArgsType, Field, Int } from 'type-graphql';

/** What pictures models are compared by. */
@ArgsType()
export class ModelRecipeArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Name of a preset; the experiment’s without.',
  })
  preset!: string | null;

  @Field(() => Int, { nullable: true, description: 'The pictures’ seed; the experiment’s without.' })
  seed!: number | null;

  @Field(() => String, { nullable: true, description: 'Name of a layer; all without.' })
  layer!: string | null;
}
