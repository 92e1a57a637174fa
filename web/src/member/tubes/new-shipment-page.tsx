/** placeholder-until-written */
export function NewShipmentPage() {
  return null
}
