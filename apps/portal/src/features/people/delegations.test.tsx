import { aDelegation, anActor, anAppointment, aSession, sampleId } from '@portal/samples'
import { screen, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw/http'
import { expect, test } from 'vitest'
import { renderRoute } from '../../testing/render-route.tsx'
import { server } from '../../testing/stub-api.ts'

const actor = anActor('administrator', 'derfe')
const done = { recordId: sampleId(1), recordVersion: 2, folio: null, code: null }
const page = <Row,>(...rows: Row[]) => ({ rows, next: null })

test('a delegation ends with a reason, and its screen says what that does', async () => {
  let sent: unknown
  const { user } = renderRoute('/personas/suplencias?estado=in_force', {
    actor,
    stubs: {
      people: {
        delegations: () => page(aDelegation()),
        endDelegation: (input) => {
          sent = input
          return done
        },
      },
    },
  })
  const row = await screen.findByRole('row', { name: /Efraín Bustos/ })
  expect(row).toHaveTextContent('Titular DERFE')
  expect(screen.getByRole('link', { name: /Descargar la lista/ })).toHaveAttribute(
    'href',
    '/exports/delegations.csv?state=in_force',
  )
  expect(within(row).getByRole('link', { name: 'oficio.pdf' })).toHaveAttribute('href', `/files/${sampleId(925)}`)
  await user.click(within(row).getByRole('button', { name: /^Terminar/ }))
  expect(screen.getByRole('dialog')).toHaveTextContent('su sesión se cierra')
  await user.type(screen.getByLabelText('Razón'), 'Regresó')
  await user.click(screen.getByRole('button', { name: 'Terminar la suplencia' }))
  await screen.findByText('Suplencia terminada.')
  expect(sent).toMatchObject({ delegationId: sampleId(921), seen: 1, reason: 'Regresó' })
})

test('without the letter nothing is sent, and what was typed stays', async () => {
  const { user } = renderRoute('/personas', {
    actor,
    stubs: {
      people: {
        list: () => page(anAppointment()),
        standIns: () => [{ id: 'octavio', name: 'Octavio Farrera', role: 'opl_head', organisationId: 'chis' }],
        delegate: () => {
          throw new Error('nobody should be asked')
        },
      },
    },
  })
  await user.click(await screen.findByRole('button', { name: 'Actos: Nayeli Gordillo Ruiz' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Registrar suplencia' }))
  const dialog = within(screen.getByRole('dialog'))
  await user.click(dialog.getByRole('combobox', { name: 'Quién actúa' }))
  await user.click(await screen.findByRole('option', { name: /Octavio Farrera/, hidden: true }))
  await user.type(dialog.getByLabelText('Hasta'), '2017-12-20')
  await user.type(dialog.getByLabelText('Oficio'), 'IEPC/1/2017')
  await user.type(dialog.getByLabelText('Razón'), 'Comisión')
  await user.click(dialog.getByRole('button', { name: 'Registrar la suplencia' }))
  expect(dialog.getByText('Adjunte el oficio.')).toBeVisible()
  expect(dialog.getByLabelText('Razón')).toHaveValue('Comisión')
})

test('whoever may act for another chooses so in the header, which names both from then on', async () => {
  let delegationId: string | null = null
  server.use(
    http.post('*/auth/actuar-por', async ({ request }) => {
      delegationId = ((await request.json()) as { delegationId: string | null }).delegationId
      return new HttpResponse(null, { status: 204 })
    }),
  )
  const own = anActor('derfe_coordinator', 'derfe')
  const head = { ...anActor('derfe_head', 'derfe'), personName: own.personName, onBehalfOf: 'Rodrigo Salvatierra Peña' }
  const { user } = renderRoute('/', {
    stubs: {
      session: {
        current: () => aSession({ actor: delegationId === null ? own : head }),
      },
      people: {
        ownDelegations: () => [
          {
            id: sampleId(921),
            holder: 'Rodrigo Salvatierra Peña',
            role: 'derfe_head',
            organisationId: 'derfe',
            untilDay: '2017-12-20',
            current: delegationId !== null,
          },
        ],
      },
    },
  })
  await user.click(await screen.findByRole('button', { name: 'Actuar por…' }))
  await user.click(await screen.findByRole('menuitem', { name: /Por Rodrigo Salvatierra Peña/ }))
  expect(await screen.findByText('Marisol Quintero Ávila por Rodrigo Salvatierra Peña')).toBeVisible()
  expect(delegationId).toBe(sampleId(921))
})
