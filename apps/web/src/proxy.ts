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
  // Next.js keeps bodies that are passed on in memory, and cuts them off where they are large.
  if (request.method === 'POST' && request.nextUrl.pathname === '/archives') return refuseImport();
  return NextResponse.rewrite(new URL(request.nextUrl.pathname + request.nextUrl.search, env.apiUrl));
}

function refuseImport(): NextResponse {
  const message = 'The dashboard passes no imports on: name the API’s own address, as KINDRED_URL or --url.';
  return NextResponse.json({ errors: [{ message, extensions: { code: 'BAD_INPUT' } }] }, { status: 413 });
}

const passedOn = /^\/(graphql|artifacts|archives|own-images|api\/auth)(\/|$)/;

export const config = { matcher: '/((?!_next/static/).*)' };
