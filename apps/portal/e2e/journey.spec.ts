import { stat } from 'node:fs/promises'
import { expect, test, type BrowserContextOptions } from '@playwright/test'
import { attachArtwork, newVersion, openRound, recordResolution, resolveAll } from './coordinator.ts'
import { KEYBOARD, POINTER, type Hands } from './hands.ts'
import { observeClause, observeRegion, observeStretch } from './liaison.ts'
import { confirm, enter, picture, receiptAddress, visit } from './people.ts'

const NARROW_AND_DARK: BrowserContextOptions = { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }
const WAYS: readonly [string, Hands, BrowserContextOptions][] = [
  ['by pointer', POINTER, {}],
  ['by keyboard alone, narrow and dark', KEYBOARD, NARROW_AND_DARK],
]

for (const [way, hands, options] of WAYS) {
  test(`a specification goes out to two OPL and comes back resolved and approved: ${way}`, async ({ browser }) => {
    const title = `Especificaciones del PEP, recorrido de prueba ${way}`
    const coordinator = await enter(browser, 'coordinator', { hands, options })

    await test.step('the coordinator makes a version of a Word document', () => newVersion(coordinator, hands, title))
    await test.step('and attaches an artwork', () => attachArtwork(coordinator, hands))
    const versionAddress = coordinator.url()
    await test.step('prepares and opens a round', () => openRound(coordinator, hands))
    const roundAddress = coordinator.url()

    const board = await coordinator.context().newPage()
    await board.goto(`${roundAddress}?vista=avance`)
    await expect(board.getByText('Contestaron 0 de 2 · faltan: IEPC Chiapas, IEPC Jalisco.').first()).toBeVisible()

    const chiapas = await enter(browser, 'chiapas', { hands, options })
    await test.step('Chiapas observes a stretch of text and a region', async () => {
      await hands.use(chiapas.getByRole('link', { name: title }).first())
      await chiapas.waitForURL(/\/rondas\//)
      await observeStretch(chiapas, hands)
      await observeRegion(chiapas, hands)
    })
    await test.step('and sends; its receipt is genuine', async () => {
      await hands.use(chiapas.getByRole('button', { name: 'Enviar observaciones' }))
      await picture(chiapas, '09-send-dialog')
      await confirm(chiapas, hands, { act: 'Enviar observaciones' })
      await expect(chiapas.getByText(/Su institución envió 2 observaciones \(acuse .+\)/)).toBeVisible()
      const anybody = await visit(browser, await receiptAddress(chiapas), options)
      await expect(anybody.getByText('El acuse es auténtico')).toBeVisible()
      await picture(anybody, '10-receipt')
      await anybody.context().close()
    })
    await test.step('the coordinator sees it without reloading', async () => {
      await expect(board.getByText('Contestaron 1 de 2 · faltan: IEPC Jalisco.').first()).toBeVisible()
      await picture(board, '11-progress')
    })

    const jalisco = await enter(browser, 'jalisco', { hands, options })
    await test.step('the liaison of Jalisco writes and submits for approval', async () => {
      await hands.use(jalisco.getByRole('link', { name: title }).first())
      await observeClause(jalisco, hands)
      await hands.use(jalisco.getByRole('button', { name: 'Enviar a aprobación' }))
      await confirm(jalisco, hands, { act: 'Enviar a aprobación' })
    })
    await test.step('and its head sends', async () => {
      const head = await enter(browser, 'jaliscoHead', { hands, options })
      await hands.use(head.getByRole('link', { name: title }).first())
      await hands.use(head.getByRole('button', { name: 'Enviar observaciones' }))
      await confirm(head, hands, { act: 'Enviar observaciones' })
      await expect(head.getByText(/Su institución envió 1 observación \(acuse .+\)/)).toBeVisible()
      await head.context().close()
    })
    await test.step('the coordinator closes early, with a reason', async () => {
      await expect(board.getByText('Contestaron 2 de 2.').first()).toBeVisible()
      await hands.use(coordinator.getByRole('button', { name: 'Cerrar anticipadamente' }))
      await confirm(coordinator, hands, {
        act: 'Cerrar la ronda',
        reason: { label: 'Por qué se cierra antes', text: 'Contestaron todos.' },
      })
      await expect(coordinator.getByText('Faltan por resolver 3 de 3 observaciones.')).toBeVisible()
    })
    await test.step('resolves every observation and proposes', () => resolveAll(coordinator, hands, 3))
    await test.step('the head of DERFE validates and publishes', async () => {
      const head = await enter(browser, 'head', { hands, options })
      await head.goto(roundAddress)
      await hands.use(head.getByRole('link', { name: 'Revisar la propuesta' }))
      await hands.use(head.getByRole('button', { name: 'Validar y publicar la matriz' }))
      await picture(head, '13-validate')
      await confirm(head, hands, { act: 'Validar y publicar' })
      await head.context().close()
    })
    await test.step('Chiapas sees what became of its observations, and the matrix in a workbook', async () => {
      await chiapas.goto(`${new URL(roundAddress).pathname}/matriz`)
      await expect(chiapas.getByText('Texto acordado por la DERFE y el OPL.').first()).toBeVisible()
      await picture(chiapas, '14-matrix')
      const downloading = chiapas.waitForEvent('download')
      await hands.use(chiapas.getByRole('button', { name: 'Descargar' }))
      await hands.use(chiapas.getByRole('menuitem', { name: 'Excel (XLSX)' }))
      const workbook = await (await downloading).path()
      expect((await stat(workbook)).size).toBeGreaterThan(3000)
    })
    await test.step('beside one another it reads what was there, asked for and decided, and the round in figures', async () => {
      const { pathname } = new URL(roundAddress)
      await chiapas.goto(`${pathname}/matriz?vista=comparada`)
      await expect(chiapas.getByRole('list', { name: 'Dice, debe decir y quedó' })).toBeVisible()
      await picture(chiapas, '14-matrix-compared')
      await chiapas.goto(`${pathname}/panorama`)
      await expect(chiapas.getByRole('list', { name: 'El documento, numeral por numeral' })).toBeVisible()
      await picture(chiapas, '14-overview')
    })
    await test.step('the resolutions are recorded and the version is approved', async () => {
      await coordinator.goto(versionAddress)
      await recordResolution(coordinator, hands, {
        number: 'INE/CVMRE-04SE: 21/12/2017',
        body: 'Comisión (CVMRE)',
      })
      await recordResolution(coordinator, hands, { number: 'INE/CG49/2018', body: 'Consejo General' })
      await expect(coordinator.getByText('Aprobada', { exact: true }).first()).toBeVisible()
      await picture(coordinator, '15-approved')
    })
    await test.step('the trail tells all of it, and holds', async () => {
      await coordinator.goto(roundAddress.replace('/rondas/', '/bitacora/'))
      await expect(coordinator.getByText(/^Bitácora íntegra/)).toBeVisible()
      await picture(coordinator, '16-trail')
    })
  })
}
