CREATE TABLE "Decisions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Decisions" PRIMARY KEY,
    "ServiceId" TEXT NOT NULL,
    "WaveId" TEXT NOT NULL,
    "Added" TEXT NOT NULL,
    "DecidedOn" TEXT NOT NULL,
    "Evidence" TEXT NOT NULL,
    "RecordedBy" TEXT NOT NULL,
    "RecordedAtUtc" TEXT NOT NULL,
    "WithdrawnBy" TEXT NULL,
    "WithdrawnAtUtc" TEXT NULL,
    "Body_De" TEXT NOT NULL,
    "Body_En" TEXT NOT NULL,
    "Body_Fr" TEXT NOT NULL,
    "Body_Nl" TEXT NOT NULL,
    "Reasons_De" TEXT NOT NULL,
    "Reasons_En" TEXT NOT NULL,
    "Reasons_Fr" TEXT NOT NULL,
    "Reasons_Nl" TEXT NOT NULL,
    "Title_De" TEXT NOT NULL,
    "Title_En" TEXT NOT NULL,
    "Title_Fr" TEXT NOT NULL,
    "Title_Nl" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Decisions_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Decisions_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Targets" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Targets" PRIMARY KEY,
    "ServiceId" TEXT NOT NULL,
    "Item" TEXT NOT NULL,
    "BaselineWaveId" TEXT NOT NULL,
    "Baseline" REAL NOT NULL,
    "BaselineStandardError" REAL NOT NULL,
    "BaselineRespondents" INTEGER NOT NULL,
    "BaselineOn" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Change" REAL NOT NULL,
    "DueOn" TEXT NOT NULL,
    "SetBy" TEXT NOT NULL,
    "SetAtUtc" TEXT NOT NULL,
    "WithdrawnBy" TEXT NULL,
    "WithdrawnAtUtc" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Targets_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Targets_Waves_BaselineWaveId" FOREIGN KEY ("BaselineWaveId") REFERENCES "Waves" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "ImprovementActions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ImprovementActions" PRIMARY KEY,
    "ServiceId" TEXT NOT NULL,
    "DecisionId" TEXT NOT NULL,
    "Added" TEXT NOT NULL,
    "Owner" TEXT NOT NULL,
    "DueOn" TEXT NOT NULL,
    "Item" TEXT NOT NULL,
    "ExpectedPoints" REAL NOT NULL,
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
    CONSTRAINT "FK_ImprovementActions_Decisions_DecisionId" FOREIGN KEY ("DecisionId") REFERENCES "Decisions" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ImprovementActions_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_Decisions_ServiceId" ON "Decisions" ("ServiceId");

CREATE INDEX "IX_Decisions_WaveId" ON "Decisions" ("WaveId");

CREATE INDEX "IX_ImprovementActions_DecisionId" ON "ImprovementActions" ("DecisionId");

CREATE INDEX "IX_ImprovementActions_ServiceId" ON "ImprovementActions" ("ServiceId");

CREATE INDEX "IX_Targets_BaselineWaveId" ON "Targets" ("BaselineWaveId");

CREATE INDEX "IX_Targets_ServiceId" ON "Targets" ("ServiceId");
