/**
 * SQL expression: a person as `PersonRef`, with the name of whoever they acted for.
 * @param id column of the person, `name` the name that a join brings, `represented` column of whoever they acted for
 */
export const personRef = (id: string, name: string, represented: string): string => `json_build_object(
  'id', ${id}, 'name', coalesce(${name}, ''), 'onBehalfOf', CASE WHEN ${represented} IS NOT NULL
    THEN (SELECT h.name FROM person AS h WHERE h.id = ${represented}) END)`
