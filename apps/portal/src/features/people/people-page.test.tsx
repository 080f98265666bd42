import { anActor, anAppointment, sampleId } from '@portal/samples'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { renderRoute } from '../../testing/render-route.tsx'
import { StubRefusal } from '../../testing/stub-api.ts'

const actor = anActor('administrator', 'derfe')
const policy = () => ({ always: ['derfe_head' as const, 'administrator' as const], widened: [], exempt: false })
const list = (...rows: ReturnType<typeof anAppointment>[]) => ({
  people: { list: () => ({ rows, next: null }), secondFactorPolicy: policy },
})
const done = { recordId: sampleId(1), recordVersion: 1, folio: null, code: null }
const LINK = 'https://portal.example/invitacion?token=abc'

async function choose(user: ReturnType<typeof renderRoute>['user'], act: string) {
  await user.click(await screen.findByRole('button', { name: 'Actos: Nayeli Gordillo Ruiz' }))
  await user.click(await screen.findByRole('menuitem', { name: act }))
}

async function fill(user: ReturnType<typeof renderRoute>['user']) {
  await user.type(screen.getByLabelText('Nombre completo'), 'Ana Solís')
  await user.type(screen.getByLabelText('Correo electrónico'), 'ana@iepc.example')
  await user.type(screen.getByLabelText('Oficio'), 'IEPC/1/2017')
}

test('lists who is appointed, and the auditor has no acts', async () => {
  renderRoute('/personas', {
    actor: anActor('auditor', 'derfe'),
    stubs: list(anAppointment({ allowed: [], replacedBy: 'Ana Solís', state: 'over' })),
  })
  const row = await screen.findByRole('row', { name: /Nayeli/ })
  expect(row).toHaveTextContent('Enlace OPL')
  expect(row).toHaveTextContent('Terminado')
  expect(row).toHaveTextContent('Lo sustituye Ana Solís')
  expect(screen.queryByRole('button', { name: 'Nombrar a una persona' })).not.toBeInTheDocument()
})

test('filters stand in the address and in the export', async () => {
  const asked: unknown[] = []
  const { router } = renderRoute('/personas?institucion=chis&estado=future', {
    actor,
    stubs: {
      people: {
        list: (input) => {
          asked.push(input)
          return { rows: [], next: null }
        },
      },
    },
  })
  expect(await screen.findByText('Nadie coincide con los filtros')).toBeVisible()
  expect(asked[0]).toMatchObject({ organisationId: 'chis', state: 'future', role: null })
  expect(screen.getByRole('link', { name: /Descargar la lista/ })).toHaveAttribute(
    'href',
    '/exports/people.csv?organisationId=chis&state=future',
  )
  expect(router.state.location.search).toEqual({ institucion: 'chis', estado: 'future' })
})

test('the menu of a row works by keyboard, and its dialog gives the focus back to it', async () => {
  const { user } = renderRoute('/personas', { actor, stubs: list(anAppointment()) })
  const button = await screen.findByRole('button', { name: 'Actos: Nayeli Gordillo Ruiz' })
  button.focus()
  await user.keyboard('{Enter}')
  const menu = await screen.findByRole('menu')
  expect(within(menu).getAllByRole('menuitem')).toHaveLength(4)
  await waitFor(() => expect(within(menu).getByRole('menuitem', { name: 'Sustituir' })).toHaveFocus())
  await user.keyboard('{ArrowUp}')
  expect(within(menu).getByRole('menuitem', { name: 'Terminar' })).toHaveFocus()
  await user.keyboard('{Enter}')
  const dialog = await screen.findByRole('dialog', { name: 'Terminar el nombramiento' })
  await waitFor(() => expect(within(dialog).getByLabelText('Razón')).toHaveFocus())
  await user.keyboard('{Escape}')
  await waitFor(() => expect(button).toHaveFocus())
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
})

test('a substitution asks for the reason, and hands over the link once', async () => {
  let sent: unknown
  const { user } = renderRoute('/personas', {
    actor,
    stubs: {
      people: {
        ...list(anAppointment()).people,
        substitute: (input) => {
          sent = input
          return { ...done, link: LINK }
        },
      },
    },
  })
  await choose(user, 'Sustituir')
  const dialog = screen.getByRole('dialog', { name: 'Sustituir a Nayeli Gordillo Ruiz' })
  await fill(user)
  await user.click(within(dialog).getByRole('button', { name: 'Sustituir' }))
  expect(screen.getByLabelText('Razón de la sustitución')).toHaveAccessibleDescription(/Escriba la razón/)
  await user.type(screen.getByLabelText('Razón de la sustitución'), 'Cambio de enlace')
  await user.click(within(dialog).getByRole('button', { name: 'Sustituir' }))
  expect(await screen.findByLabelText('Enlace')).toHaveValue(LINK)
  expect(sent).toMatchObject({ appointmentId: sampleId(901), seen: 1, name: 'Ana Solís', reason: 'Cambio de enlace' })
  await user.click(screen.getByRole('button', { name: 'Ya lo entregué' }))
  expect(screen.queryByLabelText('Enlace')).not.toBeInTheDocument()
})

test('what the portal refuses is said in the dialog, and what was typed stays', async () => {
  const { user } = renderRoute('/personas', {
    actor,
    stubs: {
      people: {
        ...list(anAppointment()).people,
        end: () => {
          throw new StubRefusal({ code: 'LAST_ADMINISTRATOR' })
        },
      },
    },
  })
  await choose(user, 'Terminar')
  await user.type(screen.getByLabelText('Razón'), 'Renuncia')
  await user.click(screen.getByRole('button', { name: 'Terminar el nombramiento' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('Nadie más con acceso administra')
  expect(screen.getByLabelText('Razón')).toHaveValue('Renuncia')
})

test('the administration resets what somebody lost, with its reason', async () => {
  let sent: unknown
  const row = anAppointment({ secondFactor: true, allowed: ['end', 'offer_access', 'reset_second_factor'] })
  const { user } = renderRoute('/personas', {
    actor,
    stubs: {
      people: {
        ...list(row).people,
        resetSecondFactor: (input) => {
          sent = input
          return done
        },
      },
    },
  })
  expect(await screen.findByText('Con segundo factor')).toBeVisible()
  await choose(user, 'Restablecer segundo factor')
  const dialog = await screen.findByRole('dialog')
  await user.type(within(dialog).getByLabelText('Razón'), 'Perdió el teléfono')
  await user.click(within(dialog).getByRole('button', { name: 'Restablecer' }))
  await waitFor(() => expect(sent).toMatchObject({ personId: row.person.id, reason: 'Perdió el teléfono' }))
})

test('whose account at the provider was replaced is unbound from it, with its reason', async () => {
  let sent: unknown
  const row = anAppointment({
    access: 'provider',
    provider: { id: sampleId(911), name: 'IEPC Chiapas' },
    allowed: ['end', 'offer_access', 'unbind'],
  })
  const { user } = renderRoute('/personas', {
    actor,
    stubs: {
      ...list(row),
      signOn: {
        unbind: (input) => {
          sent = input
          throw new StubRefusal({ code: 'NOT_BOUND', provider: 'IEPC Chiapas' })
        },
      },
    },
  })
  expect(await screen.findByText('Con su institución')).toBeVisible()
  await choose(user, 'Desvincular la cuenta del proveedor')
  const dialog = within(await screen.findByRole('dialog'))
  await user.click(dialog.getByRole('button', { name: 'Desvincular' }))
  expect(dialog.getByLabelText('Razón')).toHaveAccessibleDescription(/Escriba la razón/)
  await user.type(dialog.getByLabelText('Razón'), 'Tiene otra cuenta')
  await user.click(dialog.getByRole('button', { name: 'Desvincular' }))
  expect(await dialog.findByRole('alert')).toHaveTextContent('no tiene una cuenta vinculada en IEPC Chiapas')
  expect(sent).toMatchObject({ personId: row.person.id, providerId: sampleId(911), reason: 'Tiene otra cuenta' })
})

test('the second factor is made compulsory for more roles, and for none is taken back', async () => {
  let sent: unknown
  const { user } = renderRoute('/personas', {
    actor,
    stubs: {
      people: {
        ...list(anAppointment()).people,
        widenSecondFactor: (input) => {
          sent = input
          return done
        },
      },
    },
  })
  expect(await screen.findByText(/^Siempre: Titular DERFE y Administración/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: 'Exigirlo a más funciones' }))
  const dialog = await screen.findByRole('dialog')
  const demand = within(dialog).getByRole('button', { name: 'Exigir' })
  expect(demand).toBeDisabled()
  expect(within(dialog).queryByLabelText('Administración')).not.toBeInTheDocument()
  await user.click(within(dialog).getByLabelText('Auditoría'))
  await user.type(within(dialog).getByLabelText('Razón'), 'Circular 4')
  await user.click(demand)
  await waitFor(() => expect(sent).toMatchObject({ roles: ['auditor'], reason: 'Circular 4' }))
})
