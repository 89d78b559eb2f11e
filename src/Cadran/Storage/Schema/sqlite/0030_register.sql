-- The improvement register: entries that come from elsewhere than a decision, what they would take and bring, and what was decided on them.
-- SQLite cannot make a column optional: the table is written anew.
CREATE TABLE "ImprovementActionsAnew" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ImprovementActions" PRIMARY KEY,
    "ServiceId" TEXT NOT NULL,
    "DecisionId" TEXT NULL,
    "Added" TEXT NOT NULL,
    "Owner" TEXT NOT NULL,
    "DueOn" TEXT NOT NULL,
    "Item" TEXT NULL,
    "ExpectedPoints" REAL NULL,
    "OpenedBy" TEXT NOT NULL,
    "OpenedAtUtc" TEXT NOT NULL,
    "StartedBy" TEXT NULL,
    "StartedOn" TEXT NULL,
    "DeliveredBy" TEXT NULL,
    "DeliveredOn" TEXT NULL,
    "AbandonedBy" TEXT NULL,
    "AbandonedAtUtc" TEXT NULL,
    "Verdict" TEXT NULL,
    "Verified" INTEGER NULL,
    "AbandonedReason_De" TEXT NOT NULL,
    "AbandonedReason_En" TEXT NOT NULL,
    "AbandonedReason_Fr" TEXT NOT NULL,
    "AbandonedReason_Nl" TEXT NOT NULL,
    "Description_De" TEXT NOT NULL,
    "Description_En" TEXT NOT NULL,
    "Description_Fr" TEXT NOT NULL,
    "Description_Nl" TEXT NOT NULL,
    "Title_De" TEXT NOT NULL,
    "Title_En" TEXT NOT NULL,
    "Title_Fr" TEXT NOT NULL,
    "Title_Nl" TEXT NOT NULL,
    "VerdictReason_De" TEXT NOT NULL,
    "VerdictReason_En" TEXT NOT NULL,
    "VerdictReason_Fr" TEXT NOT NULL,
    "VerdictReason_Nl" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "OwnerId" TEXT NULL,
    "Corrections" TEXT NOT NULL DEFAULT '[]',
    "SourceKind" TEXT NOT NULL DEFAULT 'Decision',
    "SourceId" TEXT NULL,
    "SourceWords" TEXT NOT NULL DEFAULT '',
    "SubstituteId" TEXT NULL,
    "Substitute" TEXT NOT NULL DEFAULT '',
    "Assessment" TEXT NULL,
    "AssessedAtUtc" TEXT NULL,
    "Ruling" TEXT NULL,
    "RuledOn" TEXT NULL,
    "DeferredUntil" TEXT NULL,
    "ClosedAtUtc" TEXT NULL,
    "ReopenedAtUtc" TEXT NULL,
    "Steps" TEXT NOT NULL DEFAULT '[]',
    "Earlier" TEXT NOT NULL DEFAULT '[]',
    CONSTRAINT "FK_ImprovementActions_Decisions_DecisionId" FOREIGN KEY ("DecisionId") REFERENCES "Decisions" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ImprovementActions_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ImprovementActions_Users_OwnerId" FOREIGN KEY ("OwnerId") REFERENCES "Users" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ImprovementActions_Users_SubstituteId" FOREIGN KEY ("SubstituteId") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);

INSERT INTO "ImprovementActionsAnew" (
    "Id", "ServiceId", "DecisionId", "Added", "Owner", "DueOn", "Item", "ExpectedPoints", "OpenedBy", "OpenedAtUtc", "StartedBy",
    "StartedOn", "DeliveredBy", "DeliveredOn", "AbandonedBy", "AbandonedAtUtc", "Verdict", "Verified", "AbandonedReason_De",
    "AbandonedReason_En", "AbandonedReason_Fr", "AbandonedReason_Nl", "Description_De", "Description_En", "Description_Fr",
    "Description_Nl", "Title_De", "Title_En", "Title_Fr", "Title_Nl", "VerdictReason_De", "VerdictReason_En", "VerdictReason_Fr",
    "VerdictReason_Nl", "Version", "OwnerId", "Corrections"
) SELECT
    "Id", "ServiceId", "DecisionId", "Added", "Owner", "DueOn", "Item", "ExpectedPoints", "OpenedBy", "OpenedAtUtc", "StartedBy",
    "StartedOn", "DeliveredBy", "DeliveredOn", "AbandonedBy", "AbandonedAtUtc", "Verdict", "Verified", "AbandonedReason_De",
    "AbandonedReason_En", "AbandonedReason_Fr", "AbandonedReason_Nl", "Description_De", "Description_En", "Description_Fr",
    "Description_Nl", "Title_De", "Title_En", "Title_Fr", "Title_Nl", "VerdictReason_De", "VerdictReason_En", "VerdictReason_Fr",
    "VerdictReason_Nl", "Version", "OwnerId", "Corrections"
FROM "ImprovementActions";

DROP TABLE "ImprovementActions";

ALTER TABLE "ImprovementActionsAnew" RENAME TO "ImprovementActions";

-- What was opened from a decision was approved by it.
UPDATE "ImprovementActions" SET "Ruling" = 'Approved',
    "RuledOn" = (SELECT d."DecidedOn" FROM "Decisions" d WHERE d."Id" = "ImprovementActions"."DecisionId");

CREATE INDEX "IX_ImprovementActions_DecisionId" ON "ImprovementActions" ("DecisionId");

CREATE INDEX "IX_ImprovementActions_ServiceId" ON "ImprovementActions" ("ServiceId");

CREATE INDEX "IX_ImprovementActions_OwnerId" ON "ImprovementActions" ("OwnerId");

CREATE INDEX "IX_ImprovementActions_SubstituteId" ON "ImprovementActions" ("SubstituteId");

CREATE INDEX "IX_ImprovementActions_SourceId" ON "ImprovementActions" ("SourceId");
