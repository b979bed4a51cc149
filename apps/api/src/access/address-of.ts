import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import proxyAddress from 'proxy-addr';
import { isLoopback } from './loopback.ts';

/** Where a request came from: what tries and points are counted by, and what the audit log keeps. */
export type AddressOf = (request: IncomingMessage) => string;

/** How better-auth and its hooks are told it; what came by this name is overwritten. */
export const addressHeader = 'x-kindred-address';

/** Of the socket, whatever the request says. */
export const socketAddress: AddressOf = ({ socket }) => plain(socket.remoteAddress ?? '');

/**
 * What `X-Forwarded-For` says is believed as far back as each address in it was appended by somebody trusted: the dashboard on this
 * machine, which is the last before us, and `proxies`: addresses, subnets such as `10.0.0.0/8`, or `loopback`. All before that may
 * be made up. Throws a TypeError for what is none of these.
 */
export function createAddressOf(proxies: readonly string[]): AddressOf {
  const isProxy = proxyAddress.compile([...proxies]);
  const isTrusted = (address: string, hop: number) =>
    isProxy(address, hop) || (hop === 0 && isLoopback(plain(address)));
  return (request) => {
    const address = plain(proxyAddress(request, isTrusted));
    return isIP(address) ? address : socketAddress(request);
  };
}

/** An IPv4 address as such, though a socket of IPv6 got it. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/, '');
}
