import type { RequestHandler } from 'express';
import type { AskedOperation, OperationTexts } from './operation-texts.ts';

/** Puts the text of an operation that was posted by its hash into the body, behind `express.json`; the other refusals are `texts`'. */
export function findOperation(texts: OperationTexts): RequestHandler {
  return (request, _response, next) => {
    if (request.method === 'GET') {
      // What is asked by an address has its text there; a hash is left for Apollo to refuse.
      texts.find({ query: request.query.query });
      return next();
    }
    const { extensions, ...body }: AskedOperation = request.body ?? {};
    const query = texts.find({ ...body, extensions });
    const { persistedQuery, ...others } = (extensions ?? {}) as Record<string, unknown>;
    if (persistedQuery != null) request.body = { ...body, query, extensions: others };
    next();
  };
}
