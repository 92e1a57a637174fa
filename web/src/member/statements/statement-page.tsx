/** placeholder-until-written */
export function StatementPage() {
  return null
}
