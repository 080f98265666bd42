export function RoundsPage() {
  return <h1 tabIndex={-1}>Rondas</h1>
}
