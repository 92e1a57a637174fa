import type { Prisma } from '../platform/db/generated/client.js'

export const PRINTED_STOP = {
  include: { run: { include: { courier: true, _count: { select: { runStops: true } } } } },
} as const satisfies Prisma.RunStopDefaultArgs

type PrintedStop = Prisma.RunStopGetPayload<typeof PRINTED_STOP>

/** « 3/8 »: which stop of how many. */
export const stopLabel = ({ position, run }: PrintedStop): string =>
  `${position}/${run._count.runStops}`

/** Lines of an address as typed in one field. */
export const addressLines = (address: string): string[] =>
  address
    .split(/\n|, (?=\d{5} )/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 4)

const PHONE = /^[+\d][\d .]{3,19}$/

/** A phone number that can be printed as one, or none. */
export const printedPhone = (phone: string | null): { phone?: string } =>
  phone !== null && PHONE.test(phone) ? { phone } : {}
