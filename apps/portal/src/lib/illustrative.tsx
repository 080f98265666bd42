import { Badge } from '@mantine/core'

/** What no source gives is marked, wherever it is shown. */
export const Illustrative = () => (
  <Badge variant="default" size="sm" radius="sm" ml="xs">
    Ilustrativo
  </Badge>
)
