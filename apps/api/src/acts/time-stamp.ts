import { createHash, randomBytes } from 'node:crypto'
import * as asn1js from 'asn1js'
import {
  AlgorithmIdentifier,
  Certificate,
  ContentInfo,
  ExtKeyUsage,
  MessageImprint,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs'

const SHA256 = '2.16.840.1.101.3.4.2.1'
const EXTENDED_KEY_USAGE = '2.5.29.37'
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
const COMMON_NAME = '2.5.4.3'
const GRANTED: readonly number[] = [0, 1]

/** What a stamp says, once it holds. */
export type TimeStamp = {
  /** ISO 8601, of the authority's clock. */
  at: string
  /** The common name in the certificate that signed. */
  authority: string
  /** Whether that certificate leads to a root that the operator trusts; null where none was given. */
  trusted: boolean | null
}

/** Not a stamp, not of that message, or not signed as RFC 3161 asks. The message says what, in Spanish. */
export class TimeStampFault extends Error {
  override readonly name = 'TimeStampFault'
}

/** What is sent to an authority, and the number that its answer must repeat. */
export type TimeStampRequest = { body: Buffer; nonce: Buffer }

/** Asks for a stamp on the SHA-256 of a message, with the authority's certificates in it (RFC 3161, 2.4.1). */
export function timeStampRequest(message: Buffer): TimeStampRequest {
  const nonce = randomBytes(16)
  // Positive, and of its full length: DER drops zeroes in front.
  nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x40
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256, algorithmParams: new asn1js.Null() }),
      hashedMessage: new asn1js.OctetString({ valueHex: createHash('sha256').update(message).digest() }),
    }),
    nonce: new asn1js.Integer({ valueHex: nonce }),
    certReq: true,
  })
  return { body: Buffer.from(request.toSchema().toBER()), nonce }
}

/** The token in an authority's answer to that request. @throws TimeStampFault */
export function tokenOfResponse(response: Buffer, { nonce }: Pick<TimeStampRequest, 'nonce'>): Buffer {
  const { status, timeStampToken } = parsed(() => TimeStampResp.fromBER(response))
  if (!GRANTED.includes(status.status) || !timeStampToken) {
    throw new TimeStampFault(`la autoridad no dio la estampa (estado ${status.status})`)
  }
  const { info } = openToken(timeStampToken)
  if (!info.nonce || !Buffer.from(info.nonce.valueBlock.valueHexView).equals(nonce)) {
    throw new TimeStampFault('la estampa responde a otra petición')
  }
  return Buffer.from(timeStampToken.toSchema().toBER())
}

/**
 * Checks a token against the message that it stamps: its imprint, its signature, and that the certificate is one for
 * stamps; with `roots`, also that it leads to one of them at the instant of the stamp.
 * @throws TimeStampFault
 */
export async function readTimeStamp(
  token: Buffer,
  message: Buffer,
  roots: readonly Certificate[] | null,
): Promise<TimeStamp> {
  const { signed, info } = openToken(parsed(() => ContentInfo.fromBER(token)))
  if (info.messageImprint.hashAlgorithm.algorithmId !== SHA256) throw new TimeStampFault('la estampa no es de SHA-256')
  const check = async (checkChain: boolean) =>
    await signed
      .verify({
        signer: 0,
        data: Uint8Array.from(message).buffer,
        checkChain,
        trustedCerts: [...(roots ?? [])],
        checkDate: info.genTime,
        extendedMode: true,
      })
      .catch(() => null)
  const checked = await check(false)
  if (!checked?.signatureVerified || !checked.signerCertificate) {
    throw new TimeStampFault('la estampa no es de este sello, o su firma no corresponde')
  }
  if (!isForStamps(checked.signerCertificate)) {
    throw new TimeStampFault('la firmó un certificado que no es para estampas')
  }
  return {
    at: info.genTime.toISOString(),
    authority: nameOf(checked.signerCertificate),
    trusted: roots === null ? null : (await check(true))?.signerCertificateVerified === true,
  }
}

/** The certificates of a PEM file. @throws TimeStampFault where one is none */
export function certificatesOf(pem: string): Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  if (blocks.length === 0) throw new TimeStampFault('no hay ningún certificado')
  return blocks.map((block) =>
    parsed(() => Certificate.fromBER(Buffer.from(block.replaceAll(/-----[^-]+-----/g, ''), 'base64'))),
  )
}

function openToken({ content }: ContentInfo): { signed: SignedData; info: TSTInfo } {
  return parsed(() => {
    const signed = new SignedData({ schema: content })
    const body = signed.encapContentInfo.eContent?.getValue()
    if (!body) throw new Error('The token holds nothing')
    return { signed, info: TSTInfo.fromBER(body) }
  })
}

function isForStamps({ extensions }: Certificate): boolean {
  const usage: unknown = extensions?.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE)?.parsedValue
  return usage instanceof ExtKeyUsage && usage.keyPurposes.includes(TIME_STAMPING)
}

function nameOf({ subject }: Certificate): string {
  const name = subject.typesAndValues.find(({ type }) => type === COMMON_NAME) ?? subject.typesAndValues.at(-1)
  return name?.value.valueBlock.value ?? ''
}

function parsed<Value>(read: () => Value): Value {
  try {
    return read()
  } catch (cause) {
    if (cause instanceof TimeStampFault) throw cause
    throw new TimeStampFault('no se puede leer como estampa de tiempo', { cause })
  }
}
