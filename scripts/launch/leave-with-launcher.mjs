// Loaded before each service: when the launcher is gone, even by SIGKILL, the service ends as if asked to.
// A service may start processes of its own with the same options; those are the service's to end.
if (process.env.KINDRED_LAUNCHER_PID === String(process.ppid)) {
  process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
}
