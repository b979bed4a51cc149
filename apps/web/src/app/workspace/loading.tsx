import { Reading } from '../../ui/reading.tsx';

export default function Loading() {
  return <Reading />;
}
