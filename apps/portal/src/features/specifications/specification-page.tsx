export function SpecificationPage() {
  return <h1 tabIndex={-1}>Especificación</h1>
}
