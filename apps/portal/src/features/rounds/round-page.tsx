export function RoundPage() {
  return <h1 tabIndex={-1}>Ronda</h1>
}
