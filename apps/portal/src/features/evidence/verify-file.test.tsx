import { SAMPLE_NOW } from '@portal/samples'
import { screen } from '@testing-library/react'
import type { VerifyFileView } from '@portal/contracts'
import { expect, test } from 'vitest'
import { renderRoute } from '../../testing/render-route.tsx'

/** SHA-256 of "abc": FIPS 180-4, appendix B.1. */
const OF_ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'

const aCertifying = (changes: Partial<VerifyFileView[number]> = {}): VerifyFileView[number] => ({
  what: 'certified',
  intact: true,
  standing: 'in_force',
  since: null,
  folio: 'ACU/DERFE/2017/0001',
  act: 'Apertura de ronda de revisión',
  organisation: 'Dirección Ejecutiva del Registro Federal de Electores',
  subject: 'Especificaciones del PEP, versión 1, ronda 1',
  at: SAMPLE_NOW,
  illustrative: true,
  supersededBy: null,
  ...changes,
})

const choose = async (found: VerifyFileView) => {
  const asked: string[] = []
  const verifyFile = ({ sha256 }: { sha256: string }) => {
    asked.push(sha256)
    return found
  }
  const { user } = renderRoute('/verificar', { stubs: { evidence: { verifyFile } } })
  await screen.findByLabelText('Código del acuse')
  const input = document.querySelector<HTMLInputElement>('input[type="file"]')
  if (!input) throw new Error('the page has no place for a file')
  await user.upload(input, new File(['abc'], 'Especificaciones.docx'))
  return asked
}

test.each([
  [aCertifying(), 'El archivo es auténtico y está vigente'],
  [
    aCertifying({ standing: 'superseded', since: SAMPLE_NOW, supersededBy: 'ACU/DERFE/2018/0007' }),
    'El archivo es auténtico, pero otro lo sustituye',
  ],
  [aCertifying({ what: 'receipt' }), 'El acuse es auténtico y está vigente'],
  [aCertifying({ what: 'matrix', standing: 'provisional' }), 'La matriz es auténtica, anterior a la publicación'],
  [aCertifying({ what: 'matrix', standing: 'superseded' }), 'La matriz es auténtica, pero otra la sustituye'],
  [aCertifying({ standing: 'without_effect', since: SAMPLE_NOW }), 'El archivo es auténtico, pero quedó sin efectos'],
  [aCertifying({ intact: false }), 'Lo registrado no coincide con el acuse'],
])('a file is hashed in the browser, and what it counts for is told: %#', async (receipt, words) => {
  const asked = await choose([receipt])
  expect(await screen.findByText(words)).toBeVisible()
  expect(screen.getByText('ACU/DERFE/2017/0001')).toBeVisible()
  expect(screen.queryAllByText('No cuenta desde')).toHaveLength(receipt.since === null ? 0 : 1)
  expect(screen.queryAllByText(receipt.supersededBy ?? 'nobody')).toHaveLength(receipt.supersededBy === null ? 0 : 1)
  expect(asked).toEqual([OF_ABC])
})

test('a file that no receipt names is told without any fact', async () => {
  await choose([])
  expect(await screen.findByText('Ningún acuse acredita este archivo')).toBeVisible()
  expect(screen.queryByText('Folio del acuse')).not.toBeInTheDocument()
})
