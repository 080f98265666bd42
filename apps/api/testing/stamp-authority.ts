import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Stamps come from OpenSSL itself, so that what we read is not what we wrote. */
export const hasOpenssl: boolean = await run('openssl', ['version']).then(
  () => true,
  () => false,
)

const CONFIGURATION = `
[req]
distinguished_name = name
prompt = no
[name]
CN = Autoridad de estampas de prueba
[root]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign
[stamping]
extendedKeyUsage = critical, timeStamping
keyUsage = critical, digitalSignature
[signing]
extendedKeyUsage = critical, codeSigning
keyUsage = critical, digitalSignature
[tsa]
serial = serial
crypto_device = builtin
signer_cert = stamping.pem
certs = root.pem
signer_key = stamping.key
signer_digest = sha256
default_policy = 1.2.3.4.1
other_policies = 1.2.3.4.2
digests = sha256
ordering = no
tsa_name = no
`

export type StampAuthority = {
  url: string
  /** Its root, in PEM, as a file. */
  rootFile: string
  openssl: (...args: string[]) => Promise<string>
  /** What the next answers are made of instead: an old answer, a page, nothing. */
  answerWith: (answer: ((query: Buffer) => Promise<Buffer> | Buffer) | null) => void
  stamp: (query: Buffer) => Promise<Buffer>
  end: () => Promise<void>
}

/** An authority of RFC 3161 as `openssl ts` makes one, behind HTTP, with a root of its own. */
export async function startStampAuthority(): Promise<StampAuthority> {
  const folder = await mkdtemp(join(tmpdir(), 'portal-stamps-'))
  const openssl = async (...args: string[]) => (await run('openssl', args, { cwd: folder })).stdout
  await writeFile(join(folder, 'openssl.cnf'), CONFIGURATION)
  await writeFile(join(folder, 'serial'), '01\n')
  const key = (name: string) => ['-newkey', 'rsa:2048', '-nodes', '-keyout', `${name}.key`, '-config', 'openssl.cnf']
  await openssl('req', '-x509', ...key('root'), '-extensions', 'root', '-out', 'root.pem', '-days', '30')
  await openssl('req', '-new', ...key('stamping'), '-out', 'stamping.csr')
  const signed = ['-CA', 'root.pem', '-CAkey', 'root.key', '-CAcreateserial', '-extfile', 'openssl.cnf', '-days', '30']
  await openssl('x509', '-req', '-in', 'stamping.csr', ...signed, '-extensions', 'stamping', '-out', 'stamping.pem')

  const stamp = async (query: Buffer): Promise<Buffer> => {
    await writeFile(join(folder, 'query.tsq'), query)
    const reply = ['-config', 'openssl.cnf', '-section', 'tsa', '-queryfile', 'query.tsq', '-out', 'reply.tsr']
    await openssl('ts', '-reply', ...reply)
    return await readFile(join(folder, 'reply.tsr'))
  }
  let answer: ((query: Buffer) => Promise<Buffer> | Buffer) | null = null
  const server = createServer((request, response) => {
    void buffer(request)
      .then((query) => (answer ?? stamp)(query))
      .then(
        (reply) => response.setHeader('content-type', 'application/timestamp-reply').end(reply),
        () => response.writeHead(500).end(),
      )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    rootFile: join(folder, 'root.pem'),
    openssl,
    answerWith: (other) => {
      answer = other
    },
    stamp,
    end: async () => {
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true })
    },
  }
}
