/** Of the operating system: full disks, too many open files, servers that are away. */
const systemCodes = new Set([
  ...['ENOSPC', 'EDQUOT', 'EMFILE', 'ENFILE', 'EBUSY', 'ESTALE'],
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'],
]);

/**
 * Of PostgreSQL, by SQLSTATE: lost connections, resources it is short of, a server that stops, starts or fails over,
 * transactions that were in each other's way.
 */
const sqlStates = /^(08...|53...|57P0[123]|40001|40P01)$/;

/** What the driver says without a code. */
const lostConnection =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|timeout expired|Client was closed|Cannot use a pool after)/;

/** Of S3, after its client has tried a few times: asked too often, or out of order. */
const isBusy = (httpStatus: number) => httpStatus === 429 || httpStatus >= 500;

/** As AWS's client throws. */
interface ServiceError {
  $metadata?: { httpStatusCode?: number };
}

/** Whether an error comes from something outside that may be mended, so that the same works later. */
export function isPassingTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, name, message, cause, $metadata } = error as NodeJS.ErrnoException & ServiceError;
  if (typeof code === 'string' && (systemCodes.has(code) || sqlStates.test(code))) return true;
  if (lostConnection.test(message)) return true;
  if (name === 'TimeoutError' || isBusy($metadata?.httpStatusCode ?? 0)) return true;
  // A connection that is refused by each address of a name.
  if (error instanceof AggregateError && error.errors.some(isPassingTrouble)) return true;
  return isPassingTrouble(cause);
}
