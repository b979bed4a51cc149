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

/** LISTEN on a connection of its own, opened again whenever it is lost. Rejects if the first connection fails. */
export async function openListener(url: string, channel: string, events: ListenerEvents): Promise<Listener> {
  let closed = false;
  let client = await connect();

  async function connect(): Promise<pg.Client> {
    const fresh = new pg.Client({
      connectionString: url,
      application_name: 'kindred events',
      keepAlive: true,
      // Else a connection that was cut off in silence is noticed after hours.
      keepAliveInitialDelayMillis: 10_000,
    });
    fresh.on('error', () => {});
    fresh.on('notification', ({ payload }) => events.notified(payload ?? ''));
    await fresh.connect();
    await fresh.query(`listen ${channel}`);
    fresh.once('end', () => void reconnect());
    return fresh;
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
