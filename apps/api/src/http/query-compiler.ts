import type { DocumentNode, GraphQLSchema } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';

type Run = CompiledQuery['query'];

interface Standing {
  asked: number;
  /** Null where it can't be compiled. */
  run?: Run | null;
}

/** Compiling takes as long as some runs, so what comes once or twice is left to graphql: hostile texts are all different. */
const compiledFrom = 3;

/** Compiled functions take far more memory than their texts. */
const mostKept = 200;

/** Answers with a valid document's function as soon as it was asked for often enough; before that, undefined or null. */
export function createQueryCompiler() {
  // Apollo parses and validates a text once and gives the same document each time.
  const known = new LRUCache<DocumentNode, Map<string | null, Standing>>({ max: mostKept });
  return (schema: GraphQLSchema, document: DocumentNode, operationName: string | null) => {
    const operations = known.get(document) ?? new Map<string | null, Standing>();
    known.set(document, operations);
    const standing = operations.get(operationName) ?? { asked: 0 };
    operations.set(operationName, standing);
    standing.asked += 1;
    if (standing.asked >= compiledFrom && standing.run === undefined)
      standing.run = compile(schema, document, operationName);
    return standing.run;
  };
}

function compile(schema: GraphQLSchema, document: DocumentNode, operationName: string | null): Run | null {
  const compiled = compileQuery(schema, document, operationName ?? undefined);
  return isCompiledQuery(compiled) ? compiled.query : null;
}
