import type pg from 'pg'

/**
 * Lets the application's role use the queue tables, as far as BullMQ has made them: run it as the
 * owner after each upgrade of the schema. BullMQ numbers the jobs of each queue by a sequence it makes
 * when the queue gets its first job, hence the right to create in this one schema. Without the role (queues alone in a database) it does nothing.
 */
export async function grantQueueSchema(owner: pg.ClientBase, schema = 'bullmq'): Promise<void> {
  const { rowCount } = await owner.query(`select from pg_roles where rolname = 'navette_app'`)
  if (rowCount === 0) return
  await owner.query(`
    grant usage, create on schema ${schema} to navette_app;
    grant select, insert, update, delete on all tables in schema ${schema} to navette_app;
    grant execute on all functions in schema ${schema} to navette_app;`)
  // The sequences the program made itself belong to it; an owner without superuser rights cannot grant on those.
  await owner.query(`
    do $grant$
    declare
      one regclass;
    begin
      for one in select oid from pg_class
        where relkind = 'S' and relnamespace = '${schema}'::regnamespace and relowner = current_user::regrole
      loop
        execute format('grant usage, select, update on sequence %s to navette_app', one);
      end loop;
    end
    $grant$`)
}
