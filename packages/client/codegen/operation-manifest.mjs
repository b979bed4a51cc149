import { operation, readOperation, typedDocumentsOf } from './read-operations.mjs';

/** The text of every operation by its SHA-256, as JSON, for an API that is to run no others. */
export async function plugin(schema, files, config) {
  const { content } = await typedDocumentsOf(schema, files, config);
  const operations = [...content.matchAll(operation)].map(([, written]) => readOperation(written));
  return JSON.stringify(Object.fromEntries(operations.map(({ hash, text }) => [hash, text])), null, 2);
}
