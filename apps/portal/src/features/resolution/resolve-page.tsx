export function ResolvePage() {
  return <h1 tabIndex={-1}>Resolver observaciones</h1>
}
