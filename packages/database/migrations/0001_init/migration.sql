-- CreateTable
CREATE TABLE "work_calendar" (
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "electoral_process" BOOLEAN NOT NULL,
    "legal_basis" TEXT NOT NULL,
    "weekdays_off" INTEGER[],

    CONSTRAINT "work_calendar_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "holiday" (
    "calendar_key" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "holiday_pkey" PRIMARY KEY ("calendar_key","day")
);

-- CreateTable
CREATE TABLE "audit_chain" (
    "record_id" UUID NOT NULL,
    "record_kind" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_chain_pkey" PRIMARY KEY ("record_id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "record_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "record_kind" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person_id" TEXT,
    "folio" TEXT,
    "body" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "chains" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_seal_head" (
    "seal_id" INTEGER NOT NULL,
    "record_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_seal_head_pkey" PRIMARY KEY ("seal_id","record_id")
);

-- CreateTable
CREATE TABLE "receipt" (
    "folio" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "body" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "receipt_pkey" PRIMARY KEY ("folio")
);

-- CreateTable
CREATE TABLE "folio_counter" (
    "organisation_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "folio_counter_pkey" PRIMARY KEY ("organisation_id","kind","year")
);

-- CreateTable
CREATE TABLE "command_key" (
    "person_id" TEXT NOT NULL,
    "key" UUID NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "answer" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "command_key_pkey" PRIMARY KEY ("person_id","key")
);

-- CreateTable
CREATE TABLE "product_clock" (
    "id" INTEGER NOT NULL,
    "started_with" TEXT NOT NULL,
    "offset_ms" BIGINT NOT NULL,

    CONSTRAINT "product_clock_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "sha256" CHAR(64) NOT NULL,
    "bytes" BIGINT NOT NULL,
    "type" TEXT NOT NULL,
    "stored_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "upload" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "sha256" CHAR(64) NOT NULL,
    "name" TEXT NOT NULL,
    "uploaded_by" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "uploaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "short_name" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "entity" TEXT,
    "two_levels" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appointment" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" TEXT NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "until_day" DATE,
    "letter" TEXT,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_round" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "version_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "status_since" TIMESTAMPTZ(3) NOT NULL,
    "visibility" TEXT NOT NULL,
    "rule_amount" INTEGER NOT NULL,
    "rule_kind" TEXT NOT NULL,
    "calendar_key" TEXT NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "opened_at" TIMESTAMPTZ(3),
    "due" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),
    "matrix_hash" CHAR(64),
    "last_number" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "record_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "review_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round_deadline" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "round_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "due" TIMESTAMPTZ(3) NOT NULL,
    "explanation" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "set_by" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "round_deadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round_response" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "round_id" UUID NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "status_since" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "sent_by" TEXT,
    "folio" TEXT,
    "late_reason" TEXT,
    "late_admitted" BOOLEAN,
    "late_judgement" TEXT,
    "record_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "round_response_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "observation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "round_id" UUID NOT NULL,
    "response_id" UUID NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "number" INTEGER,
    "status" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "target_kind" TEXT NOT NULL,
    "clause_id" UUID,
    "text_start" INTEGER,
    "text_end" INTEGER,
    "quote" TEXT,
    "artwork_id" UUID,
    "page" INTEGER,
    "x" DOUBLE PRECISION,
    "y" DOUBLE PRECISION,
    "width" DOUBLE PRECISION,
    "height" DOUBLE PRECISION,
    "says" TEXT NOT NULL DEFAULT '',
    "should_say" TEXT NOT NULL DEFAULT '',
    "rationale" TEXT NOT NULL DEFAULT '',
    "legal_basis" TEXT NOT NULL DEFAULT '',
    "author_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "disposition" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',
    "agreed_text" TEXT NOT NULL DEFAULT '',
    "answered_by" INTEGER,
    "proposed_by" TEXT,
    "proposed_at" TIMESTAMPTZ(3),
    "record_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "observation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "observation_tally" (
    "round_id" UUID NOT NULL,
    "organisation_id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "disposition" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "observation_tally_pkey" PRIMARY KEY ("round_id","organisation_id","status","type","disposition")
);

-- CreateTable
CREATE TABLE "specification" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "illustrative" BOOLEAN NOT NULL DEFAULT false,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "record_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "specification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "specification_version" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "specification_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "source_id" UUID NOT NULL,
    "proposal" JSONB,
    "findings" JSONB NOT NULL,
    "indexed_at" TIMESTAMPTZ(3),
    "status_since" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "record_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "specification_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clause" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "version_id" UUID NOT NULL,
    "identity_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "citation" TEXT NOT NULL,
    "number" TEXT,
    "number_origin" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "depth" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "marks" JSONB NOT NULL,
    "cells" JSONB,

    CONSTRAINT "clause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "artwork" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "version_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "element" TEXT NOT NULL,
    "upload_id" UUID NOT NULL,
    "pages" JSONB NOT NULL,
    "attached_by" TEXT NOT NULL,
    "attached_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "artwork_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resolution" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "version_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "day" DATE,
    "subject" TEXT NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "resolution_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_event_person_id_idx" ON "audit_event"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "audit_event_record_id_seq_key" ON "audit_event"("record_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "receipt_code_key" ON "receipt"("code");

-- CreateIndex
CREATE INDEX "receipt_organisation_id_at_idx" ON "receipt"("organisation_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "receipt_record_id_seq_key" ON "receipt"("record_id", "seq");

-- CreateIndex
CREATE INDEX "command_key_at_idx" ON "command_key"("at");

-- CreateIndex
CREATE INDEX "upload_sha256_idx" ON "upload"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE INDEX "appointment_person_id_idx" ON "appointment"("person_id");

-- CreateIndex
CREATE INDEX "appointment_organisation_id_role_idx" ON "appointment"("organisation_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE INDEX "account_person_id_idx" ON "account"("person_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "rate_limit_key_key" ON "rate_limit"("key");

-- CreateIndex
CREATE INDEX "review_round_version_id_idx" ON "review_round"("version_id");

-- CreateIndex
CREATE INDEX "review_round_status_due_idx" ON "review_round"("status", "due");

-- CreateIndex
CREATE UNIQUE INDEX "round_deadline_round_id_position_key" ON "round_deadline"("round_id", "position");

-- CreateIndex
CREATE INDEX "round_response_organisation_id_status_idx" ON "round_response"("organisation_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "round_response_round_id_organisation_id_key" ON "round_response"("round_id", "organisation_id");

-- CreateIndex
CREATE INDEX "observation_round_id_id_idx" ON "observation"("round_id", "id");

-- CreateIndex
CREATE INDEX "observation_round_id_organisation_id_id_idx" ON "observation"("round_id", "organisation_id", "id");

-- CreateIndex
CREATE INDEX "observation_round_id_status_id_idx" ON "observation"("round_id", "status", "id");

-- CreateIndex
CREATE INDEX "observation_round_id_type_id_idx" ON "observation"("round_id", "type", "id");

-- CreateIndex
CREATE INDEX "observation_round_id_disposition_id_idx" ON "observation"("round_id", "disposition", "id");

-- CreateIndex
CREATE INDEX "observation_response_id_idx" ON "observation"("response_id");

-- CreateIndex
CREATE INDEX "observation_clause_id_idx" ON "observation"("clause_id");

-- CreateIndex
CREATE INDEX "observation_artwork_id_idx" ON "observation"("artwork_id");

-- CreateIndex
CREATE UNIQUE INDEX "observation_round_id_number_key" ON "observation"("round_id", "number");

-- CreateIndex
CREATE INDEX "specification_version_source_id_idx" ON "specification_version"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "specification_version_specification_id_number_key" ON "specification_version"("specification_id", "number");

-- CreateIndex
CREATE INDEX "clause_identity_id_idx" ON "clause"("identity_id");

-- CreateIndex
CREATE UNIQUE INDEX "clause_version_id_position_key" ON "clause"("version_id", "position");

-- CreateIndex
CREATE INDEX "artwork_upload_id_idx" ON "artwork"("upload_id");

-- CreateIndex
CREATE UNIQUE INDEX "artwork_version_id_position_key" ON "artwork"("version_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "resolution_version_id_number_key" ON "resolution"("version_id", "number");

-- AddForeignKey
ALTER TABLE "holiday" ADD CONSTRAINT "holiday_calendar_key_fkey" FOREIGN KEY ("calendar_key") REFERENCES "work_calendar"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_seal_head" ADD CONSTRAINT "audit_seal_head_seal_id_fkey" FOREIGN KEY ("seal_id") REFERENCES "audit_seal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "stored_file"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_round" ADD CONSTRAINT "review_round_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "specification_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_deadline" ADD CONSTRAINT "round_deadline_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "review_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_response" ADD CONSTRAINT "round_response_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "review_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round_response" ADD CONSTRAINT "round_response_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "review_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_response_id_fkey" FOREIGN KEY ("response_id") REFERENCES "round_response"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_clause_id_fkey" FOREIGN KEY ("clause_id") REFERENCES "clause"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation" ADD CONSTRAINT "observation_artwork_id_fkey" FOREIGN KEY ("artwork_id") REFERENCES "artwork"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "observation_tally" ADD CONSTRAINT "observation_tally_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "review_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "specification_version" ADD CONSTRAINT "specification_version_specification_id_fkey" FOREIGN KEY ("specification_id") REFERENCES "specification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "specification_version" ADD CONSTRAINT "specification_version_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "upload"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clause" ADD CONSTRAINT "clause_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "specification_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "artwork" ADD CONSTRAINT "artwork_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "specification_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "artwork" ADD CONSTRAINT "artwork_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "upload"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolution" ADD CONSTRAINT "resolution_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "specification_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
