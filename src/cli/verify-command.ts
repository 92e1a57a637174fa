import { EXIT } from './report.js'

export async function verifyCommand(_options: {
  documents: string
  json: boolean
}): Promise<number> {
  return EXIT.done
}
