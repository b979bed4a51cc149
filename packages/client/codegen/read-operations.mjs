import { createHash } from 'node:crypto';
import * as typedDocuments from '@graphql-codegen/typed-document-node';

/** An operation as typed-document-node writes it; a fragment has something behind its text. */
export const operation = /new TypedDocumentString\(`([^`]*)`\)/g;

/** What typed-document-node makes of all operations. */
export function typedDocumentsOf(schema, files, config) {
  return typedDocuments.plugin(schema, files, { ...config, documentMode: 'string' });
}

/** The text that such a template literal stands for, and its SHA-256. */
export function readOperation(written) {
  const text = written.replaceAll('\\\\', '\\');
  return { text, hash: createHash('sha256').update(text).digest('hex') };
}
