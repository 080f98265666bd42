export function ProposalPage() {
  return <h1 tabIndex={-1}>Propuesta de numerales</h1>
}
