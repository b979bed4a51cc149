import { DomainError } from '../../errors/domain-error.ts';

/** What a person can do about a folder or server that fails, from the system's or PostgreSQL's own words. */
export function explainFailure(directory: string, cause: unknown): DomainError {
  if (cause instanceof DomainError) return cause;
  const words = cause instanceof Error ? cause.message : String(cause);
  return new DomainError('UNAVAILABLE', advise(directory, words));
}

function advise(directory: string, words: string): string {
  if (/ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/i.test(words)) {
    return `The disk that holds ${directory} is full. Free some space (a new database takes 60 MB) and start again.`;
  }
  if (/EACCES|EPERM|Permission denied|wrong ownership/i.test(words)) {
    return `${directory} may not be read and written by this user. Start as the user who made it, or change its owner with chown.`;
  }
  if (/EROFS|Read-only file system/i.test(words)) {
    return `${directory} is on a read-only disk. Set DATABASE_URL to a PostgreSQL of yours.`;
  }
  if (/ENOTDIR|EEXIST/.test(words)) {
    return `${directory} is not a folder. Move that file away and start again.`;
  }
  return `PostgreSQL did not start on ${directory}: ${lastComplaint(words)} Its log there, postgres.log, may say more.`;
}

function lastComplaint(words: string): string {
  const lines = words.split('\n').filter((line) => line.trim());
  const complaint = lines.findLast((line) => /FATAL|PANIC|ERROR|error:/.test(line)) ?? lines.at(-1) ?? '';
  return complaint.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, '').replace(/([^.])$/, '$1.');
}
