import { Button } from '@mantine/core'
import type { VersionView } from '@portal/contracts'
import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { ClassifyDialog, type ClassifiedSubject } from './classify-dialog.tsx'

/** Leads to saying who may read a clause or an artwork. */
export function ClassifyButton({
  version,
  subject,
  label,
}: {
  version: VersionView
  subject: ClassifiedSubject
  label: string
}) {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button
        variant="default"
        size="xs"
        mb="xs"
        leftSection={<IconLock size={14} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {label}
      </Button>
      {opened && <ClassifyDialog version={version} subject={subject} onClose={() => setOpened(false)} />}
    </>
  )
}
