import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export interface Listener {
  close(): Promise<void>;
}

interface ListenerEvents {
  notified(payload: string): void;
  /** Notifications in between are lost. */
  reconnected?(): void;
}

/** Milliseconds between attempts to connect again. */
const retryMs = 500;

interface Heartbeat {
  /** Milliseconds from one to the next. */
  everyMs: number;
  /** Milliseconds to wait for the answer. */
  patienceMs: number;
}

/**
 * LISTEN on a connection of its own, opened again whenever it is lost. Rejects if the first connection fails. A connection that was cut
 * off in silence is noticed by its heartbeat: what is kept until it changes would stay for good.
 */
export async function openListener(
  url: string,
  channel: string,
  events: ListenerEvents,
  { everyMs, patienceMs }: Heartbeat = { everyMs: 10_000, patienceMs: 10_000 },
): Promise<Listener> {
  let closed = false;
  let client = await connect();

  async function connect(): Promise<pg.Client> {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: 'kindred events',
      query_timeout: patienceMs,
    });
    fresh.on('error', () => {});
    fresh.on('notification', ({ payload }) => events.notified(payload ?? ''));
    try {
      await fresh.connect();
      await fresh.query(`listen ${channel}`);
    } catch (error) {
      void fresh.end();
      throw error;
    }
    fresh.once('end', () => void reconnect());
    void watch(fresh);
    return fresh;
  }

  /** Ends a connection that doesn't answer any more. */
  async function watch(watched: pg.Client): Promise<void> {
    let answers = true;
    while (answers) {
      await sleep(everyMs, undefined, { ref: false });
      await watched.query('select 1').catch(() => {
        answers = false;
      });
    }
    await watched.end();
  }

  async function reconnect(): Promise<void> {
    while (!closed) {
      await sleep(retryMs, undefined, { ref: false });
      const fresh = await connect().catch(() => null);
      if (!fresh) continue;
      client = fresh;
      if (closed) return client.end();
      return events.reconnected?.();
    }
  }

  return {
    async close() {
      closed = true;
      await client.end();
    },
  };
}
