-- AlterTable
ALTER TABLE "deadline_alarm" ADD COLUMN     "acknowledgement_comment" TEXT NOT NULL DEFAULT '';
