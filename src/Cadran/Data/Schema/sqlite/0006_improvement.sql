CREATE TABLE "Decisions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Decisions" PRIMARY KEY,
    "ServiceId" TEXT NOT NULL,
    "WaveId" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Reasons" TEXT NOT NULL,
    "Body" TEXT NOT NULL,
    "DecidedOn" TEXT NOT NULL,
    "Evidence" TEXT NOT NULL,
    "WithdrawnAtUtc" TEXT NULL,
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
    "WithdrawnAtUtc" TEXT NULL,
    CONSTRAINT "FK_Targets_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Targets_Waves_BaselineWaveId" FOREIGN KEY ("BaselineWaveId") REFERENCES "Waves" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "ImprovementActions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ImprovementActions" PRIMARY KEY,
    "ServiceId" TEXT NOT NULL,
    "DecisionId" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Description" TEXT NOT NULL,
    "Owner" TEXT NOT NULL,
    "DueOn" TEXT NOT NULL,
    "Item" TEXT NOT NULL,
    "ExpectedPoints" REAL NOT NULL,
    "OpenedAtUtc" TEXT NOT NULL,
    "StartedOn" TEXT NULL,
    "DeliveredOn" TEXT NULL,
    "AbandonedAtUtc" TEXT NULL,
    "AbandonedReason" TEXT NULL,
    "Verdict" TEXT NULL,
    CONSTRAINT "FK_ImprovementActions_Decisions_DecisionId" FOREIGN KEY ("DecisionId") REFERENCES "Decisions" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ImprovementActions_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_Decisions_ServiceId" ON "Decisions" ("ServiceId");

CREATE INDEX "IX_Decisions_WaveId" ON "Decisions" ("WaveId");

CREATE INDEX "IX_ImprovementActions_DecisionId" ON "ImprovementActions" ("DecisionId");

CREATE INDEX "IX_ImprovementActions_ServiceId" ON "ImprovementActions" ("ServiceId");

CREATE INDEX "IX_Targets_BaselineWaveId" ON "Targets" ("BaselineWaveId");

CREATE INDEX "IX_Targets_ServiceId" ON "Targets" ("ServiceId");
