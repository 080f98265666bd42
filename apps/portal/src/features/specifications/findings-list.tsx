import { UnstyledButton } from '@mantine/core'
import type { VersionView } from '@portal/contracts'
import { findingName } from './finding-names.ts'
import './specifications.css'

/** What Word treats specially and may need a look, each with its place where it has one. */
export function FindingsList({
  findings,
  onGo,
}: {
  findings: VersionView['findings']
  onGo: (clauseKey: string) => void
}) {
  if (findings.length === 0) return <p>La lectura no encontró nada que revisar.</p>
  return (
    <ul className="findings">
      {findings.map(({ code, clauseKey, excerpt }, index) => (
        <li key={index}>
          <strong>{findingName(code)}.</strong> {excerpt !== '' && <q>{excerpt}</q>}{' '}
          {clauseKey !== null && (
            <UnstyledButton className="ui-link-button" onClick={() => onGo(clauseKey)}>
              Ir al numeral
            </UnstyledButton>
          )}
        </li>
      ))}
    </ul>
  )
}
