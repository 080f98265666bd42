import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** The part of CBOR that an authenticator writes: whole numbers, bytes, text, maps. */
type Cbor = number | string | Uint8Array | Map<number | string, Cbor>

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length])
  if (length < 256) return Buffer.from([(major << 5) | 24, length])
  return Buffer.from([(major << 5) | 25, length >> 8, length & 0xff])
}

function cbor(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value])
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, item]) => [cbor(key), cbor(item)])])
}

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest()

const USER_PRESENT = 0x01
const USER_VERIFIED = 0x04
const WITH_CREDENTIAL = 0x40

/** How one answer differs from that of an honest browser. */
type Forged = { origin?: string; rpId?: string; verified?: boolean; counter?: number }

/** An authenticator with one passkey (P-256), as WebAuthn asks it: at `origin`, unless an answer is forged. */
export function anAuthenticator(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  let counter = 0
  const flagsOf = ({ verified = true }: Forged) => USER_PRESENT | (verified ? USER_VERIFIED : 0)
  const authenticatorData = (
    flags: number,
    { rpId = new URL(origin).hostname, counter: told }: Forged,
    rest: Buffer,
  ) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(told ?? (counter += 1))
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, rest])
  }
  const client = (type: string, challenge: string, forged: Forged) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: forged.origin ?? origin, crossOrigin: false }))
  const credential = (response: Record<string, Buffer>) => ({
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
    response: Object.fromEntries(Object.entries(response).map(([name, bytes]) => [name, bytes.toString('base64url')])),
  })

  return {
    create: ({ challenge }: { challenge: string }, forged: Forged = {}) => {
      const key = new Map<number, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ])
      const made = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cbor(key)])
      const authData = authenticatorData(flagsOf(forged) | WITH_CREDENTIAL, forged, made)
      const attestation = new Map<string, Cbor>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ])
      return credential({
        clientDataJSON: client('webauthn.create', challenge, forged),
        attestationObject: cbor(attestation),
      })
    },
    get: ({ challenge }: { challenge: string }, forged: Forged = {}) => {
      const authData = authenticatorData(flagsOf(forged), forged, Buffer.alloc(0))
      const clientDataJSON = client('webauthn.get', challenge, forged)
      const signature = sign('sha256', Buffer.concat([authData, sha256(clientDataJSON)]), privateKey)
      return credential({ clientDataJSON, authenticatorData: authData, signature })
    },
  }
}
