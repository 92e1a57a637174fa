import { z } from 'zod'
import { InstantInput, InstantView } from '../kernel/calendar.js'
import { RunStopId, UserId } from '../kernel/ids.js'

/** The field is a thousand units wide and high, whatever the screen it was drawn on. */
const SIDE = 1000
const Point = z.strictObject({ x: z.int().min(0).max(SIDE), y: z.int().min(0).max(SIDE) })
const Stroke = z.array(Point).min(1).max(500)
const Strokes = z.array(Stroke).min(1).max(40)

const Code = z.string().trim().min(1).max(48)
const Name = z.string().trim().min(2).max(120)

/** Who signed for what. Name and quality as said at the door: no account is needed to receive. */
export const SignHandoverInput = z
  .strictObject({
    /** Minted on the device at the moment of the signature: makes a repetition harmless. */
    id: z.uuid(),
    signerName: Name,
    signerQuality: Name,
    containerCodes: z.array(Code).max(100).default([]),
    strokes: Strokes,
    /** When it happened, if not now. */
    at: InstantInput.optional(),
  })
  .meta({ ref: 'SignHandoverInput' })
export type SignHandoverInput = z.output<typeof SignHandoverInput>

export const SignatureView = z
  .object({
    id: z.uuid(),
    runStopId: RunStopId,
    signerName: z.string(),
    signerQuality: z.string(),
    containerCodes: z.array(z.string()),
    strokes: z.array(z.array(z.object({ x: z.int(), y: z.int() }))),
    /** The courier who held the telephone. */
    actorId: UserId,
    signedAt: InstantView,
    receivedAt: InstantView,
  })
  .meta({ ref: 'HandoverSignature' })
export type SignatureView = z.infer<typeof SignatureView>

export const SignatureList = z
  .object({ items: z.array(SignatureView) })
  .meta({ ref: 'HandoverSignatureList' })
export type SignatureList = z.infer<typeof SignatureList>
