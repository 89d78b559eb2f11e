-- Who is asked. Clients of a frame are sealed; contacts are compared by keyed digests; a sample knows who was drawn and of no answer.
CREATE TABLE "Frames" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Frames" PRIMARY KEY,
    "OrganisationId" TEXT NOT NULL,
    "ServiceId" TEXT NULL,
    "Code" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "ContactsUntil" TEXT NOT NULL,
    "Key" TEXT NULL,
    "PurgedAtUtc" TEXT NULL,
    "Counts" TEXT NOT NULL,
    "Map" TEXT NOT NULL,
    "FilledAtUtc" TEXT NULL,
    "AddedBy" TEXT NOT NULL,
    "AddedAtUtc" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Frames_Organisations_OrganisationId" FOREIGN KEY ("OrganisationId") REFERENCES "Organisations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Frames_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE SET NULL
);

CREATE UNIQUE INDEX "IX_Frames_OrganisationId_Code" ON "Frames" ("OrganisationId", "Code");

CREATE INDEX "IX_Frames_ServiceId" ON "Frames" ("ServiceId");

CREATE TABLE "FrameImports" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_FrameImports" PRIMARY KEY,
    "FrameId" TEXT NOT NULL,
    "FileName" TEXT NOT NULL,
    "By" TEXT NOT NULL,
    "SentAtUtc" TEXT NOT NULL,
    "Map" TEXT NOT NULL,
    "Report" TEXT NULL,
    "CommittedAtUtc" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_FrameImports_Frames_FrameId" FOREIGN KEY ("FrameId") REFERENCES "Frames" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_FrameImports_FrameId" ON "FrameImports" ("FrameId");

CREATE TABLE "FramePeople" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_FramePeople" PRIMARY KEY,
    "FrameId" TEXT NOT NULL,
    "CodeDigest" TEXT NOT NULL,
    "Stratum" TEXT NOT NULL,
    "Cluster" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "EmailDigest" TEXT NULL,
    "PhoneDigest" TEXT NULL,
    "PostDigest" TEXT NULL,
    "Sealed" BLOB NOT NULL,
    "AddedAtUtc" TEXT NOT NULL,
    CONSTRAINT "FK_FramePeople_Frames_FrameId" FOREIGN KEY ("FrameId") REFERENCES "Frames" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_FramePeople_FrameId_CodeDigest" ON "FramePeople" ("FrameId", "CodeDigest");

CREATE TABLE "Samples" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Samples" PRIMARY KEY,
    "FrameId" TEXT NOT NULL,
    "WaveId" TEXT NOT NULL,
    "Design" TEXT NOT NULL,
    "Seed" INTEGER NOT NULL,
    "Algorithm" TEXT NOT NULL,
    "ListDigest" TEXT NOT NULL,
    "Strata" TEXT NOT NULL,
    "LeftOut" TEXT NOT NULL,
    "Drawn" INTEGER NOT NULL,
    "DrawnBy" TEXT NOT NULL,
    "DrawnAtUtc" TEXT NOT NULL,
    "InvitedAtUtc" TEXT NULL,
    "InvitedBy" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Samples_Frames_FrameId" FOREIGN KEY ("FrameId") REFERENCES "Frames" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Samples_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_Samples_FrameId" ON "Samples" ("FrameId");

CREATE UNIQUE INDEX "IX_Samples_WaveId" ON "Samples" ("WaveId");

CREATE TABLE "SampledPeople" (
    "SampleId" TEXT NOT NULL,
    "PersonId" TEXT NOT NULL,
    "Outcome" TEXT NOT NULL,
    "Weight" REAL NOT NULL,
    CONSTRAINT "PK_SampledPeople" PRIMARY KEY ("SampleId", "PersonId"),
    CONSTRAINT "FK_SampledPeople_FramePeople_PersonId" FOREIGN KEY ("PersonId") REFERENCES "FramePeople" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_SampledPeople_Samples_SampleId" FOREIGN KEY ("SampleId") REFERENCES "Samples" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_SampledPeople_PersonId" ON "SampledPeople" ("PersonId");

-- How often one person may be asked, and who was asked or does not want to be: digests and days, over all organisations.
CREATE TABLE "ContactRules" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ContactRules" PRIMARY KEY,
    "DaysBetween" INTEGER NOT NULL,
    "TimesAYear" INTEGER NOT NULL,
    "SetBy" TEXT NULL,
    "SetAtUtc" TEXT NULL,
    "Only" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL
);

CREATE UNIQUE INDEX "IX_ContactRules_Only" ON "ContactRules" ("Only");

CREATE TABLE "ContactAsks" (
    "Digest" TEXT NOT NULL,
    "SampleId" TEXT NOT NULL,
    "AskedOn" TEXT NOT NULL,
    CONSTRAINT "PK_ContactAsks" PRIMARY KEY ("Digest", "SampleId")
);

CREATE INDEX "IX_ContactAsks_SampleId" ON "ContactAsks" ("SampleId");

CREATE TABLE "OptOuts" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_OptOuts" PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "Digest" TEXT NOT NULL,
    "Reason" TEXT NULL,
    "AddedBy" TEXT NOT NULL,
    "AddedAtUtc" TEXT NOT NULL
);

CREATE UNIQUE INDEX "IX_OptOuts_Digest" ON "OptOuts" ("Digest");

CREATE TABLE "ContactSecrets" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ContactSecrets" PRIMARY KEY,
    "Sealed" TEXT NOT NULL
);
