import type { ClaimVerdict } from '@kindred/client';

/** How a published number stands beside ours: a sign, and what people read. */
export const verdicts: Record<ClaimVerdict, { sign: string; words: string; meaning: string }> = {
  AGREES: {
    sign: '=',
    words: 'agrees',
    meaning: 'the printed number, as it is rounded, lies in our interval',
  },
  ABOVE: { sign: '↑', words: 'above ours', meaning: 'the printed number lies above our interval' },
  BELOW: { sign: '↓', words: 'below ours', meaning: 'the printed number lies below our interval' },
  OTHER_SETTING: {
    sign: '≈',
    words: 'other setting',
    meaning: 'ours has the same definition, but other data, networks or training: no verdict',
  },
  OTHER_DEFINITION: {
    sign: '≠',
    words: 'other definition',
    meaning: 'nothing measured here has its definition',
  },
  NOT_MEASURED: { sign: '–', words: 'not measured', meaning: 'this experiment has no such number' },
};
