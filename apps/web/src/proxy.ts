import { type NextRequest, NextResponse } from 'next/server';
import { env } from './env.ts';

/**
 * The browser reaches the API at the dashboard's own address. Not by `rewrites` in next.config: those are fixed
 * when the dashboard is built, and the API's address is known when it starts.
 */
export function proxy(request: NextRequest): NextResponse {
  return NextResponse.rewrite(new URL(request.nextUrl.pathname + request.nextUrl.search, env.apiUrl));
}

export const config = { matcher: ['/graphql/:path*', '/artifacts/:path*', '/api/auth/:path*'] };
