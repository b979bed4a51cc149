// Loaded before each service: when the launcher is gone, even by SIGKILL, the service ends as if asked to.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
