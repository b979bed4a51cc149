import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { expect, test, vi } from 'vitest';
import { createTestDatabase } from '../testing/index.ts';
import { openListener } from './open-listener.ts';

test('a connection that is cut off in silence is noticed, and opened again', async () => {
  const database = await createTestDatabase();
  const sockets: Socket[] = [];
  const proxy = createServer((incoming) => {
    const { hostname, port } = new URL(database.url);
    const outgoing = connect(Number(port), hostname);
    incoming.pipe(outgoing).pipe(incoming);
    sockets.push(incoming, outgoing);
    for (const socket of [incoming, outgoing]) socket.on('error', () => {});
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const url = new URL(database.url);
  url.host = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const notified = vi.fn();
  const reconnected = vi.fn();
  const listener = await openListener(
    url.href,
    'news',
    { notified, reconnected },
    { everyMs: 100, patienceMs: 300 },
  );
  const tell = (news: string) => database.dataSource.query('select pg_notify($1, $2)', ['news', news]);

  await tell('first');
  await vi.waitFor(() => expect(notified).toHaveBeenLastCalledWith('first'));
  expect(reconnected).not.toHaveBeenCalled();
  for (const socket of sockets.splice(0)) socket.unpipe().pause();
  await vi.waitFor(() => expect(reconnected).toHaveBeenCalledOnce(), 5_000);
  await tell('second');
  await vi.waitFor(() => expect(notified).toHaveBeenLastCalledWith('second'));

  await listener.close();
  for (const socket of sockets) socket.destroy();
  proxy.close();
  await database.drop();
});
