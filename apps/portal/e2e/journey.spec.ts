import { stat } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { attachArtwork, newVersion, openRound, recordResolution, resolveAll, TITLE } from './coordinator.ts'
import { observeClause, observeRegion, observeStretch } from './liaison.ts'
import { confirm, enter, picture, receiptAddress, visit } from './people.ts'

test('a specification goes out to two OPL and comes back resolved and approved', async ({ browser }) => {
  const coordinator = await enter(browser, 'coordinator')

  await test.step('the coordinator makes a version of a Word document', () => newVersion(coordinator))
  await test.step('and attaches an artwork', () => attachArtwork(coordinator))
  const versionAddress = coordinator.url()
  await test.step('prepares and opens a round', () => openRound(coordinator))
  const roundAddress = coordinator.url()

  const board = await coordinator.context().newPage()
  await board.goto(`${roundAddress}?vista=avance`)
  await expect(board.getByText('Contestaron 0 de 2 · faltan: IEPC Chiapas, IEPC Jalisco.').first()).toBeVisible()

  const chiapas = await enter(browser, 'chiapas')
  await test.step('Chiapas observes a stretch of text and a region by keyboard', async () => {
    await chiapas.getByRole('link', { name: TITLE }).first().click()
    await chiapas.waitForURL(/\/rondas\//)
    await observeStretch(chiapas)
    await observeRegion(chiapas)
  })
  await test.step('and sends; its receipt is genuine', async () => {
    await chiapas.getByRole('button', { name: 'Enviar observaciones' }).click()
    await picture(chiapas, '09-send-dialog')
    await confirm(chiapas, 'Enviar observaciones')
    await expect(chiapas.getByText(/Su institución envió 2 observaciones \(acuse .+\)/)).toBeVisible()
    const anybody = await visit(browser, await receiptAddress(chiapas))
    await expect(anybody.getByText('El acuse es auténtico')).toBeVisible()
    await picture(anybody, '10-receipt')
    await anybody.context().close()
  })
  await test.step('the coordinator sees it without reloading', async () => {
    await expect(board.getByText('Contestaron 1 de 2 · faltan: IEPC Jalisco.').first()).toBeVisible()
    await picture(board, '11-progress')
  })

  const jalisco = await enter(browser, 'jalisco')
  await test.step('the liaison of Jalisco writes and submits for approval', async () => {
    await jalisco.getByRole('link', { name: TITLE }).first().click()
    await observeClause(jalisco)
    await jalisco.getByRole('button', { name: 'Enviar a aprobación' }).click()
    await confirm(jalisco, 'Enviar a aprobación')
  })
  await test.step('and its head sends', async () => {
    const head = await enter(browser, 'jaliscoHead')
    await head.getByRole('link', { name: TITLE }).first().click()
    await head.getByRole('button', { name: 'Enviar observaciones' }).click()
    await confirm(head, 'Enviar observaciones')
    await expect(head.getByText(/Su institución envió 1 observación \(acuse .+\)/)).toBeVisible()
    await head.context().close()
  })
  await test.step('the coordinator closes early, with a reason', async () => {
    await expect(board.getByText('Contestaron 2 de 2.').first()).toBeVisible()
    await coordinator.getByRole('button', { name: 'Cerrar anticipadamente' }).click()
    await confirm(coordinator, 'Cerrar la ronda', { label: 'Por qué se cierra antes', text: 'Contestaron todos.' })
    await expect(coordinator.getByText('Faltan por resolver 3 de 3 observaciones.')).toBeVisible()
  })
  await test.step('resolves every observation and proposes', () => resolveAll(coordinator, 3))
  await test.step('the head of DERFE validates and publishes', async () => {
    const head = await enter(browser, 'head')
    await head.goto(roundAddress)
    await head.getByRole('link', { name: 'Revisar la propuesta' }).click()
    await head.getByRole('button', { name: 'Validar y publicar la matriz' }).click()
    await picture(head, '13-validate')
    await confirm(head, 'Validar y publicar')
    await head.context().close()
  })
  await test.step('Chiapas sees what became of its observations, and the matrix in a workbook', async () => {
    await chiapas.goto(`${new URL(roundAddress).pathname}/matriz`)
    await expect(chiapas.getByText('Texto acordado por la DERFE y el OPL.').first()).toBeVisible()
    await picture(chiapas, '14-matrix')
    const downloading = chiapas.waitForEvent('download')
    await chiapas.locator('a[href$="/matrix.xlsx"]').first().click()
    const workbook = await (await downloading).path()
    expect((await stat(workbook)).size).toBeGreaterThan(3000)
  })
  await test.step('the resolutions are recorded and the version is approved', async () => {
    await coordinator.goto(versionAddress)
    await recordResolution(coordinator, 'INE/CVMRE-04SE: 21/12/2017', 'Comisión (CVMRE)')
    await recordResolution(coordinator, 'INE/CG49/2018', 'Consejo General')
    await expect(coordinator.getByText('Aprobada', { exact: true }).first()).toBeVisible()
    await picture(coordinator, '15-approved')
  })
  await test.step('the trail tells all of it, and holds', async () => {
    await coordinator.goto(roundAddress.replace('/rondas/', '/bitacora/'))
    await expect(coordinator.getByText(/^Bitácora íntegra/)).toBeVisible()
    await picture(coordinator, '16-trail')
  })
})
