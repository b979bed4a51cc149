declare module 'vitest' {
  export interface ProvidedContext {
    /** Where test databases are made. */
    kindredServerUrl: string;
    /** The migrated database that they are cloned from. */
    kindredTemplate: string;
  }
}

export {};
