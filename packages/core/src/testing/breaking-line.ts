import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';

/** A port that leads to another one of this machine, where each connection breaks once so many bytes were sent over it. */
export async function breakingLine(to: number, afterBytes: number): Promise<{ port: number; close(): void }> {
  const line = createServer((caller) => {
    const server = connect(to, '127.0.0.1');
    let sent = 0;
    caller.on('data', (bytes) => {
      sent += bytes.length;
      if (sent < afterBytes) server.write(bytes);
      else caller.destroy();
    });
    server.pipe(caller);
    caller.on('error', () => {}).on('close', () => server.destroy());
    server.on('error', () => {});
  }).listen(0, '127.0.0.1');
  await once(line, 'listening');
  const { port } = line.address() as AddressInfo;
  return { port, close: () => line.close() };
}
