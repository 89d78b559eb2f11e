-- What is said of a service in the nine steps where no evidence can decide, and which waves asked its staff.
CREATE TABLE "StepStatements" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_StepStatements" PRIMARY KEY,
    "ServiceId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Parts" TEXT NOT NULL,
    "On" TEXT NOT NULL,
    "WrittenBy" TEXT NOT NULL,
    "WrittenAtUtc" TEXT NOT NULL,
    CONSTRAINT "FK_StepStatements_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_StepStatements_ServiceId_Kind_Number" ON "StepStatements" ("ServiceId", "Kind", "Number");

CREATE TABLE "StaffSurveys" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_StaffSurveys" PRIMARY KEY,
    "ServiceId" TEXT NOT NULL,
    "WaveId" TEXT NOT NULL,
    "NamedBy" TEXT NOT NULL,
    "NamedAtUtc" TEXT NOT NULL,
    "WithdrawnBy" TEXT NULL,
    "WithdrawnAtUtc" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_StaffSurveys_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_StaffSurveys_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_StaffSurveys_ServiceId_WaveId" ON "StaffSurveys" ("ServiceId", "WaveId");

CREATE INDEX "IX_StaffSurveys_WaveId" ON "StaffSurveys" ("WaveId");
