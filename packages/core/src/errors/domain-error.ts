/** Every refusal a caller can be told about, by its literal code. */
export type DomainErrorCode =
  | 'BAD_INPUT'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'UNAVAILABLE'
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'RATE_LIMITED'
  | 'TIMEOUT'
  | 'ALTERED'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'UNKNOWN_OPERATION';

/**
 * A refusal meant for the person who made the call.
 * The message names what came, what was wanted and what to do.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  /** In how many seconds the same may be asked again, where that is known. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    readonly code: DomainErrorCode,
    message: string,
    options: ErrorOptions & { retryAfterSeconds?: number } = {},
  ) {
    super(message, options);
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
