import { RunStopId, UserId } from '../kernel/ids.js'
import type { HandoverSignature } from '../platform/db/generated/client.js'
import { SignatureView } from './signature-schema.js'

export const signatureView = (row: HandoverSignature): SignatureView => ({
  id: row.id,
  runStopId: RunStopId.parse(row.runStopId),
  signerName: row.signerName,
  signerQuality: row.signerQuality,
  containerCodes: row.containerCodes,
  strokes: SignatureView.shape.strokes.parse(row.strokes),
  actorId: UserId.parse(row.actorId),
  signedAt: row.signedAt.toISOString(),
  receivedAt: row.receivedAt.toISOString(),
})
