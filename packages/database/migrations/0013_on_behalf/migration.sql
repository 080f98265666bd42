-- AlterTable
ALTER TABLE "session" ADD COLUMN     "delegation_id" UUID;

-- AlterTable
ALTER TABLE "round_deadline" ADD COLUMN     "set_for" TEXT;

-- AlterTable
ALTER TABLE "round_response" ADD COLUMN     "sent_for" TEXT;

-- AlterTable
ALTER TABLE "observation" ADD COLUMN     "author_for" TEXT,
ADD COLUMN     "proposed_for" TEXT;

-- AlterTable
ALTER TABLE "specification" ADD COLUMN     "created_for" TEXT;

-- AlterTable
ALTER TABLE "resolution" ADD COLUMN     "recorded_for" TEXT;

-- CreateTable
CREATE TABLE "delegation" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "person_id" TEXT NOT NULL,
    "appointment_id" UUID NOT NULL,
    "from_day" DATE NOT NULL,
    "until_day" DATE NOT NULL,
    "letter" TEXT NOT NULL,
    "letter_upload_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    "record_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "delegation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "delegation_person_id_idx" ON "delegation"("person_id");

-- CreateIndex
CREATE INDEX "delegation_appointment_id_idx" ON "delegation"("appointment_id");

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_appointment_id_fkey" FOREIGN KEY ("appointment_id") REFERENCES "appointment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delegation" ADD CONSTRAINT "delegation_letter_upload_id_fkey" FOREIGN KEY ("letter_upload_id") REFERENCES "upload"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_delegation_id_fkey" FOREIGN KEY ("delegation_id") REFERENCES "delegation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Whoever acts in somebody's place says so in the act itself, under its hash; this reads it for the log of one person.
-- Canonical JSON has its names in order, so that what anybody typed comes after it.
CREATE FUNCTION represented_person(body text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT substring(body FROM
    '^\{"actor":\{"appointmentId":"[^"]*","onBehalfOf":\{"delegationId":"[^"]*","personId":"([^"]+)"')
$$;
CREATE INDEX audit_event_on_behalf ON audit_event (represented_person(body), at, id)
  WHERE represented_person(body) IS NOT NULL;

ALTER TABLE delegation ADD CONSTRAINT delegation_days CHECK (until_day >= from_day);

-- What a session opens changes with the delegation that it carries.
CREATE TRIGGER tell_delegation AFTER INSERT OR UPDATE OR DELETE ON delegation
  FOR EACH STATEMENT EXECUTE FUNCTION tell_identity();
CREATE TRIGGER tell_session_of_delegation AFTER UPDATE OF delegation_id ON session
  FOR EACH STATEMENT EXECUTE FUNCTION tell_identity();
