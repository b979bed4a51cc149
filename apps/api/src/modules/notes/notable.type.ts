import { InterfaceType } from 'type-graphql';
import { NodeType } from '../nodes/node.type.ts';

@InterfaceType('Notable', {
  implements: NodeType,
  description: 'What people write notes about: every node but notes and artifacts.',
})
export abstract class NotableType extends NodeType {}

/** What a type implements that has an id and notes: type-graphql wants the interface's own interface named too. */
export const notable = [NodeType, NotableType];
