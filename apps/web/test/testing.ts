export { runBrowser } from './run-browser.ts';
export { runDashboard } from './run-dashboard.ts';
