import pg from 'pg';

/**
 * A connection that makes promises of pg's callbacks: by pg's own, rows outlive their statement until the old generation is collected, and
 * are copied until then (ADR 0034).
 */
export class CallbackClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg has an overload for each way to ask.
  override query(statement: any, values?: any, callback?: any): any {
    const isPromised = !callback && typeof values !== 'function' && typeof statement?.submit !== 'function';
    if (!isPromised) return super.query(statement, values, callback);
    return new Promise((resolve, reject) => {
      super.query(statement, values, (error, result) => (error ? reject(error) : resolve(result)));
    });
  }
}
