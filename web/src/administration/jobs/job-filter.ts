import { flag, text } from '../../ui/filters.js'

/** What the address says of the page of jobs. */
export const JobFilter = {
  file: text,
  relancees: flag,
}
