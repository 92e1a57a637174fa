/** placeholder-until-written */
export function StatementsPage() {
  return null
}
