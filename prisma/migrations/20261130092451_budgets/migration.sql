-- CreateTable
CREATE TABLE "budget_vote" (
    "id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "voted_on" DATE NOT NULL,
    "decision_reference" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "budget_vote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "budget_line" (
    "vote_id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "grouping_id" UUID NOT NULL,
    "amount_cents" BIGINT NOT NULL,

    CONSTRAINT "budget_line_pkey" PRIMARY KEY ("vote_id","pool_id","month")
);

-- CreateIndex
CREATE UNIQUE INDEX "budget_vote_grouping_id_fiscal_year_version_key" ON "budget_vote"("grouping_id", "fiscal_year", "version");

-- AddForeignKey
ALTER TABLE "budget_vote" ADD CONSTRAINT "budget_vote_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "budget_vote" ADD CONSTRAINT "budget_vote_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "budget_line" ADD CONSTRAINT "budget_line_vote_id_fkey" FOREIGN KEY ("vote_id") REFERENCES "budget_vote"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "budget_line" ADD CONSTRAINT "budget_line_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "cost_pool"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "budget_line" ADD CONSTRAINT "budget_line_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- A vote is a fact of the hub's accounts: another vote replaces it, nothing changes it.
revoke all on budget_vote, budget_line from navette_app;
grant select, insert on budget_vote, budget_line to navette_app;
create trigger budget_vote_is_append_only before update or delete on budget_vote for each row execute function navette_refuse_rewrite();
create trigger budget_vote_is_never_emptied before truncate on budget_vote for each statement execute function navette_refuse_rewrite();
create trigger budget_line_is_append_only before update or delete on budget_line for each row execute function navette_refuse_rewrite();
create trigger budget_line_is_never_emptied before truncate on budget_line for each statement execute function navette_refuse_rewrite();
alter table budget_vote enable row level security;
create policy tenant on budget_vote for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[]));
alter table budget_line enable row level security;
create policy tenant on budget_line for all to navette_app
  using (grouping_id = any ((select navette_groupings())::uuid[]));
alter table budget_vote add constraint budget_vote_version_positive check (version > 0);
alter table budget_line add constraint budget_line_amount_not_negative check (amount_cents >= 0);
alter table budget_line add constraint budget_line_month_is_first_day check (extract(day from month) = 1);
