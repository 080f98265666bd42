import { Popover, UnstyledButton } from '@mantine/core'
import { useId } from 'react'
import './text.css'

/** "¿Por qué esta fecha?": the sentences that explain a due date, in the order in which one would count by hand. */
export function DueWhy({ explanation }: { explanation: readonly string[] }) {
  const title = useId()
  return (
    <Popover width={380} position="bottom-start" shadow="md" withArrow trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className="ui-link-button">¿Por qué esta fecha?</UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-labelledby={title} maw="calc(100vw - 2rem)">
        <p id={title} className="ui-popover-title" tabIndex={-1} data-autofocus>
          ¿Por qué esta fecha?
        </p>
        <ol className="ui-steps">
          {explanation.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      </Popover.Dropdown>
    </Popover>
  )
}
