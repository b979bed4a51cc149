import type { CalibrationFieldsFragment } from '@kindred/client';

export interface CalibratedBits {
  /** A distance, or the mean of several. */
  bits: number;
  /** Length of the hash. */
  of: number;
  calibration: CalibrationFieldsFragment;
}

/** `31 of 64 bits; floor 24.5, ceiling 31.9; 0.88 of the way, z −0.17`, and what isn't known and why. */
export function distanceInWords({ bits, of, calibration }: CalibratedBits): string {
  const { floor, ceiling, position, z, missing } = calibration;
  const beside = [
    floor && `floor ${floor.mean.toFixed(1)}`,
    ceiling && `ceiling ${ceiling.mean.toFixed(1)}`,
  ].filter((words) => words !== null);
  const between = [
    position !== null && `${signed(position)} of the way`,
    z !== null && `z ${signed(z)}`,
  ].filter((words) => words !== false);
  const parts = [`${Number.isInteger(bits) ? bits : bits.toFixed(1)} of ${of} bits`, beside.join(', ')];
  return [...parts, between.join(', '), ...missing].filter((part) => part !== '').join('; ');
}

/** With two digits and a minus sign. */
export function signed(value: number): string {
  return value.toFixed(2).replace('-', '−');
}
