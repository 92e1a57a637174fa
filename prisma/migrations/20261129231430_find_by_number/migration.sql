-- What people type and scanners read: numbers and codes, whole or begun.
-- text_pattern_ops: in it the beginning of a word is a range whatever the language of the database,
-- and its comparisons are leakproof, so that the range is still an index condition under row security.
-- The schema names these indexes without it: Prisma does not compare the operator class of a b-tree.
drop index tube_grouping_id_code_idx;

create index supply_order_by_number on supply_order (grouping_id, number text_pattern_ops);
create index delivery_by_note_number on delivery (grouping_id, note_number text_pattern_ops);
create index document_by_number on document (grouping_id, number text_pattern_ops);
create index tote_by_code on tote (grouping_id, code text_pattern_ops);
create index lot_by_number on lot (grouping_id, lot_number text_pattern_ops);
create index run_by_number on run (grouping_id, number text_pattern_ops);
create index specimen_shipment_by_number on specimen_shipment (grouping_id, number text_pattern_ops);
create index specimen_shipment_by_container on specimen_shipment (grouping_id, container_code text_pattern_ops);
create index tube_by_code on tube (grouping_id, code text_pattern_ops);
