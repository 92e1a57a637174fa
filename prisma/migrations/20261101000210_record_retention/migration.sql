-- What only served to hand work over once may go when nothing can ask for it again.
grant delete on outbox_message to navette_app;
create policy pruned_by_system on outbox_message for delete to navette_app
  using ((select navette_is_system()) and published_at is not null);
