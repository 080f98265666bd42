import { expect, type Locator, type Page } from '@playwright/test'

/** How a person works: with the pointer, or with nothing but the keyboard. The journey is the same for both. */
export type Hands = {
  name: string
  /** Follows a link or presses a button. */
  use: (control: Locator) => Promise<void>
  write: (field: Locator, text: string) => Promise<void>
  /** Checks a checkbox or a radio button. */
  tick: (box: Locator) => Promise<void>
  /** Chooses from a closed list. */
  pick: (list: Locator, option: string) => Promise<void>
  /** Draws a region on the page of an artwork that is shown, once marking began. */
  mark: (page: Page) => Promise<void>
  takeMark: (page: Page) => Promise<void>
}

const marked = (page: Page) => page.getByRole('application', { name: 'Región que marca' })

export const POINTER: Hands = {
  name: 'by pointer',
  use: (control) => control.click(),
  write: (field, text) => field.fill(text),
  // On its label, as people do: of some the box itself is not drawn.
  tick: async (box) => {
    if (await box.isChecked()) return
    await box
      .page()
      .locator(`label[for="${await box.getAttribute('id')}"]`)
      .click()
    await expect(box).toBeChecked()
  },
  pick: async (list, option) => {
    await list.click()
    await list.page().getByRole('option', { name: option }).click()
  },
  mark: async (page) => {
    const before = await marked(page).innerText()
    const box = await page.getByRole('region', { name: /^Páginas de / }).boundingBox()
    if (!box) throw new Error('No artwork is shown')
    await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.4, { steps: 5 })
    await page.mouse.up()
    await expect(marked(page)).not.toHaveText(before)
  },
  takeMark: (page) => page.getByRole('button', { name: 'Observar la región' }).click(),
}

/** A screen with more stops than this can't be worked by keyboard in earnest. */
const MOST_STOPS = 400

/** As focus goes with the Tab key, not set by the test: what can't be reached so fails. */
async function reach(control: Locator): Promise<void> {
  await expect(control).toBeVisible()
  await expect(control).toBeEnabled()
  const reached = () => control.evaluate((element) => element === document.activeElement)
  for (let stops = 0; !(await reached()); stops += 1) {
    if (stops > MOST_STOPS) throw new Error(`The Tab key does not reach ${String(control)}`)
    await control.page().keyboard.press('Tab')
  }
  // What has the focus shows it.
  expect(await control.evaluate((element) => element.matches(':focus-visible'))).toBe(true)
}

/** Of a group of radio buttons the Tab key stops at one; the arrows go on from there. */
async function tickRadio(radio: Locator): Promise<void> {
  const { keyboard } = radio.page()
  const inGroup = () =>
    radio.evaluate(
      (element: HTMLInputElement) =>
        document.activeElement instanceof HTMLInputElement && document.activeElement.name === element.name,
    )
  for (let stops = 0; !(await inGroup()); stops += 1) {
    if (stops > MOST_STOPS) throw new Error(`The Tab key does not reach the group of ${String(radio)}`)
    await keyboard.press('Tab')
  }
  for (let steps = 0; !(await radio.isChecked()); steps += 1) {
    if (steps > 20) throw new Error(`The arrows do not reach ${String(radio)}`)
    await keyboard.press('ArrowDown')
  }
}

const isRadio = (box: Locator) => box.evaluate((element) => element.getAttribute('type') === 'radio')
const active = (page: Page) => page.locator('[role="option"][data-combobox-selected]')

export const KEYBOARD: Hands = {
  name: 'by keyboard alone',
  use: async (control) => {
    await reach(control)
    await control.page().keyboard.press('Enter')
  },
  write: async (field, text) => {
    await reach(field)
    await field.page().keyboard.press('Control+a')
    await field.page().keyboard.type(text)
  },
  tick: async (box) => {
    if (await box.isChecked()) return
    if (await isRadio(box)) return tickRadio(box)
    await reach(box)
    await box.page().keyboard.press('Space')
    await expect(box).toBeChecked()
  },
  pick: async (list, option) => {
    await reach(list)
    const page = list.page()
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('option', { name: option })).toBeVisible()
    for (let steps = 0; !(await active(page).getByText(option, { exact: true }).count()); steps += 1) {
      if (steps > 50) throw new Error(`The arrows do not reach the option ${option}`)
      await page.keyboard.press('ArrowDown')
    }
    await page.keyboard.press('Enter')
  },
  mark: async (page) => {
    await expect(marked(page)).toBeFocused()
    for (const key of ['ArrowRight', 'ArrowUp', 'Shift+ArrowDown']) await page.keyboard.press(key)
  },
  takeMark: (page) => page.keyboard.press('Enter'),
}
