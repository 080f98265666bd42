-- AlterTable
ALTER TABLE "issued_file" ADD COLUMN     "extract" TEXT;
