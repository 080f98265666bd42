import { Button, Group, Text } from '@mantine/core'
import { formatCount } from '@portal/domain'

/** "Cargar más": pages by key have no total, so the line says how many are shown and whether there are more. */
export function KeysetPager({
  shown,
  hasMore,
  loading,
  onMore,
}: {
  shown: number
  hasMore: boolean
  loading: boolean
  onMore: () => void
}) {
  return (
    <Group mt="sm" gap="md" className="ui-pager">
      {hasMore && (
        <Button variant="default" size="xs" loading={loading} onClick={onMore}>
          Cargar más
        </Button>
      )}
      <Text size="sm" c="dimmed" role="status">
        {hasMore ? `Se muestran ${formatCount(shown)}; hay más.` : `Se muestran ${formatCount(shown)}; no hay más.`}
      </Text>
    </Group>
  )
}
