-- CreateTable
CREATE TABLE "handover_signature" (
    "id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "establishment_id" UUID NOT NULL,
    "run_stop_id" UUID NOT NULL,
    "signer_name" TEXT NOT NULL,
    "signer_quality" TEXT NOT NULL,
    "container_codes" TEXT[],
    "strokes" JSONB NOT NULL,
    "actor_id" UUID NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "handover_signature_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "handover_signature_run_stop_id_idx" ON "handover_signature"("run_stop_id");

-- AddForeignKey
ALTER TABLE "handover_signature" ADD CONSTRAINT "handover_signature_run_stop_id_fkey" FOREIGN KEY ("run_stop_id") REFERENCES "run_stop"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "handover_signature" ADD CONSTRAINT "handover_signature_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- A signature is a fact, seen by the grouping and by the establishment where it was given.
revoke all on handover_signature from navette_app;
grant select, insert on handover_signature to navette_app;
create trigger handover_signature_is_append_only before update or delete on handover_signature for each row execute function navette_refuse_rewrite();
create trigger handover_signature_is_never_emptied before truncate on handover_signature for each statement execute function navette_refuse_rewrite();
alter table handover_signature enable row level security;
create policy tenant on handover_signature for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[])
    or (grouping_id::text || '/' || establishment_id::text) = any ((select navette_members())::text[]));
alter table handover_signature add constraint handover_signature_is_drawn check (jsonb_typeof(strokes) = 'array' and jsonb_array_length(strokes) > 0);
