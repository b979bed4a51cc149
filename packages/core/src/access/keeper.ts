/** Who changes what people keep. */
export interface Keeper {
  /** Null on a server that has one owner. */
  userId: string | null;
  /** Whether they may take out what others keep. */
  isAdmin: boolean;
}
