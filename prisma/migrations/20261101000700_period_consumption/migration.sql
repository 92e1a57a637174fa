-- One statement selects these rows from stock_movement, whose own foreign keys already hold the grouping,
-- the member and the product, and neither table is ever updated or emptied: checking them again row by
-- row was most of the time of closing a month. The period, which is locked meanwhile, stays checked.
alter table period_consumption drop constraint period_consumption_grouping_id_fkey;
alter table period_consumption drop constraint period_consumption_establishment_id_fkey;
alter table period_consumption drop constraint period_consumption_product_id_fkey;
