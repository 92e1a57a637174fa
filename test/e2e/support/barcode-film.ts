import { writeFileSync } from 'node:fs'
import bwipjs from 'bwip-js/node'
import { z } from 'zod'

const WIDTH = 640
const HEIGHT = 480
const MODULE = 3
const BARS_TOP = 140
const BARS_BOTTOM = 340
const PAPER = 230
const INK = 15

/** The widths of bars and gaps, bars first; bwip-js types nothing of it. */
const Raw = z.array(z.object({ sbs: z.array(z.number()) })).min(1)

/** A film for Chromium's fake camera: one Code 128, held still before it. */
export function writeBarcodeFilm(file: string, text: string): void {
  const [code] = Raw.parse(bwipjs.raw({ bcid: 'code128', text, scale: 1 }))
  const widths = code?.sbs ?? []
  const total = widths.reduce((sum, width) => sum + width, 0)
  const light = Buffer.alloc(WIDTH * HEIGHT, PAPER)
  let x = Math.floor((WIDTH - total * MODULE) / 2)
  widths.forEach((width, i) => {
    if (i % 2 === 0) paintBar(light, x, width * MODULE)
    x += width * MODULE
  })
  const frame = [Buffer.from('FRAME\n'), light, Buffer.alloc((WIDTH * HEIGHT) / 2, 128)]
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`)
  writeFileSync(file, Buffer.concat([head, ...frame, ...frame]))
}

function paintBar(light: Buffer, from: number, width: number): void {
  for (let y = BARS_TOP; y < BARS_BOTTOM; y += 1) {
    light.fill(INK, y * WIDTH + from, y * WIDTH + from + width)
  }
}
