import { Client } from 'pg'

export interface CatalogEntry {
  kind: 'table' | 'column' | 'index' | 'constraint' | 'enum' | 'sequence' | 'view' | 'function' | 'trigger' | 'policy'
  /** With the table it belongs to, where it belongs to one. */
  name: string
  definition: string
}

/** What a database consists of, without its contents, the order of columns, and Prisma's own bookkeeping. */
export async function readCatalog(url: string): Promise<CatalogEntry[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<CatalogEntry>(CATALOG)
    return rows
  } finally {
    await client.end()
  }
}

/** Objects of extensions are left out: the extension is what a migration creates. */
const CATALOG = `
  WITH relation AS (
    SELECT c.oid, c.relname, c.relkind, c.relpersistence, c.reloptions FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relname NOT LIKE '\\_prisma\\_%'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
  )
  SELECT 'table' AS kind, relname::text AS name, concat_ws(' ', relpersistence::text, reloptions) AS definition
  FROM relation WHERE relkind IN ('r', 'p')
  UNION ALL
  SELECT 'column', relname || '.' || attname, concat_ws(' ',
    format_type(atttypid, atttypmod),
    CASE WHEN attnotnull THEN 'NOT NULL' END,
    CASE WHEN attidentity <> '' THEN 'IDENTITY ' || attidentity::text END,
    CASE WHEN attgenerated <> '' THEN 'GENERATED' WHEN d.oid IS NOT NULL THEN 'DEFAULT' END,
    pg_get_expr(d.adbin, d.adrelid),
    CASE WHEN attcollation <> t.typcollation THEN 'COLLATE ' || attcollation::regcollation::text END)
  FROM relation
  JOIN pg_attribute a ON a.attrelid = relation.oid AND attnum > 0 AND NOT attisdropped
  JOIN pg_type t ON t.oid = atttypid
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  WHERE relkind IN ('r', 'p')
  UNION ALL
  SELECT 'index', relname, pg_get_indexdef(oid) FROM relation WHERE relkind IN ('i', 'I')
  UNION ALL
  -- Not-null constraints are told with their column.
  SELECT 'constraint', relname || '.' || conname, pg_get_constraintdef(c.oid)
  FROM relation JOIN pg_constraint c ON c.conrelid = relation.oid WHERE contype <> 'n'
  UNION ALL
  SELECT 'enum', typname, string_agg(enumlabel, ' ' ORDER BY enumsortorder)
  FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
  WHERE typnamespace = 'public'::regnamespace GROUP BY typname
  UNION ALL
  SELECT 'sequence', relname, format_type(seqtypid, NULL) || ' ' || seqstart || ' ' || seqincrement
  FROM relation JOIN pg_sequence s ON s.seqrelid = relation.oid
  UNION ALL
  SELECT 'view', relname, pg_get_viewdef(oid) FROM relation WHERE relkind IN ('v', 'm')
  UNION ALL
  SELECT 'function', proname, pg_get_functiondef(p.oid) FROM pg_proc p
  WHERE pronamespace = 'public'::regnamespace AND prokind IN ('f', 'p')
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  UNION ALL
  SELECT 'trigger', relname || '.' || tgname, pg_get_triggerdef(t.oid)
  FROM relation JOIN pg_trigger t ON t.tgrelid = relation.oid WHERE NOT tgisinternal
  UNION ALL
  SELECT 'policy', relname || '.' || polname, concat_ws(' ', polcmd::text, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
  FROM relation JOIN pg_policy ON polrelid = relation.oid
  ORDER BY 1, 2`
