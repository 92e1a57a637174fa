-- What waits at a stop: read whenever a run is shown, planned again or aborted.
create index supply_order_run_stop_id_idx on supply_order (run_stop_id);
create index delivery_run_stop_id_idx on delivery (run_stop_id);
create index specimen_shipment_run_stop_id_idx on specimen_shipment (run_stop_id);
