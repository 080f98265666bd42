-- AlterTable
ALTER TABLE "appointment" ADD COLUMN     "end_reason" TEXT,
ADD COLUMN     "ended_at" TIMESTAMPTZ(3),
ADD COLUMN     "letter_upload_id" UUID,
ADD COLUMN     "record_version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "replaces_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "appointment_replaces_id_key" ON "appointment"("replaces_id");

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_letter_upload_id_fkey" FOREIGN KEY ("letter_upload_id") REFERENCES "upload"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "appointment" ADD CONSTRAINT "appointment_replaces_id_fkey" FOREIGN KEY ("replaces_id") REFERENCES "appointment"("id") ON DELETE SET NULL ON UPDATE CASCADE;
