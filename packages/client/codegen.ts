import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types of the graph and one typed document an operation, from the schema that the API emits; and the operations' texts by their hashes. */
const config: CodegenConfig = {
  schema: '../../apps/api/schema.graphql',
  documents: 'src/operations/*.graphql',
  generates: {
    'src/generated/graphql.ts': {
      plugins: ['typescript-operations', './codegen/hashed-documents.mjs'],
      config: {
        documentMode: 'string',
        enumType: 'string-literal',
        useTypeImports: true,
        defaultScalarType: 'unknown',
        scalars: { NeuronRef: 'string', DateTime: 'string' },
      },
    },
    'src/generated/operations.json': { plugins: ['./codegen/operation-manifest.mjs'] },
  },
};

export default config;
