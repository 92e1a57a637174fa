import { parentPort } from 'node:worker_threads'
import { renderDocumentKind } from '../handlers/document-renderer.js'
import { answerFor, type RenderAnswer, type RenderRequest } from './messages.js'

async function answer({ kind, data }: RenderRequest): Promise<RenderAnswer> {
  try {
    // A copy with memory of its own, because what is handed over leaves this thread.
    return { outcome: 'drawn', bytes: new Uint8Array(await renderDocumentKind(kind, data)) }
  } catch (error) {
    return answerFor(error)
  }
}

async function serve(request: RenderRequest): Promise<void> {
  const reply = await answer(request)
  const handedOver = reply.outcome === 'drawn' ? [reply.bytes.buffer as ArrayBuffer] : []
  parentPort?.postMessage(reply, handedOver)
}

parentPort?.on('message', (request: RenderRequest) => void serve(request))
