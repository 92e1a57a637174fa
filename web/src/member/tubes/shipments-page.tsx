/** placeholder-until-written */
export function ShipmentsPage() {
  return null
}
