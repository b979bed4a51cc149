export { default } from '../experiments/loading.tsx';
