const loopback = ['127.0.0.1', 'localhost', '::1'];

/** Whether a name or an address means this machine to itself, as nothing from elsewhere can make it. */
export function isLoopback(host: string): boolean {
  return loopback.includes(host);
}

/** The same of a request's header `Host`: with a port or none, an IPv6 address in brackets. */
export function isLoopbackHeader(host: string): boolean {
  return isLoopback(host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1'));
}
