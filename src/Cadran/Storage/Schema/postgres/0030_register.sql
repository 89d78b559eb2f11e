-- The improvement register: entries that come from elsewhere than a decision, what they would take and bring, and what was decided on them.
ALTER TABLE "ImprovementActions" ALTER COLUMN "DecisionId" DROP NOT NULL;

ALTER TABLE "ImprovementActions" ALTER COLUMN "Item" DROP NOT NULL;

ALTER TABLE "ImprovementActions" ALTER COLUMN "ExpectedPoints" DROP NOT NULL;

ALTER TABLE "ImprovementActions" ADD "SourceKind" character varying(40) NOT NULL DEFAULT 'Decision';

ALTER TABLE "ImprovementActions" ADD "SourceId" uuid;

ALTER TABLE "ImprovementActions" ADD "SourceWords" character varying(300) NOT NULL DEFAULT '';

ALTER TABLE "ImprovementActions" ADD "SubstituteId" uuid;

ALTER TABLE "ImprovementActions" ADD "Substitute" character varying(200) NOT NULL DEFAULT '';

ALTER TABLE "ImprovementActions" ADD "Assessment" text;

ALTER TABLE "ImprovementActions" ADD "AssessedAtUtc" timestamp with time zone;

ALTER TABLE "ImprovementActions" ADD "Ruling" character varying(40);

ALTER TABLE "ImprovementActions" ADD "RuledOn" date;

ALTER TABLE "ImprovementActions" ADD "DeferredUntil" date;

ALTER TABLE "ImprovementActions" ADD "ClosedAtUtc" timestamp with time zone;

ALTER TABLE "ImprovementActions" ADD "ReopenedAtUtc" timestamp with time zone;

ALTER TABLE "ImprovementActions" ADD "Steps" text NOT NULL DEFAULT '[]';

ALTER TABLE "ImprovementActions" ADD "Earlier" text NOT NULL DEFAULT '[]';

ALTER TABLE "ImprovementActions" ADD CONSTRAINT "FK_ImprovementActions_Users_SubstituteId"
    FOREIGN KEY ("SubstituteId") REFERENCES "Users" ("Id") ON DELETE RESTRICT;

CREATE INDEX "IX_ImprovementActions_SubstituteId" ON "ImprovementActions" ("SubstituteId");

CREATE INDEX "IX_ImprovementActions_SourceId" ON "ImprovementActions" ("SourceId");

-- What was opened from a decision was approved by it.
UPDATE "ImprovementActions" SET "Ruling" = 'Approved',
    "RuledOn" = (SELECT d."DecidedOn" FROM "Decisions" d WHERE d."Id" = "ImprovementActions"."DecisionId");
