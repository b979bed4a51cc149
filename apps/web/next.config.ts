import { fileURLToPath } from 'node:url';
import type { NextConfig } from 'next';
// A wrong setting stops `next start` at once, not its first page.
import './src/env.ts';

// Nothing that runs here calls out.
process.env.NEXT_TELEMETRY_DISABLED = '1';

const config: NextConfig = {
  transpilePackages: ['@kindred/client', '@kindred/ml'],
  turbopack: { root: fileURLToPath(new URL('../..', import.meta.url)) },
  // `npm run check` does.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  reactStrictMode: true,
};

export default config;
