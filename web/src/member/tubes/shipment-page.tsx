/** placeholder-until-written */
export function ShipmentPage() {
  return null
}
