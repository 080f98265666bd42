-- AlterTable
ALTER TABLE "session" ADD COLUMN     "provider_id" UUID;

-- CreateTable
CREATE TABLE "sign_on_provider" (
    "id" UUID NOT NULL DEFAULT uuidv7(),
    "name" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "client_secret" BYTEA NOT NULL,
    "exclusive" BOOLEAN NOT NULL DEFAULT false,
    "suspended_at" TIMESTAMPTZ(3),
    "record_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "sign_on_provider_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_on_organisation" (
    "organisation_id" TEXT NOT NULL,
    "provider_id" UUID NOT NULL,

    CONSTRAINT "sign_on_organisation_pkey" PRIMARY KEY ("organisation_id")
);

-- CreateTable
CREATE TABLE "sign_on_domain" (
    "domain" TEXT NOT NULL,
    "provider_id" UUID NOT NULL,

    CONSTRAINT "sign_on_domain_pkey" PRIMARY KEY ("domain")
);

-- CreateTable
CREATE TABLE "sign_on_subject" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "bound_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_on_subject_pkey" PRIMARY KEY ("issuer","subject")
);

-- CreateIndex
CREATE INDEX "sign_on_organisation_provider_id_idx" ON "sign_on_organisation"("provider_id");

-- CreateIndex
CREATE INDEX "sign_on_domain_provider_id_idx" ON "sign_on_domain"("provider_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_on_subject_issuer_person_id_key" ON "sign_on_subject"("issuer", "person_id");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "sign_on_provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_on_organisation" ADD CONSTRAINT "sign_on_organisation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_on_organisation" ADD CONSTRAINT "sign_on_organisation_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "sign_on_provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_on_domain" ADD CONSTRAINT "sign_on_domain_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "sign_on_provider"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_on_subject" ADD CONSTRAINT "sign_on_subject_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who is signed in is cached for seconds by each instance: what a provider opens changes with it.
CREATE TRIGGER tell_provider AFTER INSERT OR UPDATE OR DELETE ON sign_on_provider
  FOR EACH STATEMENT EXECUTE FUNCTION tell_identity();
CREATE TRIGGER tell_provider_of AFTER INSERT OR UPDATE OR DELETE ON sign_on_organisation
  FOR EACH STATEMENT EXECUTE FUNCTION tell_identity();
