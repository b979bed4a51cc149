import type { DataSource } from 'typeorm';

export interface JobProgress {
  done: number;
  total: number;
  /** `images`, `steps`, … */
  unit: string;
}

/** Stores how far a running job has come. The caller holds it to a few times a second. */
export async function reportProgress(db: DataSource, id: string, progress: JobProgress): Promise<void> {
  throw new Error(`${db} ${id} ${progress}`);
}
