/** How many children each process takes: as even as can be, and no process without one. */
export function shareOut(children: number, processes: number): number[] {
  const used = Math.min(children, processes);
  return Array.from({ length: used }, (_, index) => Math.floor((children + index) / used));
}
