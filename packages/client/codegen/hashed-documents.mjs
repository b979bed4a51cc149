import { operation, readOperation, typedDocumentsOf } from './read-operations.mjs';

/** Typed documents, each operation with the SHA-256 of its text, by which an API may know it. */
export async function plugin(schema, files, config) {
  const { content, ...output } = await typedDocumentsOf(schema, files, config);
  const withHash = (_, written) =>
    `new TypedDocumentString(\`${written}\`, { hash: '${readOperation(written).hash}' })`;
  return { ...output, content: content.replace(operation, withHash) };
}
