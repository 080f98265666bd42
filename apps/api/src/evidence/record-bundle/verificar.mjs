// Comprueba un expediente del Portal VMRE sin el portal, sin red y sin nada más que Node 20 o posterior:
//
//   node verificar.mjs            en la carpeta del expediente, ya descomprimido
//
// Qué comprueba, en este orden, y se detiene en la primera falla, que nombra:
//   1. SHA256SUMS: cada archivo del expediente es el que se exportó, y no sobra ni falta ninguno.
//   2. actos.jsonl: los actos de cada registro forman una cadena. La huella de un acto es el SHA-256 de la huella del
//      anterior (32 bytes; ceros para el primero), su número (4 bytes), su folio, un salto de línea y el texto del acto.
//      Un acto con "body": null es reservado para quien pidió el expediente: su huella se toma como está, y la sostiene
//      el sello posterior.
//   3. sellos.json: cada sello es el SHA-256 del sello anterior, de las huellas en que terminaban las cadenas y de su
//      instante; está firmado con Ed25519 por una llave que el portal guarda fuera de su base de datos. Quien quite el
//      último acto de una cadena sellada, o la rehaga entera, no puede rehacer la firma.
//   4. acuses.jsonl: cada acuse certifica lo que dice el acto, y su huella es la que imprime.
//   5. estampas/: una estampa de tiempo (RFC 3161) es de un sello, y lleva la huella de su texto. La firma de la autoridad
//      externa que la puso la comprueba OpenSSL; al final se dice cómo.
//   6. SHA256SUMS.firma: la lista de archivos es la que el portal entregó, firmada con la misma llave.
//
// Compare al final la llave de sello con la que la institución le haya entregado por otro medio.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

class Falla extends Error {}

const sha256 = (...partes) => partes.reduce((suma, parte) => suma.update(parte), createHash('sha256')).digest()
const exigir = (cierto, falla) => {
  if (!cierto) throw new Falla(falla)
}

/** Bytes escritos en hexadecimal, con minúsculas: de una sola manera. */
function bytes(texto) {
  exigir(/^(?:[0-9a-f]{2})*$/.test(texto), `«${texto}» no es hexadecimal`)
  return Buffer.from(texto, 'hex')
}

/** El texto de una línea, que debe ser exactamente el JSON de esos campos: nada se añade ni se reacomoda. */
function leer(texto, campos, lugar) {
  let valor
  try {
    valor = JSON.parse(texto)
  } catch {
    throw new Falla(`${lugar} no es JSON`)
  }
  const igual = JSON.stringify(Object.fromEntries(campos.map((campo) => [campo, valor?.[campo]]))) === texto
  exigir(igual, `${lugar} no tiene la forma de un expediente`)
  return valor
}

function lineas(carpeta, archivo) {
  const partes = readFileSync(join(carpeta, archivo), 'utf8').split('\n')
  exigir(partes.pop() === '', `${archivo} no está completo: su última línea no termina`)
  return partes
}

const leerLineas = (carpeta, archivo, campos) =>
  lineas(carpeta, archivo).map((linea, indice) => leer(linea, campos, `${archivo}, línea ${indice + 1},`))

function comprobarArchivos(carpeta) {
  const sumas = new Map(lineas(carpeta, 'SHA256SUMS').map((linea) => [linea.slice(66), linea.slice(0, 64)]))
  const presentes = readdirSync(carpeta, { recursive: true, withFileTypes: true })
    .filter((entrada) => entrada.isFile())
    .map((entrada) => relative(carpeta, join(entrada.parentPath, entrada.name)).split(sep).join('/'))
    .filter((archivo) => archivo !== 'SHA256SUMS' && archivo !== 'SHA256SUMS.firma')
  for (const archivo of presentes) exigir(sumas.has(archivo), `${archivo} no está en SHA256SUMS`)
  for (const [archivo, suma] of sumas) {
    exigir(presentes.includes(archivo), `falta ${archivo}, que está en SHA256SUMS`)
    const real = sha256(readFileSync(join(carpeta, archivo))).toString('hex')
    exigir(real === suma, `${archivo} no es el que se exportó`)
  }
  return presentes.length
}

/** Las huellas de cada registro, en orden: la del acto n está en el lugar n - 1. */
function comprobarActos(carpeta) {
  const cadenas = new Map()
  const actos = leerLineas(carpeta, 'actos.jsonl', ['recordId', 'seq', 'folio', 'body', 'hash'])
  for (const { recordId, seq, folio, body, hash } of actos) {
    const lugar = `actos.jsonl, acto ${seq} del registro ${recordId}`
    const cadena = cadenas.get(recordId) ?? []
    exigir(seq === cadena.length + 1, `${lugar}: falta el acto ${cadena.length + 1}`)
    if (body !== null) {
      const numero = Buffer.alloc(4)
      numero.writeInt32BE(seq)
      const anterior = cadena.at(-1)?.hash ?? '00'.repeat(32)
      const huella = sha256(bytes(anterior), numero, `${folio ?? ''}\n${body}`).toString('hex')
      exigir(huella === hash, `${lugar}: la huella no corresponde al contenido`)
      exigir(JSON.parse(body).recordId === recordId, `${lugar}: es de otro registro`)
    }
    cadena.push({ folio, body, hash })
    cadenas.set(recordId, cadena)
  }
  return cadenas
}

function firmado(llave, mensaje, firma) {
  try {
    const publica = createPublicKey({ key: bytes(llave.publicKey), type: 'spki', format: 'der' })
    return verify(null, Buffer.from(mensaje), publica, bytes(firma))
  } catch {
    return false
  }
}

function comprobarSellos(carpeta, cadenas) {
  const { keys, seals } = leer(readFileSync(join(carpeta, 'sellos.json'), 'utf8'), ['keys', 'seals'], 'sellos.json')
  const llaves = new Map()
  for (const llave of keys) {
    const lugar = `sellos.json, llave ${llave.id}`
    exigir(sha256(bytes(llave.publicKey)).toString('hex') === llave.id, `${lugar}: es otra llave`)
    const fiadora = llave.introducedBy === null ? llave : llaves.get(llave.introducedBy)
    const mensaje = `portal-vmre/seal-key\n${llave.id}\n${llave.since}`
    exigir(fiadora && firmado(fiadora, mensaje, llave.signature), `${lugar}: nadie la firmó`)
    llaves.set(llave.id, llave)
  }
  const sellados = new Map()
  for (const { at, previous, heads, hash, keyId, signature } of seals) {
    const lugar = `sellos.json, sello de ${at}`
    const real = sha256(bytes(previous), JSON.stringify(heads), at).toString('hex')
    exigir(real === hash, `${lugar}: la huella no corresponde al contenido`)
    const llave = llaves.get(keyId)
    exigir(llave && firmado(llave, `portal-vmre/seal\n${hash}`, signature), `${lugar}: la firma no es de su llave`)
    for (const [recordId, seq, huella] of heads) {
      const cadena = cadenas.get(recordId)
      if (!cadena) continue
      exigir(cadena.length >= seq, `registro ${recordId}: falta el acto ${seq}, que estaba bajo el sello de ${at}`)
      exigir(
        cadena[seq - 1].hash === huella,
        `registro ${recordId}: el acto ${seq} no es el que estaba bajo el sello de ${at}`,
      )
      sellados.set(recordId, Math.max(seq, sellados.get(recordId) ?? 0))
    }
  }
  const sinSello = [...cadenas].reduce((suma, [id, { length }]) => suma + length - (sellados.get(id) ?? 0), 0)
  return { sellos: new Set(seals.map(({ hash }) => hash)), llaves, sinSello }
}

function comprobarAcuses(carpeta, cadenas) {
  const acuses = leerLineas(carpeta, 'acuses.jsonl', ['folio', 'recordId', 'seq', 'body', 'hash'])
  for (const { folio, recordId, seq, body, hash } of acuses) {
    const lugar = `acuses.jsonl, acuse ${folio}`
    exigir(sha256(`${folio}\n${body}`).toString('hex') === hash, `${lugar}: la huella no corresponde al contenido`)
    const acto = cadenas.get(recordId)?.[seq - 1]
    exigir(acto?.folio === folio, `${lugar}: no es de ese acto`)
    if (acto.body === null) continue
    const certificado = JSON.parse(body)
    for (const [nombre, valor] of Object.entries(JSON.parse(acto.body).certified ?? {})) {
      exigir(JSON.stringify(certificado[nombre]) === JSON.stringify(valor), `${lugar}: no dice lo que dice el acto`)
    }
  }
  return acuses.length
}

function comprobarEstampas(carpeta, sellos) {
  if (!existsSync(join(carpeta, 'estampas'))) return []
  const archivos = readdirSync(join(carpeta, 'estampas'))
  const estampados = archivos.filter((archivo) => archivo.endsWith('.tst')).map((archivo) => archivo.slice(0, -4))
  for (const sello of estampados) {
    const lugar = `estampas/${sello}.tst`
    exigir(sellos.has(sello), `${lugar}: no es de ningún sello de este expediente`)
    const texto = readFileSync(join(carpeta, 'estampas', `${sello}.txt`), 'utf8')
    exigir(texto === `portal-vmre/seal\n${sello}`, `estampas/${sello}.txt no es el texto de ese sello`)
    exigir(readFileSync(join(carpeta, lugar)).includes(sha256(texto)), `${lugar}: es la estampa de otro texto`)
  }
  return estampados
}

/** El portal firmó la lista de lo que entregó: quien quite un registro entero tampoco puede rehacer esa firma. */
function comprobarFirma(carpeta, llaves) {
  const texto = readFileSync(join(carpeta, 'SHA256SUMS.firma'), 'utf8')
  const { keyId, signature } = leer(texto, ['keyId', 'signature'], 'SHA256SUMS.firma')
  const suma = sha256(readFileSync(join(carpeta, 'SHA256SUMS'))).toString('hex')
  const llave = llaves.get(keyId)
  exigir(
    llave && firmado(llave, `portal-vmre/expediente\n${suma}`, signature),
    'SHA256SUMS no es la lista que el portal firmó',
  )
}

/**
 * @param {string} carpeta la del expediente, ya descomprimido
 * @returns {{ integro: boolean, dice: string[] }} lo que se comprobó, o la primera falla y dónde está
 */
export function verificar(carpeta) {
  try {
    const archivos = comprobarArchivos(carpeta)
    const cadenas = comprobarActos(carpeta)
    const { sellos, llaves, sinSello } = comprobarSellos(carpeta, cadenas)
    const acuses = comprobarAcuses(carpeta, cadenas)
    const estampados = comprobarEstampas(carpeta, sellos)
    comprobarFirma(carpeta, llaves)
    const todos = [...cadenas.values()].flat()
    const reservados = todos.filter(({ body }) => body === null).length
    const dice = [
      `ÍNTEGRO: ${archivos} archivos, ${todos.length} actos de ${cadenas.size} registros, ${acuses} acuses y ${sellos.size} sellos.`,
    ]
    if (reservados > 0) dice.push(`${reservados} actos están reservados: se comprobó su lugar, no su contenido.`)
    if (sinSello > 0)
      dice.push(`${sinSello} actos son posteriores al último sello: los sostiene su cadena y ninguna firma.`)
    if (estampados.length > 0)
      dice.push(
        `${estampados.length} sellos llevan una estampa de tiempo externa. La firma de cada una se comprueba con: openssl ts -verify -data estampas/${estampados[0]}.txt -in estampas/${estampados[0]}.tst -token_in -CAfile raiz-de-la-autoridad.pem`,
      )
    for (const { id, introducedBy } of llaves.values()) {
      dice.push(`Llave de sello ${id}${introducedBy === null ? '' : ', firmada por la anterior'}.`)
    }
    return { integro: true, dice }
  } catch (error) {
    if (error instanceof Falla) return { integro: false, dice: [`ALTERADO: ${error.message}.`] }
    return { integro: false, dice: [`ALTERADO: el expediente no se puede leer (${error.message}).`] }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { integro, dice } = verificar(process.argv[2] ?? dirname(fileURLToPath(import.meta.url)))
  for (const linea of dice) console.log(linea)
  process.exitCode = integro ? 0 : 1
}
