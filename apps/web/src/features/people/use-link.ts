'use client';

import { useEffect, useState } from 'react';
import { type LinkValues, readLink } from './link-values.ts';

/** What the page's link says; undefined before the browser has read it. */
export function useLink(): LinkValues | undefined {
  const [values, setValues] = useState<LinkValues>();
  useEffect(() => setValues(readLink(location.hash)), []);
  return values;
}
