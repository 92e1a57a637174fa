/** A domain that never receives mail (RFC 2606): the accounts of machines live there. */
const MACHINE_DOMAIN = '@machine.invalid'

/** The address of a machine's account, from its name. */
export const machineEmail = (id: string): string => `${id}${MACHINE_DOMAIN}`

/** A machine's account has no password and no person behind it: only API keys act for it. */
export const isMachineEmail = (email: string): boolean => email.endsWith(MACHINE_DOMAIN)
