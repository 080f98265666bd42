export function MatrixPage() {
  return <h1 tabIndex={-1}>Matriz de observaciones</h1>
}
