/**
 * Settings of the embedded server, for a machine of two cores that also runs the portal. They go on the command line,
 * so that a newer portal brings its own to a directory that an older one created.
 */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  // One way in, and a password on it: sockets in a shared directory would be open to every local user.
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  max_connections: '100',
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '1GB',
  random_page_cost: '1.1',
  // Statements are short: compiling them, or splitting them over two cores that also serve requests, costs more.
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  io_workers: '2',
  idle_in_transaction_session_timeout: '60s',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_checkpoints: 'off',
  log_line_prefix: '%m [%p] %q%u ',
} as const satisfies Record<string, string>

/** For databases that live as long as a test run: what a crash would lose is thrown away anyway. */
const THROWAWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  max_connections: '200',
} as const satisfies Record<string, string>

export function serverArguments(dataDirectory: string, port: number, durable: boolean): string[] {
  const settings = { ...SETTINGS, ...(durable ? {} : THROWAWAY), port: String(port) }
  return ['-D', dataDirectory, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}

/** Nothing of our environment: variables such as PGDATA or LC_ALL would change what the programs do. */
export const SERVER_ENVIRONMENT: NodeJS.ProcessEnv = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C', TZ: 'UTC' }
