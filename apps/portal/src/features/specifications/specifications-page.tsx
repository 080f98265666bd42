export function SpecificationsPage() {
  return <h1 tabIndex={-1}>Especificaciones</h1>
}
