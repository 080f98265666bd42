import { PublicationRuleView } from '@portal/contracts'
import { readerOn, type Statement } from '../acts/transaction.ts'
import { procedureFor } from '../trpc.ts'

const RULES: Statement = {
  name: 'publication_rules',
  text: 'SELECT id, kind, shown, basis, record_version AS "recordVersion" FROM publication_rule ORDER BY kind',
}

/** What the public side shows, and on which basis. */
export const listRules = procedureFor('administrator', 'auditor')
  .output(PublicationRuleView.array())
  .query(({ ctx: { deps } }) => readerOn(deps.pool).rows<PublicationRuleView>(RULES, []))
