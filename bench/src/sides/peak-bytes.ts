import { readFileSync } from 'node:fs';

/** The most memory this process ever held, by Linux's own mark; elsewhere by getrusage, which may count its parent's too. */
export function peakBytes(): number {
  try {
    const [, kilobytes] = readFileSync('/proc/self/status', 'utf8').match(/VmHWM:\s+(\d+)/)!;
    return Number(kilobytes) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}
