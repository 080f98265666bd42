import { posix } from 'node:path'
import { parseSync } from 'oxc-parser'
import { isTest, lineAt } from './tree.ts'
import type { Finding, SourceFile } from './tree.ts'

/** One file that asks for another: a path of the project when it is a relative import, else the name as written. */
export type Import = {
  from: string
  to: string
  relative: boolean
  /** Only types cross: nothing of it remains at run time. */
  types: boolean
  /** From a test, or from a tool beside the sources: what runs in the product is stricter. */
  test: boolean
  line: number
}

export const isModule = (path: string): boolean => /\.(?:[cm]?ts|tsx|[cm]?js)$/.test(path)

/** All imports, re-exports and `import()` with a literal name; a file that can't be parsed is a finding. */
export function importsOf(file: SourceFile): { imports: Import[]; findings: Finding[] } {
  const { module, errors } = parseSync(file.path, file.text)
  const found = [
    ...module.staticImports.map(({ start, moduleRequest, entries }) => ({
      start,
      request: moduleRequest.value,
      types: entries.length > 0 && entries.every((entry) => entry.isType),
    })),
    ...module.staticExports.flatMap(({ start, entries }) => {
      const request = entries.find((entry) => entry.moduleRequest)?.moduleRequest?.value
      return request === undefined ? [] : [{ start, request, types: entries.every((entry) => entry.isType) }]
    }),
    ...module.dynamicImports.flatMap(({ start, moduleRequest }) => {
      const literal = /^(['"`])([^'"`$]+)\1$/.exec(file.text.slice(moduleRequest.start, moduleRequest.end))?.[2]
      return literal === undefined ? [] : [{ start, request: literal, types: false }]
    }),
  ]
  return {
    imports: found.map(({ start, request, types }) => ({
      from: file.path,
      to: request.startsWith('.') ? posix.join(posix.dirname(file.path), request) : request,
      relative: request.startsWith('.'),
      types,
      test: isTest(file.path) || !file.path.includes('/src/'),
      line: lineAt(file.text, start),
    })),
    findings: errors.slice(0, 1).map(({ message }) => ({ path: file.path, message })),
  }
}
