/** As `Date.toISOString` writes it, for instants that leave PostgreSQL as text. */
export const ISO_INSTANT = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'
