-- What standards commit to, the calendars their clocks run on, and what was reached in months and quarters.
ALTER TABLE "ServiceStandards" ADD COLUMN "PublishedAtUtc" TEXT NULL;

ALTER TABLE "ServiceStandards" ADD COLUMN "PublishedBy" TEXT NULL;

ALTER TABLE "ServiceStandards" ADD COLUMN "Drivers" TEXT NOT NULL DEFAULT '[]';

CREATE TABLE "StandardVersions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_StandardVersions" PRIMARY KEY,
    "StandardId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Terms" TEXT NOT NULL,
    "From" TEXT NOT NULL,
    "Reason" TEXT NULL,
    "SetBy" TEXT NOT NULL,
    "SetAtUtc" TEXT NOT NULL,
    CONSTRAINT "FK_StandardVersions_ServiceStandards_StandardId" FOREIGN KEY ("StandardId") REFERENCES "ServiceStandards" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_StandardVersions_StandardId_Number" ON "StandardVersions" ("StandardId", "Number");

CREATE TABLE "YearTargets" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_YearTargets" PRIMARY KEY,
    "StandardId" TEXT NOT NULL,
    "Year" TEXT NOT NULL,
    "Target" TEXT NULL,
    "Absence" TEXT NULL,
    "SetBy" TEXT NOT NULL,
    "SetAtUtc" TEXT NOT NULL,
    CONSTRAINT "FK_YearTargets_ServiceStandards_StandardId" FOREIGN KEY ("StandardId") REFERENCES "ServiceStandards" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_YearTargets_StandardId_Year" ON "YearTargets" ("StandardId", "Year");

CREATE TABLE "ServiceCalendars" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ServiceCalendars" PRIMARY KEY,
    "OrganisationId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Jurisdiction" TEXT NOT NULL,
    "Week" TEXT NOT NULL,
    "OwnDays" TEXT NOT NULL,
    "ChangedBy" TEXT NOT NULL,
    "ChangedAtUtc" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_ServiceCalendars_Organisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "Organisations" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_ServiceCalendars_OrganisationId_Name" ON "ServiceCalendars" ("OrganisationId", "Name");

CREATE TABLE "PeriodResults" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_PeriodResults" PRIMARY KEY,
    "StandardId" TEXT NOT NULL,
    "From" TEXT NOT NULL,
    "Months" INTEGER NOT NULL,
    "Figures" TEXT NOT NULL,
    "Target" TEXT NULL,
    "VersionNumber" INTEGER NOT NULL,
    "Source" TEXT NOT NULL,
    "CaseFileId" TEXT NULL,
    "RecordedBy" TEXT NOT NULL,
    "RecordedAtUtc" TEXT NOT NULL,
    CONSTRAINT "FK_PeriodResults_ServiceStandards_StandardId" FOREIGN KEY ("StandardId") REFERENCES "ServiceStandards" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_PeriodResults_StandardId_From_Months" ON "PeriodResults" ("StandardId", "From", "Months");

CREATE TABLE "StandardNotes" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_StandardNotes" PRIMARY KEY,
    "StandardId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "On" TEXT NOT NULL,
    "Text_De" TEXT NOT NULL,
    "Text_En" TEXT NOT NULL,
    "Text_Fr" TEXT NOT NULL,
    "Text_Nl" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "AtUtc" TEXT NOT NULL,
    CONSTRAINT "FK_StandardNotes_ServiceStandards_StandardId" FOREIGN KEY ("StandardId") REFERENCES "ServiceStandards" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_StandardNotes_StandardId" ON "StandardNotes" ("StandardId");

CREATE TABLE "CaseFiles" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CaseFiles" PRIMARY KEY,
    "StandardId" TEXT NOT NULL,
    "FileName" TEXT NOT NULL,
    "AsOf" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "SentAtUtc" TEXT NOT NULL,
    "Report" TEXT NOT NULL,
    "Counts" TEXT NOT NULL,
    "TakenBy" TEXT NULL,
    "TakenAtUtc" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_CaseFiles_ServiceStandards_StandardId" FOREIGN KEY ("StandardId") REFERENCES "ServiceStandards" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_CaseFiles_StandardId" ON "CaseFiles" ("StandardId");
