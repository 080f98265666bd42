/** What the confirmation of a version's clauses tells, by how many; `kept` is what earlier ones told. */
export const CLAUSE_COUNTS = {
  clauses: 'Numerales',
  excluded: 'Bloques excluidos',
  kept: 'Iguales a la versión anterior',
  unchanged: 'Iguales a la versión anterior',
  added: 'Agregados',
  removed: 'Eliminados',
  moved: 'Movidos',
  renumbered: 'Renumerados',
  reworded: 'Modificados',
} as const
