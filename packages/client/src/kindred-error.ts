/**
 * A call that was refused or didn't arrive. `message` is for the person who made it.
 * `code` is the API's own (`BAD_INPUT`, `NOT_FOUND`, `CONFLICT`, `UNAVAILABLE`, `RATE_LIMITED`, `TIMEOUT`, `ALTERED`, `INTERNAL` …), or
 * `UNREACHABLE` where no API answered.
 */
export class KindredError extends Error {
  override readonly name = 'KindredError';
  readonly code: string;
  /** Whether the same may go well a moment later. */
  readonly passing: boolean;
  /** In how many milliseconds it may, where the API says so. */
  readonly retryAfterMs: number | undefined;

  constructor(
    code: string,
    message: string,
    options: ErrorOptions & { passing?: boolean; retryAfterMs?: number | undefined } = {},
  ) {
    super(message, options);
    this.code = code;
    this.retryAfterMs = options.retryAfterMs;
    this.passing = options.passing ?? (code === 'UNAVAILABLE' || options.retryAfterMs !== undefined);
  }
}

/** One entry of a GraphQL answer's `errors`. */
export interface GraphError {
  message: string;
  extensions?: { code?: unknown };
}

/** The first refusal of an answer; those after it are mostly its consequences. */
export function refusal(
  [first]: readonly [GraphError, ...GraphError[]],
  retryAfterMs?: number,
): KindredError {
  const code = first.extensions?.code;
  return new KindredError(typeof code === 'string' ? code : 'UNKNOWN', first.message, { retryAfterMs });
}

/** Where no API answered; the same may go well a moment later. */
export function unreachable(url: string, cause?: unknown): KindredError {
  return new KindredError(
    'UNREACHABLE',
    `No Kindred API answers at ${url}: start it with "npm start", or name the right address.`,
    { cause, passing: true },
  );
}
