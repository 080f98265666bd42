import { defineConfig } from 'prisma/config'

/** For Prisma's own command line, where it can run: the portal applies the same migrations by itself (src/migrate.ts). */
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'migrations' },
  datasource: { url: process.env['DATABASE_URL'] ?? '' },
})
