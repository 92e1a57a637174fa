
-- CreateTable
CREATE TABLE "app_user" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "job_title" TEXT NOT NULL DEFAULT '',
    "password_hash" TEXT,
    "totp_secret" TEXT,
    "totp_confirmed_at" TIMESTAMPTZ(3),
    "totp_last_step" BIGINT,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "app_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "grouping_id" UUID NOT NULL,
    "establishment_id" UUID,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "granted_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "second_factor_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "scopes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "expires_on" DATE,
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "external_identity" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "external_identity_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "grouping_id" UUID,
    "establishment_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "details" JSONB NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "chain" TEXT NOT NULL,
    "position" BIGINT NOT NULL,
    "entry_id" BIGINT NOT NULL,
    "grouping_id" UUID,
    "hash" BYTEA NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("chain","position")
);

-- CreateTable
CREATE TABLE "cost_pool" (
    "id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "account" TEXT,
    "position" INTEGER NOT NULL,
    "closed_on" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cost_pool_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "allocation_key" (
    "id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "decision_reference" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "allocation_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "allocation_key_component" (
    "id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "driver" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,

    CONSTRAINT "allocation_key_component_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "allocation_key_weight" (
    "component_id" UUID NOT NULL,
    "establishment_id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "weight" BIGINT NOT NULL,

    CONSTRAINT "allocation_key_weight_pkey" PRIMARY KEY ("component_id","establishment_id")
);

-- CreateTable
CREATE TABLE "measured_driver" (
    "id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "establishment_id" UUID NOT NULL,
    "driver" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "quantity" BIGINT NOT NULL,
    "source" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "measured_driver_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "charge" (
    "id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "accounting_month" DATE NOT NULL,
    "origin_month" DATE NOT NULL,
    "amount_cents" BIGINT NOT NULL,
    "label" TEXT NOT NULL,
    "document_reference" TEXT NOT NULL,
    "reverses_id" UUID,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "charge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "period" (
    "id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "month" DATE NOT NULL,
    "state" TEXT NOT NULL,
    "frozen_at" TIMESTAMPTZ(3),
    "frozen_by_id" UUID,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,
    "snapshot_sha256" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "period_pool" (
    "period_id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "key_id" UUID,
    "total_cents" BIGINT NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "period_pool_pkey" PRIMARY KEY ("period_id","pool_id")
);

-- CreateTable
CREATE TABLE "period_share" (
    "period_id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "establishment_id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "numerator" TEXT NOT NULL,
    "denominator" TEXT NOT NULL,
    "amount_cents" BIGINT NOT NULL,

    CONSTRAINT "period_share_pkey" PRIMARY KEY ("period_id","pool_id","establishment_id")
);

-- CreateTable
CREATE TABLE "period_consumption" (
    "period_id" UUID NOT NULL,
    "establishment_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "units" BIGINT NOT NULL,
    "lines" INTEGER NOT NULL,
    "cost_micros" BIGINT NOT NULL,

    CONSTRAINT "period_consumption_pkey" PRIMARY KEY ("period_id","establishment_id","product_id")
);

-- CreateTable
CREATE TABLE "statement" (
    "id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "establishment_id" UUID NOT NULL,
    "period_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "total_cents" BIGINT NOT NULL,
    "document_id" UUID,
    "csv_document_id" UUID,
    "state" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "dispute_until" DATE NOT NULL,
    "dispute_reason" TEXT,
    "disputed_at" TIMESTAMPTZ(3),
    "final_at" TIMESTAMPTZ(3),

    CONSTRAINT "statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product" (
    "id" UUID NOT NULL,
    "cis" TEXT,
    "kind" TEXT NOT NULL,
    "denomination" TEXT NOT NULL,
    "inn" TEXT NOT NULL DEFAULT '',
    "form" TEXT NOT NULL DEFAULT '',
    "strength" TEXT NOT NULL DEFAULT '',
    "routes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "holders" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "atc" TEXT,
    "storage_class" TEXT NOT NULL DEFAULT 'ambient',
    "is_narcotic" BOOLEAN NOT NULL DEFAULT false,
    "is_blood_derived" BOOLEAN NOT NULL DEFAULT false,
    "is_hospital_only" BOOLEAN NOT NULL DEFAULT false,
    "is_lot_tracked" BOOLEAN NOT NULL DEFAULT true,
    "is_serialised" BOOLEAN NOT NULL DEFAULT false,
    "requires_four_eyes" BOOLEAN NOT NULL DEFAULT false,
    "supply_status" TEXT NOT NULL DEFAULT 'normal',
    "status" TEXT NOT NULL DEFAULT 'marketed',
    "minimum_shelf_life_days" INTEGER NOT NULL DEFAULT 7,
    "prescription_conditions" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "presentation" (
    "id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "cip13" TEXT,
    "cip7" TEXT,
    "ucd13" TEXT,
    "gtin14" TEXT,
    "label" TEXT NOT NULL,
    "units_per_pack" INTEGER,
    "approved_for_collectivities" TEXT NOT NULL DEFAULT 'unknown',
    "public_price_cents" BIGINT,
    "reimbursement_rate" INTEGER,
    "status" TEXT NOT NULL DEFAULT 'marketed',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "presentation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "vat_rate" (
    "product_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "basis_points" INTEGER NOT NULL,

    CONSTRAINT "vat_rate_pkey" PRIMARY KEY ("product_id","from_on")
);

-- CreateTable
CREATE TABLE "catalogue_import" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "source_sha256" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "report" JSONB NOT NULL,
    "started_by_id" UUID,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "catalogue_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "substitute" (
    "grouping_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "substitute_id" UUID NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "substitute_pkey" PRIMARY KEY ("grouping_id","product_id","substitute_id")
);

-- CreateTable
CREATE TABLE "allotment" (
    "id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "establishment_id" UUID NOT NULL,
    "care_unit_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "approved_by_id" UUID NOT NULL,
    "physician_name" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "allotment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "allotment_line" (
    "allotment_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "maximum_units" INTEGER NOT NULL,

    CONSTRAINT "allotment_line_pkey" PRIMARY KEY ("allotment_id","product_id")
);

-- CreateTable
CREATE TABLE "run_template" (
    "id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "weekdays" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "departs_at" TEXT NOT NULL,
    "cutoff_minutes" INTEGER NOT NULL,
    "skips_public_holidays" BOOLEAN NOT NULL DEFAULT true,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "held_from" DATE,
    "held_to" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "run_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_template_stop" (
    "id" UUID NOT NULL,
    "template_id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "establishment_id" UUID NOT NULL,
    "delivery_point_id" UUID NOT NULL,
    "offset_minutes" INTEGER NOT NULL,
    "delivers" BOOLEAN NOT NULL,
    "collects_specimens" BOOLEAN NOT NULL,

    CONSTRAINT "run_template_stop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_template_exception" (
    "template_id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "departs_at" TEXT,
    "reason" TEXT NOT NULL,

    CONSTRAINT "run_template_exception_pkey" PRIMARY KEY ("template_id","on_day")
);

-- CreateTable
CREATE TABLE "run" (
    "id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "template_id" UUID,
    "number" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "service_on" DATE NOT NULL,
    "departs_at" TIMESTAMPTZ(3) NOT NULL,
    "cutoff_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "courier_id" UUID,
    "started_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "run_stop" (
    "id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "establishment_id" UUID NOT NULL,
    "delivery_point_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "delivers" BOOLEAN NOT NULL,
    "collects_specimens" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'pending',
    "arrived_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "run_stop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "custody_event" (
    "event_id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "establishment_id" UUID,
    "device_id" UUID NOT NULL,
    "device_sequence" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "container_code" TEXT NOT NULL,
    "tube_code" TEXT,
    "chain_position" INTEGER NOT NULL,
    "chain_hash" BYTEA NOT NULL,
    "payload_hash" BYTEA NOT NULL,
    "run_id" UUID,
    "run_stop_id" UUID,
    "place_establishment_id" UUID,
    "actor_id" UUID NOT NULL,
    "counterpart" TEXT,
    "input_mode" TEXT NOT NULL,
    "manual_reason" TEXT,
    "temperature_deci_celsius" INTEGER,
    "seal_number" TEXT,
    "device_at" TIMESTAMPTZ(3) NOT NULL,
    "clock_offset_ms" INTEGER NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "flags" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "verdict" TEXT NOT NULL,

    CONSTRAINT "custody_event_pkey" PRIMARY KEY ("event_id")
);

-- CreateTable
CREATE TABLE "custody_chain" (
    "container_code" TEXT NOT NULL,
    "grouping_id" UUID NOT NULL,
    "establishment_id" UUID,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID,
    "last_position" INTEGER NOT NULL DEFAULT 0,
    "head_hash" BYTEA NOT NULL,
    "holder_kind" TEXT NOT NULL DEFAULT 'sender',
    "holder_id" UUID,
    "last_kind" TEXT,
    "last_occurred_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "custody_chain_pkey" PRIMARY KEY ("container_code")
);

-- CreateTable
CREATE TABLE "custody_conflict" (
    "id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "device_id" UUID NOT NULL,
    "device_sequence" BIGINT NOT NULL,
    "payload" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "actor_id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "custody_conflict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "establishment_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "delivery_point_id" UUID NOT NULL,
    "run_stop_id" UUID,
    "state" TEXT NOT NULL,
    "note_id" UUID,
    "note_number" TEXT,
    "packed_by_id" UUID NOT NULL,
    "packed_at" TIMESTAMPTZ(3) NOT NULL,
    "dispatched_by_id" UUID,
    "dispatched_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "received_by_id" UUID,
    "receiver_title" TEXT,
    "received_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tote" (
    "id" UUID NOT NULL,
    "delivery_id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "establishment_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "storage_class" TEXT NOT NULL,
    "seal_number" TEXT,
    "logger_id" TEXT,

    CONSTRAINT "tote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery_line" (
    "id" UUID NOT NULL,
    "delivery_id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "establishment_id" UUID NOT NULL,
    "order_line_id" UUID NOT NULL,
    "tote_id" UUID,
    "product_id" UUID NOT NULL,
    "lot_id" UUID NOT NULL,
    "from_location_id" UUID NOT NULL,
    "lot_number" TEXT NOT NULL,
    "expires_on" DATE NOT NULL,
    "shipped_units" INTEGER NOT NULL,
    "unit_cost_micros" BIGINT,
    "accepted_units" INTEGER,
    "refused_units" INTEGER,
    "missing_units" INTEGER,
    "reason_code" TEXT,
    "comment" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "delivery_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "discrepancy" (
    "id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "establishment_id" UUID NOT NULL,
    "delivery_id" UUID NOT NULL,
    "delivery_line_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "units" INTEGER NOT NULL,
    "reason_code" TEXT NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'open',
    "settlement" TEXT,
    "settlement_note" TEXT,
    "opened_by_id" UUID NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_by_id" UUID,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "discrepancy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_series" (
    "grouping_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last_number" INTEGER NOT NULL,

    CONSTRAINT "document_series_pkey" PRIMARY KEY ("grouping_id","kind","year")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "establishment_id" UUID,
    "kind" TEXT NOT NULL,
    "number" TEXT,
    "year" INTEGER,
    "sequence" INTEGER,
    "title" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "supersedes_id" UUID,
    "issued_by_id" UUID NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_content" (
    "document_id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "establishment_id" UUID,
    "sha256" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "rendered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_content_pkey" PRIMARY KEY ("document_id")
);

-- CreateTable
CREATE TABLE "grouping" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "legal_form" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "hub_establishment_id" UUID,
    "time_zone" TEXT NOT NULL DEFAULT 'Europe/Paris',
    "vat_regime" TEXT NOT NULL DEFAULT 'exempt',
    "legal_mention" TEXT NOT NULL,
    "responsible_name" TEXT NOT NULL,
    "responsible_phone" TEXT NOT NULL,
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "grouping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "establishment" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "finess_et" TEXT,
    "finess_ej" TEXT,
    "siret" TEXT,
    "address_line" TEXT NOT NULL,
    "postal_code" TEXT NOT NULL,
    "town" TEXT NOT NULL,
    "latitude" DOUBLE PRECISION,
    "longitude" DOUBLE PRECISION,
    "phone" TEXT,
    "is_fictitious" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "establishment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "care_unit" (
    "id" UUID NOT NULL,
    "establishment_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "care_unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery_point" (
    "id" UUID NOT NULL,
    "establishment_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "instructions" TEXT NOT NULL DEFAULT '',
    "opens_at" TEXT NOT NULL,
    "closes_at" TEXT NOT NULL,

    CONSTRAINT "delivery_point_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "establishment_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "activities" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "member_order" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supply_order" (
    "id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "establishment_id" UUID NOT NULL,
    "care_unit_id" UUID,
    "delivery_point_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "priority" TEXT NOT NULL DEFAULT 'normal',
    "state" TEXT NOT NULL,
    "state_before_suspension" TEXT,
    "comment" TEXT NOT NULL DEFAULT '',
    "requested_by_id" UUID NOT NULL,
    "approved_by_id" UUID,
    "prepared_by_id" UUID,
    "released_by_id" UUID,
    "backorder_of_id" UUID,
    "run_stop_id" UUID,
    "expected_at" TIMESTAMPTZ(3),
    "submitted_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "supply_order_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "supply_order_line" (
    "id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "establishment_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "requested_product_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "ordered_units" INTEGER NOT NULL,
    "approved_units" INTEGER,
    "in_process_units" INTEGER NOT NULL DEFAULT 0,
    "picked_units" INTEGER NOT NULL DEFAULT 0,
    "shipped_units" INTEGER NOT NULL DEFAULT 0,
    "backordered_units" INTEGER NOT NULL DEFAULT 0,
    "cancelled_units" INTEGER NOT NULL DEFAULT 0,
    "reason_code" TEXT,
    "comment" TEXT NOT NULL DEFAULT '',
    "explanation" JSONB,
    "backorder_of_line_id" UUID,

    CONSTRAINT "supply_order_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "allocation" (
    "line_id" UUID NOT NULL,
    "lot_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "units" INTEGER NOT NULL,
    "picked_units" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "allocation_pkey" PRIMARY KEY ("line_id","lot_id","location_id")
);

-- CreateTable
CREATE TABLE "order_transition" (
    "id" BIGSERIAL NOT NULL,
    "order_id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "establishment_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "from_state" TEXT NOT NULL,
    "to_state" TEXT NOT NULL,
    "actor_id" UUID NOT NULL,
    "actor_name" TEXT NOT NULL,
    "reason" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "order_transition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_message" (
    "id" BIGSERIAL NOT NULL,
    "job_name" TEXT NOT NULL,
    "job_id" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "grouping_id" UUID,
    "request_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "outbox_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dead_letter" (
    "id" UUID NOT NULL,
    "job_name" TEXT NOT NULL,
    "job_id" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "grouping_id" UUID,
    "error" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "failed_at" TIMESTAMPTZ(3) NOT NULL,
    "retried_at" TIMESTAMPTZ(3),
    "retried_by_id" UUID,

    CONSTRAINT "dead_letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_record" (
    "owner_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "response" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "idempotency_record_pkey" PRIMARY KEY ("owner_id","key")
);

-- CreateTable
CREATE TABLE "demo_state" (
    "id" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "played_for" DATE NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "demo_state_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exam" (
    "id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "letter_b" INTEGER,
    "is_courier_forbidden" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "exam_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stability_rule" (
    "id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "exam_id" UUID NOT NULL,
    "tube_type" TEXT,
    "temperature_class" TEXT,
    "processing" TEXT,
    "origin" TEXT,
    "urgency" TEXT,
    "ideal_minutes" INTEGER NOT NULL,
    "maximum_minutes" INTEGER NOT NULL,
    "is_derogable" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT NOT NULL,
    "approved_by_id" UUID,
    "version" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stability_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "specimen_shipment" (
    "id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "establishment_id" UUID NOT NULL,
    "delivery_point_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "container_code" TEXT NOT NULL,
    "temperature_class" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "has_discrepancy" BOOLEAN NOT NULL DEFAULT false,
    "checklist" JSONB,
    "seal_number" TEXT,
    "logger_id" TEXT,
    "sealed_at" TIMESTAMPTZ(3),
    "sealed_by_id" UUID,
    "deadline_at" TIMESTAMPTZ(3),
    "deadline_tube_id" UUID,
    "run_stop_id" UUID,
    "picked_up_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "receiving_at" TIMESTAMPTZ(3),
    "reconciled_at" TIMESTAMPTZ(3),
    "reconciled_by_id" UUID,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "specimen_shipment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tube" (
    "id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "establishment_id" UUID NOT NULL,
    "shipment_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "tube_type" TEXT NOT NULL,
    "processing" TEXT NOT NULL DEFAULT 'whole',
    "urgency" TEXT NOT NULL DEFAULT 'routine',
    "collected_at" TIMESTAMPTZ(3),
    "collected_by" TEXT,
    "deadline_at" TIMESTAMPTZ(3),
    "ideal_at" TIMESTAMPTZ(3),
    "deciding_exam_id" UUID,
    "deciding_rule_id" UUID,
    "is_unlisted" BOOLEAN NOT NULL DEFAULT false,
    "state" TEXT NOT NULL DEFAULT 'listed',

    CONSTRAINT "tube_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "tube_exam" (
    "tube_id" UUID NOT NULL,
    "exam_id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "establishment_id" UUID NOT NULL,

    CONSTRAINT "tube_exam_pkey" PRIMARY KEY ("tube_id","exam_id")
);

-- CreateTable
CREATE TABLE "tube_verdict" (
    "id" UUID NOT NULL,
    "tube_id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "establishment_id" UUID NOT NULL,
    "verdict" TEXT NOT NULL,
    "input_mode" TEXT NOT NULL,
    "reason_code" TEXT,
    "comment" TEXT NOT NULL DEFAULT '',
    "minutes_since_collection" INTEGER,
    "actor_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tube_verdict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deadline_alarm" (
    "id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "establishment_id" UUID NOT NULL,
    "shipment_id" UUID NOT NULL,
    "threshold_minutes" INTEGER NOT NULL,
    "deadline_at" TIMESTAMPTZ(3) NOT NULL,
    "expected_at" TIMESTAMPTZ(3),
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledged_by_id" UUID,
    "acknowledged_at" TIMESTAMPTZ(3),

    CONSTRAINT "deadline_alarm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "location" (
    "id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "establishment_id" UUID,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "storage_class" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "location_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lot" (
    "id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "lot_number" TEXT NOT NULL,
    "expires_on" DATE NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'available',
    "status_reason" TEXT,
    "status_changed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock_item" (
    "grouping_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "available_units" INTEGER NOT NULL DEFAULT 0,
    "owned_units" INTEGER NOT NULL DEFAULT 0,
    "average_cost_micros" BIGINT NOT NULL DEFAULT 0,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stock_item_pkey" PRIMARY KEY ("grouping_id","product_id")
);

-- CreateTable
CREATE TABLE "stock_balance" (
    "location_id" UUID NOT NULL,
    "lot_id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "establishment_id" UUID,
    "product_id" UUID NOT NULL,
    "expires_on" DATE NOT NULL,
    "is_pickable" BOOLEAN NOT NULL,
    "is_depleted" BOOLEAN NOT NULL DEFAULT false,
    "on_hand_units" INTEGER NOT NULL DEFAULT 0,
    "reserved_units" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "stock_balance_pkey" PRIMARY KEY ("location_id","lot_id")
);

-- CreateTable
CREATE TABLE "stock_movement" (
    "id" BIGSERIAL NOT NULL,
    "grouping_id" UUID NOT NULL,
    "establishment_id" UUID,
    "product_id" UUID NOT NULL,
    "lot_id" UUID NOT NULL,
    "from_location_id" UUID NOT NULL,
    "to_location_id" UUID NOT NULL,
    "units" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "unit_cost_micros" BIGINT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "line_id" UUID,
    "actor_id" UUID NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "accounting_month" DATE NOT NULL,
    "movement_key" TEXT NOT NULL,
    "reverses_id" BIGINT,
    "note" TEXT,

    CONSTRAINT "stock_movement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock_receipt" (
    "id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "supplier_name" TEXT NOT NULL,
    "supplier_reference" TEXT NOT NULL,
    "received_by_id" UUID NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stock_receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stock_receipt_line" (
    "id" UUID NOT NULL,
    "receipt_id" UUID NOT NULL,
    "grouping_id" UUID NOT NULL,
    "line_no" INTEGER NOT NULL,
    "product_id" UUID NOT NULL,
    "lot_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "units" INTEGER NOT NULL,
    "unit_cost_micros" BIGINT NOT NULL,
    "average_cost_after_micros" BIGINT NOT NULL,
    "input_mode" TEXT NOT NULL,
    "scan" TEXT,

    CONSTRAINT "stock_receipt_line_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user"("email");

-- CreateIndex
CREATE INDEX "role_grant_user_id_idx" ON "role_grant"("user_id");

-- CreateIndex
CREATE INDEX "role_grant_grouping_id_idx" ON "role_grant"("grouping_id");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_secret_hash_key" ON "api_key"("secret_hash");

-- CreateIndex
CREATE INDEX "audit_entry_grouping_id_id_idx" ON "audit_entry"("grouping_id", "id");

-- CreateIndex
CREATE INDEX "audit_entry_subject_type_subject_id_idx" ON "audit_entry"("subject_type", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_entry_id_key" ON "audit_seal"("entry_id");

-- CreateIndex
CREATE UNIQUE INDEX "cost_pool_grouping_id_code_key" ON "cost_pool"("grouping_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "allocation_key_pool_id_version_key" ON "allocation_key"("pool_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "allocation_key_component_key_id_position_key" ON "allocation_key_component"("key_id", "position");

-- CreateIndex
CREATE INDEX "measured_driver_grouping_id_month_idx" ON "measured_driver"("grouping_id", "month");

-- CreateIndex
CREATE UNIQUE INDEX "charge_reverses_id_key" ON "charge"("reverses_id");

-- CreateIndex
CREATE INDEX "charge_grouping_id_accounting_month_idx" ON "charge"("grouping_id", "accounting_month");

-- CreateIndex
CREATE UNIQUE INDEX "period_grouping_id_month_key" ON "period"("grouping_id", "month");

-- CreateIndex
CREATE UNIQUE INDEX "statement_grouping_id_number_key" ON "statement"("grouping_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "statement_period_id_establishment_id_key" ON "statement"("period_id", "establishment_id");

-- CreateIndex
CREATE UNIQUE INDEX "product_cis_key" ON "product"("cis");

-- CreateIndex
CREATE INDEX "product_status_idx" ON "product"("status");

-- CreateIndex
CREATE UNIQUE INDEX "presentation_cip13_key" ON "presentation"("cip13");

-- CreateIndex
CREATE UNIQUE INDEX "presentation_gtin14_key" ON "presentation"("gtin14");

-- CreateIndex
CREATE INDEX "presentation_product_id_idx" ON "presentation"("product_id");

-- CreateIndex
CREATE INDEX "presentation_ucd13_idx" ON "presentation"("ucd13");

-- CreateIndex
CREATE UNIQUE INDEX "allotment_grouping_id_care_unit_id_version_key" ON "allotment"("grouping_id", "care_unit_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "run_template_grouping_id_name_key" ON "run_template"("grouping_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "run_template_stop_template_id_position_key" ON "run_template_stop"("template_id", "position");

-- CreateIndex
CREATE INDEX "run_grouping_id_service_on_idx" ON "run"("grouping_id", "service_on");

-- CreateIndex
CREATE UNIQUE INDEX "run_template_id_service_on_key" ON "run"("template_id", "service_on");

-- CreateIndex
CREATE UNIQUE INDEX "run_grouping_id_number_key" ON "run"("grouping_id", "number");

-- CreateIndex
CREATE INDEX "run_stop_grouping_id_establishment_id_planned_at_idx" ON "run_stop"("grouping_id", "establishment_id", "planned_at");

-- CreateIndex
CREATE UNIQUE INDEX "run_stop_run_id_position_key" ON "run_stop"("run_id", "position");

-- CreateIndex
CREATE INDEX "custody_event_grouping_id_occurred_at_idx" ON "custody_event"("grouping_id", "occurred_at");

-- CreateIndex
CREATE UNIQUE INDEX "custody_event_device_id_device_sequence_key" ON "custody_event"("device_id", "device_sequence");

-- CreateIndex
CREATE UNIQUE INDEX "custody_event_container_code_chain_position_key" ON "custody_event"("container_code", "chain_position");

-- CreateIndex
CREATE INDEX "delivery_grouping_id_state_idx" ON "delivery"("grouping_id", "state");

-- CreateIndex
CREATE INDEX "delivery_grouping_id_establishment_id_packed_at_idx" ON "delivery"("grouping_id", "establishment_id", "packed_at");

-- CreateIndex
CREATE UNIQUE INDEX "tote_code_key" ON "tote"("code");

-- CreateIndex
CREATE INDEX "delivery_line_delivery_id_idx" ON "delivery_line"("delivery_id");

-- CreateIndex
CREATE INDEX "delivery_line_lot_id_idx" ON "delivery_line"("lot_id");

-- CreateIndex
CREATE INDEX "discrepancy_grouping_id_state_idx" ON "discrepancy"("grouping_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "document_supersedes_id_key" ON "document"("supersedes_id");

-- CreateIndex
CREATE INDEX "document_subject_type_subject_id_idx" ON "document"("subject_type", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_grouping_id_kind_number_key" ON "document"("grouping_id", "kind", "number");

-- CreateIndex
CREATE UNIQUE INDEX "grouping_code_key" ON "grouping"("code");

-- CreateIndex
CREATE UNIQUE INDEX "establishment_finess_et_key" ON "establishment"("finess_et");

-- CreateIndex
CREATE UNIQUE INDEX "care_unit_establishment_id_code_key" ON "care_unit"("establishment_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_point_establishment_id_name_key" ON "delivery_point"("establishment_id", "name");

-- CreateIndex
CREATE INDEX "membership_grouping_id_establishment_id_idx" ON "membership"("grouping_id", "establishment_id");

-- CreateIndex
CREATE INDEX "supply_order_grouping_id_state_idx" ON "supply_order"("grouping_id", "state");

-- CreateIndex
CREATE INDEX "supply_order_grouping_id_establishment_id_created_at_idx" ON "supply_order"("grouping_id", "establishment_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "supply_order_grouping_id_number_key" ON "supply_order"("grouping_id", "number");

-- CreateIndex
CREATE INDEX "supply_order_line_product_id_idx" ON "supply_order_line"("product_id");

-- CreateIndex
CREATE UNIQUE INDEX "supply_order_line_order_id_line_no_key" ON "supply_order_line"("order_id", "line_no");

-- CreateIndex
CREATE INDEX "allocation_lot_id_idx" ON "allocation"("lot_id");

-- CreateIndex
CREATE INDEX "order_transition_order_id_idx" ON "order_transition"("order_id");

-- CreateIndex
CREATE UNIQUE INDEX "exam_grouping_id_code_key" ON "exam"("grouping_id", "code");

-- CreateIndex
CREATE INDEX "stability_rule_grouping_id_exam_id_idx" ON "stability_rule"("grouping_id", "exam_id");

-- CreateIndex
CREATE UNIQUE INDEX "specimen_shipment_container_code_key" ON "specimen_shipment"("container_code");

-- CreateIndex
CREATE INDEX "specimen_shipment_grouping_id_state_idx" ON "specimen_shipment"("grouping_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "specimen_shipment_grouping_id_number_key" ON "specimen_shipment"("grouping_id", "number");

-- CreateIndex
CREATE INDEX "tube_grouping_id_code_idx" ON "tube"("grouping_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "tube_shipment_id_code_key" ON "tube"("shipment_id", "code");

-- CreateIndex
CREATE INDEX "tube_verdict_tube_id_idx" ON "tube_verdict"("tube_id");

-- CreateIndex
CREATE UNIQUE INDEX "deadline_alarm_shipment_id_threshold_minutes_key" ON "deadline_alarm"("shipment_id", "threshold_minutes");

-- CreateIndex
CREATE INDEX "location_grouping_id_kind_idx" ON "location"("grouping_id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "lot_grouping_id_product_id_lot_number_key" ON "lot"("grouping_id", "product_id", "lot_number");

-- CreateIndex
CREATE INDEX "stock_balance_lot_id_idx" ON "stock_balance"("lot_id");

-- CreateIndex
CREATE UNIQUE INDEX "stock_movement_movement_key_key" ON "stock_movement"("movement_key");

-- CreateIndex
CREATE UNIQUE INDEX "stock_movement_reverses_id_key" ON "stock_movement"("reverses_id");

-- CreateIndex
CREATE INDEX "stock_movement_grouping_id_accounting_month_idx" ON "stock_movement"("grouping_id", "accounting_month");

-- CreateIndex
CREATE UNIQUE INDEX "stock_receipt_grouping_id_number_key" ON "stock_receipt"("grouping_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "stock_receipt_line_receipt_id_line_no_key" ON "stock_receipt_line"("receipt_id", "line_no");

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "external_identity" ADD CONSTRAINT "external_identity_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "audit_seal" ADD CONSTRAINT "audit_seal_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "audit_entry"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "cost_pool" ADD CONSTRAINT "cost_pool_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "allocation_key" ADD CONSTRAINT "allocation_key_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "allocation_key" ADD CONSTRAINT "allocation_key_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "cost_pool"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "allocation_key" ADD CONSTRAINT "allocation_key_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "allocation_key_component" ADD CONSTRAINT "allocation_key_component_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "allocation_key"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "allocation_key_component" ADD CONSTRAINT "allocation_key_component_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "allocation_key_weight" ADD CONSTRAINT "allocation_key_weight_component_id_fkey" FOREIGN KEY ("component_id") REFERENCES "allocation_key_component"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "allocation_key_weight" ADD CONSTRAINT "allocation_key_weight_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "allocation_key_weight" ADD CONSTRAINT "allocation_key_weight_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "measured_driver" ADD CONSTRAINT "measured_driver_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "measured_driver" ADD CONSTRAINT "measured_driver_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "measured_driver" ADD CONSTRAINT "measured_driver_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "charge" ADD CONSTRAINT "charge_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "charge" ADD CONSTRAINT "charge_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "cost_pool"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "charge" ADD CONSTRAINT "charge_reverses_id_fkey" FOREIGN KEY ("reverses_id") REFERENCES "charge"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "charge" ADD CONSTRAINT "charge_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "period" ADD CONSTRAINT "period_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "period" ADD CONSTRAINT "period_frozen_by_id_fkey" FOREIGN KEY ("frozen_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "period" ADD CONSTRAINT "period_closed_by_id_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "period_pool" ADD CONSTRAINT "period_pool_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "period"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "period_pool" ADD CONSTRAINT "period_pool_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "cost_pool"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "period_pool" ADD CONSTRAINT "period_pool_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "period_pool" ADD CONSTRAINT "period_pool_key_id_fkey" FOREIGN KEY ("key_id") REFERENCES "allocation_key"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "period_share" ADD CONSTRAINT "period_share_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "period"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "period_share" ADD CONSTRAINT "period_share_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "cost_pool"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "period_share" ADD CONSTRAINT "period_share_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "period_share" ADD CONSTRAINT "period_share_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "period_consumption" ADD CONSTRAINT "period_consumption_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "period"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "period_consumption" ADD CONSTRAINT "period_consumption_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "period_consumption" ADD CONSTRAINT "period_consumption_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "period_consumption" ADD CONSTRAINT "period_consumption_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "period"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_csv_document_id_fkey" FOREIGN KEY ("csv_document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "presentation" ADD CONSTRAINT "presentation_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "vat_rate" ADD CONSTRAINT "vat_rate_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "substitute" ADD CONSTRAINT "substitute_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "substitute" ADD CONSTRAINT "substitute_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "substitute" ADD CONSTRAINT "substitute_substitute_id_fkey" FOREIGN KEY ("substitute_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "allotment" ADD CONSTRAINT "allotment_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "allotment" ADD CONSTRAINT "allotment_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "allotment" ADD CONSTRAINT "allotment_care_unit_id_fkey" FOREIGN KEY ("care_unit_id") REFERENCES "care_unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "allotment" ADD CONSTRAINT "allotment_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "allotment_line" ADD CONSTRAINT "allotment_line_allotment_id_fkey" FOREIGN KEY ("allotment_id") REFERENCES "allotment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "allotment_line" ADD CONSTRAINT "allotment_line_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "run_template" ADD CONSTRAINT "run_template_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "run_template_stop" ADD CONSTRAINT "run_template_stop_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "run_template"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "run_template_stop" ADD CONSTRAINT "run_template_stop_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "run_template_stop" ADD CONSTRAINT "run_template_stop_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "run_template_stop" ADD CONSTRAINT "run_template_stop_delivery_point_id_fkey" FOREIGN KEY ("delivery_point_id") REFERENCES "delivery_point"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "run_template_exception" ADD CONSTRAINT "run_template_exception_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "run_template"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "run_template_exception" ADD CONSTRAINT "run_template_exception_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "run_template"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "run" ADD CONSTRAINT "run_courier_id_fkey" FOREIGN KEY ("courier_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "run_stop" ADD CONSTRAINT "run_stop_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "run"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "run_stop" ADD CONSTRAINT "run_stop_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "run_stop" ADD CONSTRAINT "run_stop_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "run_stop" ADD CONSTRAINT "run_stop_delivery_point_id_fkey" FOREIGN KEY ("delivery_point_id") REFERENCES "delivery_point"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "custody_event" ADD CONSTRAINT "custody_event_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "custody_chain" ADD CONSTRAINT "custody_chain_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "custody_conflict" ADD CONSTRAINT "custody_conflict_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "supply_order"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_delivery_point_id_fkey" FOREIGN KEY ("delivery_point_id") REFERENCES "delivery_point"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_run_stop_id_fkey" FOREIGN KEY ("run_stop_id") REFERENCES "run_stop"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_note_id_fkey" FOREIGN KEY ("note_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_packed_by_id_fkey" FOREIGN KEY ("packed_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_dispatched_by_id_fkey" FOREIGN KEY ("dispatched_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_received_by_id_fkey" FOREIGN KEY ("received_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tote" ADD CONSTRAINT "tote_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "delivery"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tote" ADD CONSTRAINT "tote_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tote" ADD CONSTRAINT "tote_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "delivery_line" ADD CONSTRAINT "delivery_line_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "delivery"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "delivery_line" ADD CONSTRAINT "delivery_line_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "delivery_line" ADD CONSTRAINT "delivery_line_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "delivery_line" ADD CONSTRAINT "delivery_line_order_line_id_fkey" FOREIGN KEY ("order_line_id") REFERENCES "supply_order_line"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "delivery_line" ADD CONSTRAINT "delivery_line_tote_id_fkey" FOREIGN KEY ("tote_id") REFERENCES "tote"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "delivery_line" ADD CONSTRAINT "delivery_line_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "delivery_line" ADD CONSTRAINT "delivery_line_lot_id_fkey" FOREIGN KEY ("lot_id") REFERENCES "lot"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "delivery_line" ADD CONSTRAINT "delivery_line_from_location_id_fkey" FOREIGN KEY ("from_location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "discrepancy" ADD CONSTRAINT "discrepancy_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "discrepancy" ADD CONSTRAINT "discrepancy_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "discrepancy" ADD CONSTRAINT "discrepancy_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "delivery"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "discrepancy" ADD CONSTRAINT "discrepancy_delivery_line_id_fkey" FOREIGN KEY ("delivery_line_id") REFERENCES "delivery_line"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "discrepancy" ADD CONSTRAINT "discrepancy_opened_by_id_fkey" FOREIGN KEY ("opened_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "discrepancy" ADD CONSTRAINT "discrepancy_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "document_series" ADD CONSTRAINT "document_series_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "document_content" ADD CONSTRAINT "document_content_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "document_content" ADD CONSTRAINT "document_content_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "grouping" ADD CONSTRAINT "grouping_hub_establishment_id_fkey" FOREIGN KEY ("hub_establishment_id") REFERENCES "establishment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "care_unit" ADD CONSTRAINT "care_unit_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "delivery_point" ADD CONSTRAINT "delivery_point_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "supply_order" ADD CONSTRAINT "supply_order_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "supply_order" ADD CONSTRAINT "supply_order_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "supply_order" ADD CONSTRAINT "supply_order_care_unit_id_fkey" FOREIGN KEY ("care_unit_id") REFERENCES "care_unit"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "supply_order" ADD CONSTRAINT "supply_order_delivery_point_id_fkey" FOREIGN KEY ("delivery_point_id") REFERENCES "delivery_point"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "supply_order" ADD CONSTRAINT "supply_order_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "supply_order" ADD CONSTRAINT "supply_order_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "supply_order" ADD CONSTRAINT "supply_order_prepared_by_id_fkey" FOREIGN KEY ("prepared_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "supply_order" ADD CONSTRAINT "supply_order_released_by_id_fkey" FOREIGN KEY ("released_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "supply_order" ADD CONSTRAINT "supply_order_backorder_of_id_fkey" FOREIGN KEY ("backorder_of_id") REFERENCES "supply_order"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "supply_order" ADD CONSTRAINT "supply_order_run_stop_id_fkey" FOREIGN KEY ("run_stop_id") REFERENCES "run_stop"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "supply_order_line" ADD CONSTRAINT "supply_order_line_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "supply_order"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "supply_order_line" ADD CONSTRAINT "supply_order_line_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "supply_order_line" ADD CONSTRAINT "supply_order_line_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "supply_order_line" ADD CONSTRAINT "supply_order_line_requested_product_id_fkey" FOREIGN KEY ("requested_product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "supply_order_line" ADD CONSTRAINT "supply_order_line_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "supply_order_line" ADD CONSTRAINT "supply_order_line_backorder_of_line_id_fkey" FOREIGN KEY ("backorder_of_line_id") REFERENCES "supply_order_line"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "supply_order_line"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_lot_id_fkey" FOREIGN KEY ("lot_id") REFERENCES "lot"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "order_transition" ADD CONSTRAINT "order_transition_order_id_fkey" FOREIGN KEY ("order_id") REFERENCES "supply_order"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "order_transition" ADD CONSTRAINT "order_transition_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "order_transition" ADD CONSTRAINT "order_transition_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "exam" ADD CONSTRAINT "exam_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stability_rule" ADD CONSTRAINT "stability_rule_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stability_rule" ADD CONSTRAINT "stability_rule_exam_id_fkey" FOREIGN KEY ("exam_id") REFERENCES "exam"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stability_rule" ADD CONSTRAINT "stability_rule_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "specimen_shipment" ADD CONSTRAINT "specimen_shipment_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "specimen_shipment" ADD CONSTRAINT "specimen_shipment_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "specimen_shipment" ADD CONSTRAINT "specimen_shipment_delivery_point_id_fkey" FOREIGN KEY ("delivery_point_id") REFERENCES "delivery_point"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "specimen_shipment" ADD CONSTRAINT "specimen_shipment_sealed_by_id_fkey" FOREIGN KEY ("sealed_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "specimen_shipment" ADD CONSTRAINT "specimen_shipment_run_stop_id_fkey" FOREIGN KEY ("run_stop_id") REFERENCES "run_stop"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "specimen_shipment" ADD CONSTRAINT "specimen_shipment_reconciled_by_id_fkey" FOREIGN KEY ("reconciled_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "specimen_shipment" ADD CONSTRAINT "specimen_shipment_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tube" ADD CONSTRAINT "tube_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tube" ADD CONSTRAINT "tube_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tube" ADD CONSTRAINT "tube_shipment_id_fkey" FOREIGN KEY ("shipment_id") REFERENCES "specimen_shipment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tube" ADD CONSTRAINT "tube_deciding_exam_id_fkey" FOREIGN KEY ("deciding_exam_id") REFERENCES "exam"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tube" ADD CONSTRAINT "tube_deciding_rule_id_fkey" FOREIGN KEY ("deciding_rule_id") REFERENCES "stability_rule"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tube_exam" ADD CONSTRAINT "tube_exam_tube_id_fkey" FOREIGN KEY ("tube_id") REFERENCES "tube"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tube_exam" ADD CONSTRAINT "tube_exam_exam_id_fkey" FOREIGN KEY ("exam_id") REFERENCES "exam"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tube_exam" ADD CONSTRAINT "tube_exam_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tube_exam" ADD CONSTRAINT "tube_exam_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tube_verdict" ADD CONSTRAINT "tube_verdict_tube_id_fkey" FOREIGN KEY ("tube_id") REFERENCES "tube"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tube_verdict" ADD CONSTRAINT "tube_verdict_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "tube_verdict" ADD CONSTRAINT "tube_verdict_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "deadline_alarm" ADD CONSTRAINT "deadline_alarm_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "deadline_alarm" ADD CONSTRAINT "deadline_alarm_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "deadline_alarm" ADD CONSTRAINT "deadline_alarm_shipment_id_fkey" FOREIGN KEY ("shipment_id") REFERENCES "specimen_shipment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "deadline_alarm" ADD CONSTRAINT "deadline_alarm_acknowledged_by_id_fkey" FOREIGN KEY ("acknowledged_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "location" ADD CONSTRAINT "location_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "location" ADD CONSTRAINT "location_establishment_id_fkey" FOREIGN KEY ("establishment_id") REFERENCES "establishment"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "lot" ADD CONSTRAINT "lot_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "lot" ADD CONSTRAINT "lot_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stock_item" ADD CONSTRAINT "stock_item_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stock_item" ADD CONSTRAINT "stock_item_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stock_balance" ADD CONSTRAINT "stock_balance_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stock_balance" ADD CONSTRAINT "stock_balance_lot_id_fkey" FOREIGN KEY ("lot_id") REFERENCES "lot"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stock_balance" ADD CONSTRAINT "stock_balance_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stock_balance" ADD CONSTRAINT "stock_balance_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stock_movement" ADD CONSTRAINT "stock_movement_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stock_movement" ADD CONSTRAINT "stock_movement_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stock_movement" ADD CONSTRAINT "stock_movement_lot_id_fkey" FOREIGN KEY ("lot_id") REFERENCES "lot"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stock_movement" ADD CONSTRAINT "stock_movement_from_location_id_fkey" FOREIGN KEY ("from_location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stock_movement" ADD CONSTRAINT "stock_movement_to_location_id_fkey" FOREIGN KEY ("to_location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stock_movement" ADD CONSTRAINT "stock_movement_reverses_id_fkey" FOREIGN KEY ("reverses_id") REFERENCES "stock_movement"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stock_receipt" ADD CONSTRAINT "stock_receipt_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stock_receipt" ADD CONSTRAINT "stock_receipt_received_by_id_fkey" FOREIGN KEY ("received_by_id") REFERENCES "app_user"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stock_receipt_line" ADD CONSTRAINT "stock_receipt_line_receipt_id_fkey" FOREIGN KEY ("receipt_id") REFERENCES "stock_receipt"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stock_receipt_line" ADD CONSTRAINT "stock_receipt_line_grouping_id_fkey" FOREIGN KEY ("grouping_id") REFERENCES "grouping"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stock_receipt_line" ADD CONSTRAINT "stock_receipt_line_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stock_receipt_line" ADD CONSTRAINT "stock_receipt_line_lot_id_fkey" FOREIGN KEY ("lot_id") REFERENCES "lot"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "stock_receipt_line" ADD CONSTRAINT "stock_receipt_line_location_id_fkey" FOREIGN KEY ("location_id") REFERENCES "location"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
