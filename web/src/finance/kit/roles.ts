/** Who writes in the accounts; the server decides again. */
export const FINANCE_CONTROLLERS = ['finance-controller'] as const
