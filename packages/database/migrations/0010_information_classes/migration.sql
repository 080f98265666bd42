-- AlterTable
ALTER TABLE "clause" ADD COLUMN     "access_basis" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "access_class" TEXT NOT NULL DEFAULT 'public',
ADD COLUMN     "access_from" DATE,
ADD COLUMN     "access_until" DATE;

-- AlterTable
ALTER TABLE "artwork" ADD COLUMN     "access_basis" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "access_class" TEXT NOT NULL DEFAULT 'public',
ADD COLUMN     "access_from" DATE,
ADD COLUMN     "access_until" DATE;

-- CreateTable
CREATE TABLE "publication_rule" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "shown" BOOLEAN NOT NULL,
    "basis" TEXT NOT NULL DEFAULT '',
    "record_version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "publication_rule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "publication_rule_kind_key" ON "publication_rule"("kind");

-- What the public side shows until the administration says otherwise: what was approved by a resolution, nothing else.
INSERT INTO publication_rule (id, kind, shown) VALUES
  ('0192f0c0-0000-7000-8000-000000000001', 'approved_versions', true),
  ('0192f0c0-0000-7000-8000-000000000002', 'published_matrices', false);
