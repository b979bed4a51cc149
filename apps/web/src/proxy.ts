import { type NextRequest, NextResponse } from 'next/server';
import { env } from './env.ts';

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/**
 * Where nobody signs in, a page elsewhere could read everything by a name of its own that it has made to mean this machine (DNS
 * rebinding): only this machine's own names are answered.
 *
 * The browser reaches the API at the dashboard's own address. Not by `rewrites` in next.config: those are fixed
 * when the dashboard is built, and the API's address is known when it starts.
 */
export function proxy(request: NextRequest): NextResponse {
  const host = request.headers.get('host') ?? '';
  if (env.alone && !loopback.test(host)) {
    const message = `This dashboard answers 127.0.0.1 and localhost, not ${host}: KINDRED_AUTH=team lets others in.\n`;
    return new NextResponse(message, { status: 421 });
  }
  if (!passedOn.test(request.nextUrl.pathname)) return NextResponse.next();
  return NextResponse.rewrite(new URL(request.nextUrl.pathname + request.nextUrl.search, env.apiUrl));
}

const passedOn = /^\/(graphql|artifacts|api\/auth)(\/|$)/;

export const config = { matcher: '/((?!_next/static/).*)' };
