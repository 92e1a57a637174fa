import { z } from 'zod'

/** How a product is kept and carried; a tote holds one class. */
export const StorageClass = z.enum(['ambient', 'cold', 'frozen', 'deep-frozen'])
export type StorageClass = z.infer<typeof StorageClass>

/** How anything travels: specimens know two classes more. A container holds one class. */
export const TemperatureClass = z.enum([...StorageClass.options, 'melting-ice', 'body'])
export type TemperatureClass = z.infer<typeof TemperatureClass>
