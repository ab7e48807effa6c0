/**
 * Loaded with --import into a process that was started with an IPC channel: it ends with the process that started it,
 * however that ended. So a run of tests that is cut short leaves no server behind.
 */
process.once('disconnect', () => process.exit(1));
// The channel alone keeps nobody running.
process.channel?.unref();
