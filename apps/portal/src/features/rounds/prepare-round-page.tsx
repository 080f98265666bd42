export function PrepareRoundPage() {
  return <h1 tabIndex={-1}>Preparar ronda de revisión</h1>
}
