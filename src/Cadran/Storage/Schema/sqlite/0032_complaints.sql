-- Complaints, what happened to them, and what organisations promise to whoever complains.
CREATE TABLE "ComplaintRules" (
    "OrganisationId" TEXT NOT NULL CONSTRAINT "PK_ComplaintRules" PRIMARY KEY,
    "DecideInDays" INTEGER NOT NULL,
    "AnswerInOpenDays" INTEGER NOT NULL,
    "CalendarId" TEXT NULL,
    "KeptMonths" INTEGER NOT NULL,
    "Recourse_En" TEXT NOT NULL,
    "Recourse_Fr" TEXT NOT NULL,
    "Recourse_Nl" TEXT NOT NULL,
    "Recourse_De" TEXT NOT NULL,
    "ChangedBy" TEXT NOT NULL,
    "ChangedAtUtc" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_ComplaintRules_Organisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "Organisations" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_ComplaintRules_ServiceCalendars_CalendarId" FOREIGN KEY ("CalendarId") REFERENCES "ServiceCalendars" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Complaints" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Complaints" PRIMARY KEY,
    "Number" TEXT NOT NULL,
    "ServiceId" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "ReceivedOn" TEXT NOT NULL,
    "About" TEXT NOT NULL,
    "SecretDigest" TEXT NULL,
    "SealedText" TEXT NULL,
    "SealedContact" TEXT NULL,
    "DecideBy" TEXT NOT NULL,
    "AnswerBy" TEXT NOT NULL,
    "AdmittedOn" TEXT NULL,
    "RefusedOn" TEXT NULL,
    "Ground" TEXT NULL,
    "AnsweredOn" TEXT NULL,
    "FirstAnsweredOn" TEXT NULL,
    "Outcome" TEXT NULL,
    "Reopenings" INTEGER NOT NULL,
    "OwnerId" TEXT NULL,
    "Owner" TEXT NOT NULL,
    "CauseDriver" TEXT NULL,
    "CauseStandardId" TEXT NULL,
    "MergedIntoId" TEXT NULL,
    "Satisfaction" INTEGER NULL,
    "ErasedOn" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Complaints_Complaints_MergedIntoId" FOREIGN KEY ("MergedIntoId") REFERENCES "Complaints" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Complaints_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Complaints_Users_OwnerId" FOREIGN KEY ("OwnerId") REFERENCES "Users" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "ComplaintStep" (
    "ComplaintId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Kind" TEXT NOT NULL,
    "AtUtc" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "Detail" TEXT NOT NULL,
    "Sealed" TEXT NULL,
    CONSTRAINT "PK_ComplaintStep" PRIMARY KEY ("ComplaintId", "Number"),
    CONSTRAINT "FK_ComplaintStep_Complaints_ComplaintId" FOREIGN KEY ("ComplaintId") REFERENCES "Complaints" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_ComplaintRules_CalendarId" ON "ComplaintRules" ("CalendarId");

CREATE INDEX "IX_Complaints_MergedIntoId" ON "Complaints" ("MergedIntoId");

CREATE UNIQUE INDEX "IX_Complaints_Number" ON "Complaints" ("Number");

CREATE INDEX "IX_Complaints_OwnerId" ON "Complaints" ("OwnerId");

CREATE INDEX "IX_Complaints_ServiceId_ReceivedOn" ON "Complaints" ("ServiceId", "ReceivedOn");
