import { writeMatrixAs, type MatrixData } from '@portal/documents'
import { expect, test } from 'vitest'
import { matrixFile } from './matrix-file.ts'

const matrix = (rows: number): MatrixData => ({
  specification: 'Especificaciones del PEP',
  round: 'Ronda 1',
  version: 'Versión 1',
  generatedAt: '2017-12-14T16:32:05Z',
  verificationUrl: 'https://portal.example/verificar/MTZ-1',
  illustrative: false,
  extract: null,
  publishedHash: null,
  rows: Array.from({ length: rows }, (_, index) => ({
    id: `row-${index}`,
    number: index + 1,
    opl: 'IEPC Chiapas',
    element: '',
    clause: '2.5.1',
    page: '',
    type: 'Fondo',
    says: 'sobre',
    shouldSay: 'sobre postal',
    rationale: 'Precisión',
    legalBasis: '',
    disposition: '',
    response: '',
    agreedText: '',
    attendedIn: '',
    agrees: '',
  })),
})

test('a long matrix has the bytes that it would have at once, and nobody waits for it', async () => {
  const long = matrix(1_200)
  let turns = 0
  const meanwhile = setInterval(() => (turns += 1), 5)
  const [xlsx, pdf] = await Promise.all([matrixFile('xlsx', long), matrixFile('pdf', matrix(3))])
  clearInterval(meanwhile)
  expect(turns).toBeGreaterThan(10)
  expect(Buffer.compare(xlsx, await writeMatrixAs('xlsx', long))).toBe(0)
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
})

test('one that can not be written fails alone: the next one still gets its turn', async () => {
  const wrong = matrixFile('docx', { ...matrix(1), verificationUrl: 'file:///etc/passwd' })
  const next = matrixFile('docx', matrix(1))
  await expect(wrong).rejects.toThrow('Not a web address')
  expect((await next).length).toBeGreaterThan(0)
})
