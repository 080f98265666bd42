export * from './result.ts'
export * from './specification/clause.ts'
