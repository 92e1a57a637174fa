/** The files the publisher gives, in the order of their list; the last three are not in every edition. */
export const EXPECTED_FILES = [
  { id: 'CIS_bdpm', isNeeded: true },
  { id: 'CIS_CIP_bdpm', isNeeded: true },
  { id: 'CIS_COMPO_bdpm', isNeeded: true },
  { id: 'CIS_CPD_bdpm', isNeeded: true },
  { id: 'CIS_GENER_bdpm', isNeeded: false },
  { id: 'CIS_CIP_Dispo_Spec', isNeeded: false },
  { id: 'CIS_MITM', isNeeded: false },
] as const

const stemOf = (name: string): string => name.replace(/\.txt(\.gz)?$/i, '').toLowerCase()

/** Which published file one is, by its name; the server looks inside. */
export const expectedFileOf = (name: string): (typeof EXPECTED_FILES)[number]['id'] | undefined =>
  EXPECTED_FILES.find(({ id }) => id.toLowerCase() === stemOf(name))?.id
