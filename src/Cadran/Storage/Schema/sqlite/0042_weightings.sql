-- Weights of closed waves that meet known totals, and which of them results use.
CREATE TABLE "Weightings" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Weightings" PRIMARY KEY,
    "WaveId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Margins" TEXT NOT NULL,
    "Report" TEXT NOT NULL,
    "Source" TEXT NOT NULL,
    "MadeBy" TEXT NOT NULL,
    "MadeAtUtc" TEXT NOT NULL,
    CONSTRAINT "FK_Weightings_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "WeightingChoices" (
    "WaveId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "WeightingId" TEXT NULL,
    "Reason" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "AtUtc" TEXT NOT NULL,
    CONSTRAINT "PK_WeightingChoices" PRIMARY KEY ("WaveId", "Number"),
    CONSTRAINT "FK_WeightingChoices_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_WeightingChoices_Weightings_WeightingId" FOREIGN KEY ("WeightingId") REFERENCES "Weightings" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_Weightings_WaveId_Number" ON "Weightings" ("WaveId", "Number");

CREATE INDEX "IX_WeightingChoices_WeightingId" ON "WeightingChoices" ("WeightingId");
