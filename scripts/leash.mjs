// Loaded before the server by `npm start`: when the process that started it is gone, the server stops in good order.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))
process.channel?.unref()
