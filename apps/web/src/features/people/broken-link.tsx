import { Notice } from '../../ui/notice.tsx';

export function BrokenLink({ title }: { title: string }) {
  return (
    <Notice title={title}>
      <p>Its link is not whole: copy all of it, to the last character.</p>
    </Notice>
  );
}
