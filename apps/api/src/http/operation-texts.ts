import { DomainError, sha256 } from '@kindred/core';
import { LRUCache } from 'lru-cache';

/** How an operation is asked for: by its text, by the text's SHA-256, or by both. */
export interface AskedOperation {
  query?: unknown;
  extensions?: unknown;
}

export interface OperationTexts {
  /**
   * What is to be run; undefined where neither text nor hash came, which is refused further in. Throws PERSISTED_QUERY_NOT_FOUND for a
   * hash that is new here, BAD_INPUT for one that isn't the text's, and UNKNOWN_OPERATION where only known ones are run.
   */
  find(asked: AskedOperation): string | undefined;
}

/** Far more than scripts have operations; the texts that clients send are at most a body of 1 MB each. */
const mostKept = { max: 1000, maxSize: 10_000_000, sizeCalculation: (text: string) => text.length };

/**
 * Whatever is asked, by the protocol of automatic persisted queries: a text that came with its hash is kept in memory, and found by
 * the hash alone from then on.
 */
export function anyOperation(): OperationTexts {
  const kept = new LRUCache<string, string>(mostKept);
  return {
    find(asked) {
      const [text, hash] = [textOf(asked), hashOf(asked)];
      if (hash === undefined) return text;
      if (text === undefined) return kept.get(hash) ?? refuseHash();
      if (sha256(text) !== hash)
        throw new DomainError(
          'BAD_INPUT',
          `extensions.persistedQuery.sha256Hash is not the SHA-256 of query, which is ${sha256(text)}.`,
        );
      kept.set(hash, text);
      return text;
    },
  };
}

/** None but these, by their SHA-256. */
export function knownOperations(texts: ReadonlyMap<string, string>): OperationTexts {
  return {
    find(asked) {
      const text = textOf(asked);
      return texts.get(text === undefined ? (hashOf(asked) ?? '') : sha256(text)) ?? refuseOperation();
    },
  };
}

/** Over a websocket a text has to come, so it is empty where the hash is meant. */
const textOf = ({ query }: AskedOperation) => (typeof query === 'string' && query !== '' ? query : undefined);

function hashOf({ extensions }: AskedOperation): string | undefined {
  const { persistedQuery } = (extensions ?? {}) as {
    persistedQuery?: { version?: unknown; sha256Hash?: unknown };
  };
  if (persistedQuery == null) return undefined;
  const { version, sha256Hash } = persistedQuery;
  if (version === 1 && typeof sha256Hash === 'string') return sha256Hash;
  throw new DomainError(
    'BAD_INPUT',
    'extensions.persistedQuery should be { "version": 1, "sha256Hash": "<SHA-256 of query>" }.',
  );
}

function refuseHash(): never {
  // The protocol's own word, by which clients know that they are to send the text too.
  throw new DomainError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound');
}

function refuseOperation(): never {
  throw new DomainError(
    'UNKNOWN_OPERATION',
    'This server runs only the operations of the dashboard and of the command `kindred` (KINDRED_OPERATIONS=known), in its own version: use those, or ask whoever runs it to allow any.',
  );
}
