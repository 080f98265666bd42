import { startTestCluster } from './testing.ts'

/** For `globalSetup` of a vitest configuration: one cluster for the run, stopped at its end. */
export default async function setup(): Promise<() => Promise<void>> {
  const cluster = await startTestCluster()
  return () => cluster.stop()
}
