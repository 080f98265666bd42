import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'

import { writeMatrix } from '../matrix/write-matrix.ts'
import { detectFileType } from './detect-file-type.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')
const archive = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])))

describe('a file is what its content says', () => {
  test.each([
    ['pdf', bytes('%PDF-1.7\n…')],
    ['pdf', bytes(`${'\n'.repeat(1019)}%PDF-1.4`)],
    ['unknown', bytes(`${'\n'.repeat(1020)}%PDF-1.4`)],
    ['pdf', Buffer.from('\ufeff%PDF-1.7')],
    ['unknown', bytes('<script>alert(1)</script>\n%PDF-1.7')],
    ['unknown', bytes('PDF-1.7')],
    ['unknown', bytes('')],
    ['unknown', bytes('MZ\u0090')],
    ['ole', Buffer.from('d0cf11e0a1b11ae100', 'hex')],
    ['zip', archive('word/document.xml')],
    ['zip', archive('[Content_Types].xml', 'ppt/presentation.xml')],
    ['zip', archive()],
    ['docx', archive('[Content_Types].xml', '_rels/.rels', 'word/document.xml')],
    ['docx', archive('_rels/.rels', 'word/document.xml', '[Content_Types].xml')],
    ['zip', Buffer.concat([archive('a.txt'), bytes('%PDF-1.7')])],
  ])('%s', (type, content) => {
    expect(detectFileType(content)).toBe(type)
  })

  test('a workbook of ours', async () => {
    const matrix = {
      specification: '',
      round: '',
      version: '',
      rows: [],
      illustrative: true,
      extract: null,
      publishedHash: null,
    }
    const workbook = await writeMatrix({
      ...matrix,
      generatedAt: '2017-12-14T00:00:00Z',
      verificationUrl: 'https://x.example',
    })
    expect(detectFileType(workbook)).toBe('xlsx')
  })
})
