/** placeholder-until-written */
export function HomePage() {
  return null
}
