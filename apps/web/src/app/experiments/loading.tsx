export default function Loading() {
  return (
    <p role="status" className="border-rule border-t pt-6 text-quiet text-sm">
      Reading…
    </p>
  );
}
