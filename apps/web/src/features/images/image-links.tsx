import Link from 'next/link';
import { imageAddress } from './image-view.ts';

/** Of so many images each has a link; the others follow from there. */
const mostLinks = 10;

/** The way from a family to what its networks see in test images. */
export function ImageLinks({ experiment, testImages }: { experiment: string; testImages: number }) {
  return (
    <nav aria-label="Test images" className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {Array.from({ length: Math.min(testImages, mostLinks) }, (_, index) => (
        <Link key={imageAddress(experiment, index)} href={imageAddress(experiment, index)} prefetch={false}>
          image {index}
        </Link>
      ))}
    </nav>
  );
}
