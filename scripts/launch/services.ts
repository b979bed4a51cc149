import { createRequire } from 'node:module';
import path from 'node:path';
import type { ServiceOptions } from './service.ts';
import type { Settings } from './settings.ts';

const tsx = import.meta.resolve('tsx');

/** In development the dashboard is built page by page, anew after each change. */
export type Mode = 'production' | 'development';

/** Only the dashboard is reached from elsewhere. */
export const apiHost = '127.0.0.1';

/** The three processes of an installation. `secret` signs cookies. */
export function serviceOptions(
  settings: Settings,
  mode: Mode,
  databaseUrl: string,
  secret: string,
): Record<'api' | 'worker' | 'web', ServiceOptions> {
  const { home, artifacts, dataFolder, host, auth, publicUrl, apiPort, webPort, logFormat } = settings;
  const logFile = (name: string) => path.join(home, 'logs', `${name}.log`);
  const shared = {
    DATABASE_URL: databaseUrl,
    KINDRED_ARTIFACTS: artifacts,
    KINDRED_LOG_FORMAT: logFormat,
  };
  return {
    api: {
      name: 'API',
      // Answers under way at the same time outgrow the 16 MiB that Node has for what is new, and would be copied again and again.
      command: ['--max-semi-space-size=64', '--import', tsx, 'apps/api/src/main.ts'],
      env: {
        ...shared,
        KINDRED_HOST: apiHost,
        KINDRED_API_PORT: String(apiPort),
        KINDRED_AUTH: auth,
        KINDRED_PUBLIC_URL: publicUrl,
        KINDRED_SECRET: secret,
        NODE_ENV: mode,
      },
      logFile: logFile('api'),
    },
    worker: {
      name: 'worker',
      command: ['--import', tsx, 'apps/worker/src/main.ts'],
      env: { ...shared, KINDRED_DATA: dataFolder },
      logFile: logFile('worker'),
    },
    web: {
      name: 'dashboard',
      command: [
        nextCommand(),
        mode === 'production' ? 'start' : 'dev',
        '--hostname',
        host,
        '--port',
        String(webPort),
      ],
      folder: 'apps/web',
      env: { KINDRED_AUTH: auth, KINDRED_API_URL: `http://${apiHost}:${apiPort}`, NODE_ENV: mode },
      logFile: logFile('web'),
    },
  };
}

function nextCommand(): string {
  return createRequire(path.resolve('apps/web/package.json')).resolve('next/dist/bin/next');
}
