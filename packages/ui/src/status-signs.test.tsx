import {
  DISPOSITIONS,
  DISPOSITION_NAMES,
  OBSERVATION_STATUSES,
  OBSERVATION_STATUS_NAMES,
  RESPONSE_STATUSES,
  RESPONSE_STATUS_NAMES,
  ROUND_STATUSES,
  ROUND_STATUS_NAMES,
  VERSION_STATUSES,
  VERSION_STATUS_NAMES,
} from '@portal/domain'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { DueCell, Semaphore } from './semaphore.tsx'
import { TurnCell } from './turn-cell.tsx'
import {
  DispositionBadge,
  ObservationStatusBadge,
  ResponseStatusBadge,
  RoundStatusBadge,
  VersionStatusBadge,
} from './workflow-badges.tsx'

const NOW = '2017-12-14T16:32:00.000Z'
const words = (element: ReactElement) =>
  renderToStaticMarkup(element)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
const hasIcon = (element: ReactElement) => /<svg[^>]*aria-hidden/.test(renderToStaticMarkup(element))

const signs: [string, ReactElement][] = [
  ...ROUND_STATUSES.map((status): [string, ReactElement] => [
    ROUND_STATUS_NAMES[status],
    <RoundStatusBadge key={status} status={status} />,
  ]),
  ...RESPONSE_STATUSES.map((status): [string, ReactElement] => [
    RESPONSE_STATUS_NAMES[status],
    <ResponseStatusBadge key={status} status={status} />,
  ]),
  ...VERSION_STATUSES.map((status): [string, ReactElement] => [
    VERSION_STATUS_NAMES[status],
    <VersionStatusBadge key={status} status={status} />,
  ]),
  ...OBSERVATION_STATUSES.map((status): [string, ReactElement] => [
    OBSERVATION_STATUS_NAMES[status],
    <ObservationStatusBadge key={status} status={status} />,
  ]),
  ...DISPOSITIONS.map((one): [string, ReactElement] => [
    DISPOSITION_NAMES[one],
    <DispositionBadge key={one} disposition={one} />,
  ]),
]

test.each(signs)('%s is told by an icon and a word', (name, sign) => {
  expect(words(sign)).toBe(name)
  expect(hasIcon(sign)).toBe(true)
})

test.each([
  ['2017-12-14T16:00:00.000Z', 'venció hoy, hace 32 min', 'bad'],
  ['2017-12-15T06:00:00.000Z', 'vence hoy, quedan 13 h', 'bad'],
  ['2017-12-16T06:00:00.000Z', 'queda 1 día', 'bad'],
  ['2017-12-18T06:00:00.000Z', 'quedan 3 días', 'warn'],
  ['2017-12-26T06:00:00.000Z', 'quedan 11 días', 'good'],
])('due at %s: %s', (due, told, tone) => {
  expect(words(<Semaphore due={due} now={NOW} />)).toBe(told)
  expect(renderToStaticMarkup(<Semaphore due={due} now={NOW} />)).toContain(`ui-tone-${tone}`)
})

test('what has no deadline says so', () => {
  expect(words(<DueCell due={null} now={NOW} />)).toBe('Sin plazo')
})

const turn = { organisationId: 'chis', role: 'opl_liaison', reason: 'answer', since: NOW, due: null } as const
const nameOf = (id: string) => ({ chis: 'IEPC Chiapas', jal: 'IEPC Jalisco' })[id] ?? id

describe('Le toca a', () => {
  test('those who must do the same stand together', () => {
    expect(words(<TurnCell turn={[turn, { ...turn, organisationId: 'jal' }]} nameOf={nameOf} />)).toBe(
      'IEPC Chiapas, IEPC Jalisco Enlace OPL: Enviar observaciones o declarar que no las hay',
    )
  })

  test('different duties are told one by one', () => {
    const approve = { ...turn, organisationId: 'jal', role: 'opl_head', reason: 'approve_and_send' } as const
    expect(words(<TurnCell turn={[turn, approve]} nameOf={nameOf} />)).toBe(
      'IEPC Chiapas Enviar observaciones o declarar que no las hay IEPC Jalisco Aprobar y enviar',
    )
  })

  test('of what is final it is nobody’s turn', () => {
    expect(words(<TurnCell turn={[]} nameOf={nameOf} />)).toBe('Nadie: está concluida')
  })
})
