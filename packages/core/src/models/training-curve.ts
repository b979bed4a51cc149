/** How a training went, or how far it has come: a point every so many steps. */
export interface TrainingCurve {
  /** Planned in all. */
  steps: number;
  /** Of which a point tells; the last point may tell of fewer. */
  stepsAPoint: number;
  /** Mean cross-entropy of each point's batches, in nats. */
  losses: number[];
  /** Of each point's last step. */
  learningRates: number[];
}
