import { PageHeader } from '@portal/ui'
import { Link } from '@tanstack/react-router'

export function FirstAdministratorPage() {
  return <PageHeader title="Primera administración" sentence={<Link to="/entrar">Entrar</Link>} />
}
