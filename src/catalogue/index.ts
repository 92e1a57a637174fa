export { setAllotment } from './allotments.js'
export { allotmentRoutes } from './allotments-routes.js'
export { loadBdpmFolder } from './bdpm/load-folder.js'
export { changeProduct } from './change-product.js'
export {
  type FoundProduct,
  findProductByCode,
  type ProductCode,
  type ProductFacts,
  productsById,
} from './find-product.js'
export { CatalogueImportId } from './import/import-id.js'
export type { ImportReport } from './import/report.js'
export { type ImportOptions, type ImportProgress, importBdpm } from './import-bdpm.js'
export { catalogueRoutes } from './routes.js'
export { runImport } from './run-import.js'
export { ProductSummary, ProductView } from './schema.js'
export { openProductSearch, type ProductSearch } from './search/product-search.js'
