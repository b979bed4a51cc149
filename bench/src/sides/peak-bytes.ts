import { readFileSync } from 'node:fs';

/** The most memory this process ever held, by Linux's own mark; elsewhere by getrusage, which may count its parent's too. */
export function peakBytes(): number {
  return markOf('self') ?? process.resourceUsage().maxRSS * 1024;
}

/** The same of a process that was started here; 0 where there is no such mark. */
export const peakBytesOf = (pid: number): number => markOf(String(pid)) ?? 0;

function markOf(process: string): number | undefined {
  try {
    const [, kilobytes] = readFileSync(`/proc/${process}/status`, 'utf8').match(/VmHWM:\s+(\d+)/)!;
    return Number(kilobytes) * 1024;
  } catch {
    return undefined;
  }
}
