import { expect, test, type Page } from '@playwright/test'
import { confirmClauses, importDocument, newVersion, openRound, resolveAll } from './coordinator.ts'
import { POINTER } from './hands.ts'
import { observeClause } from './liaison.ts'
import { confirm, enter, lookAt, picture } from './people.ts'

const TITLE = 'Especificaciones con conformidad'
const hands = POINTER

const sendOf = async (page: Page, act: string) => {
  await hands.use(page.getByRole('button', { name: act }))
  await confirm(page, hands, { act })
}

test('a version goes through a round with conformity to the next one, and a promise that is not kept is caught', async ({
  browser,
}) => {
  const coordinator = await enter(browser, 'coordinator', { hands })
  await newVersion(coordinator, hands, TITLE)
  await openRound(coordinator, hands, { conformity: '5' })
  const roundAddress = coordinator.url()

  const chiapas = await enter(browser, 'chiapas', { hands })
  const jalisco = await enter(browser, 'jaliscoHead', { hands })
  await test.step('one OPL observes, the other declares that it has nothing to observe', async () => {
    await hands.use(chiapas.getByRole('link', { name: TITLE }).first())
    await observeClause(chiapas, hands)
    await sendOf(chiapas, 'Enviar observaciones')
    await hands.use(jalisco.getByRole('link', { name: TITLE }).first())
    await sendOf(jalisco, 'Declarar sin observaciones')
  })

  await test.step('DERFE resolves and validates: the OPL is asked whether it agrees', async () => {
    await hands.use(coordinator.getByRole('button', { name: 'Cerrar anticipadamente' }))
    const reason = { label: 'Por qué se cierra antes', text: 'Contestaron todos.' }
    await confirm(coordinator, hands, { act: 'Cerrar la ronda', reason })
    await resolveAll(coordinator, hands, 1)
    const head = await enter(browser, 'head', { hands })
    await head.goto(roundAddress)
    await hands.use(head.getByRole('link', { name: 'Revisar la propuesta' }))
    await hands.use(head.getByRole('button', { name: 'Validar y preguntar la conformidad' }))
    await confirm(head, hands, { act: 'Validar' })
    await head.context().close()
  })

  await test.step('it disagrees with its reason, which survives a closed tab, and sends it with a receipt', async () => {
    const disagree = chiapas.getByRole('radio', { name: 'Inconforme' })
    await expect(disagree).toBeVisible()
    await picture(chiapas, 'conformity')
    await hands.tick(disagree)
    await hands.write(chiapas.getByLabel('Razón de la inconformidad'), 'No recoge la medida exterior.')
    await chiapas.reload()
    await expect(chiapas.getByLabel('Razón de la inconformidad')).toHaveValue('No recoge la medida exterior.')
    await lookAt(chiapas, 'conformity-disagrees')
    await hands.use(chiapas.getByRole('button', { name: 'Enviar con acuse 1 respuesta' }))
    await expect(
      chiapas.getByText('Su institución ya contestó todo lo que se resolvió', { exact: false }),
    ).toBeVisible()
  })

  await test.step('the coordinator publishes the matrix, which says so', async () => {
    await coordinator.goto(roundAddress)
    await hands.use(coordinator.getByRole('button', { name: 'Publicar la matriz' }))
    const reason = { label: 'Por qué se publica antes del vencimiento', text: 'Contestaron todos.' }
    await confirm(coordinator, hands, { act: 'Publicar la matriz', reason })
    await hands.use(coordinator.getByRole('link', { name: 'Ver la matriz' }))
    await expect(coordinator.getByText('Inconforme').first()).toBeVisible()
    await lookAt(coordinator, 'matrix-with-conformity')
  })

  await test.step('the next version does not say what was agreed: it is not published until somebody says why', async () => {
    await coordinator.goto(roundAddress)
    await hands.use(coordinator.getByRole('link', { name: new RegExp(`^${TITLE}, versión 1`) }))
    await hands.use(coordinator.getByRole('link', { name: TITLE }))
    await importDocument(coordinator, hands, 'especificaciones-pep-v2.docx')
    await confirmClauses(coordinator, hands)
    await hands.use(coordinator.getByRole('link', { name: 'Revisar lo acordado y publicar' }))
    await expect(coordinator.getByText('No se encontró').first()).toBeVisible()
    await picture(coordinator, 'promises')
    await hands.use(coordinator.getByRole('button', { name: 'Publicar la versión 2' }))
    const dialog = coordinator.getByRole('dialog')
    await expect(dialog.getByText('No se puede publicar todavía.', { exact: false })).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Publicar la versión' })).toBeDisabled()
    await lookAt(coordinator, 'promise-broken')
    await coordinator.keyboard.press('Escape')
    await hands.use(coordinator.getByRole('button', { name: /^Justificar la observación \d+$/ }))
    const reason = { label: 'Por qué no se encuentra', text: 'Pasa al instructivo por acuerdo de la reunión.' }
    await confirm(coordinator, hands, { act: 'Justificar', reason })
    await hands.use(coordinator.getByRole('button', { name: 'Publicar la versión 2' }))
    await confirm(coordinator, hands, { act: 'Publicar la versión' })
    await expect(coordinator.getByText('Se publicó con lo acordado', { exact: false })).toBeVisible()
    await picture(coordinator, 'published-version')
  })

  await test.step('and the OPL reads in the matrix what became of what it asked for', async () => {
    await chiapas.goto(`${new URL(roundAddress).pathname}/matriz`)
    await expect(chiapas.getByText('Pasa al instructivo por acuerdo de la reunión.').first()).toBeVisible()
    await lookAt(chiapas, 'matrix-after-publication')
  })
})
