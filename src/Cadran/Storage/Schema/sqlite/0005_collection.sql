CREATE TABLE "Waves" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Waves" PRIMARY KEY,
    "ServiceId" TEXT NOT NULL,
    "VersionId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Slug" TEXT NOT NULL,
    "OpensOn" TEXT NOT NULL,
    "ClosesOn" TEXT NOT NULL,
    "ClosedAtUtc" TEXT NULL,
    "Closings" TEXT NOT NULL,
    "ProbabilitySample" INTEGER NOT NULL,
    "PlannedBy" TEXT NOT NULL,
    "PlannedAtUtc" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Waves_QuestionnaireVersions_VersionId" FOREIGN KEY ("VersionId") REFERENCES "QuestionnaireVersions" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Waves_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Drafts" (
    "Digest" TEXT NOT NULL CONSTRAINT "PK_Drafts" PRIMARY KEY,
    "WaveId" TEXT NOT NULL,
    "ChangedOn" TEXT NOT NULL,
    "AnswersJson" TEXT NOT NULL,
    CONSTRAINT "FK_Drafts_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE CASCADE
) WITHOUT ROWID;

-- Without row ids rows lie in the order of their random ids: the file does not tell which answer came first.
CREATE TABLE "Responses" (
    "WaveId" TEXT NOT NULL,
    "Id" TEXT NOT NULL,
    "ReceivedOn" TEXT NOT NULL,
    "Channel" TEXT NOT NULL,
    "Language" TEXT NOT NULL,
    "Weight" REAL NOT NULL,
    "Stratum" TEXT NOT NULL,
    "Cluster" TEXT NOT NULL,
    "Population" REAL NULL,
    "ImportId" TEXT NULL,
    "AnswersJson" TEXT NOT NULL,
    CONSTRAINT "PK_Responses" PRIMARY KEY ("WaveId", "Id"),
    CONSTRAINT "FK_Responses_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE RESTRICT
) WITHOUT ROWID;

CREATE TABLE "Submissions" (
    "WaveId" TEXT NOT NULL,
    "Digest" TEXT NOT NULL,
    CONSTRAINT "PK_Submissions" PRIMARY KEY ("WaveId", "Digest"),
    CONSTRAINT "FK_Submissions_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE "ResponseCounts" (
    "WaveId" TEXT NOT NULL,
    "Writer" TEXT NOT NULL,
    "Count" INTEGER NOT NULL,
    CONSTRAINT "PK_ResponseCounts" PRIMARY KEY ("WaveId", "Writer"),
    CONSTRAINT "FK_ResponseCounts_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE CASCADE
) WITHOUT ROWID;

CREATE TABLE "ResponseImports" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ResponseImports" PRIMARY KEY,
    "WaveId" TEXT NOT NULL,
    "FileName" TEXT NOT NULL,
    "FileHash" TEXT NOT NULL,
    "Bytes" INTEGER NOT NULL,
    "By" TEXT NOT NULL,
    "UploadedAtUtc" TEXT NOT NULL,
    "Map" TEXT NOT NULL,
    "Report" TEXT NULL,
    "Added" INTEGER NOT NULL,
    "CommittedAtUtc" TEXT NULL,
    "UndoneAtUtc" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_ResponseImports_Waves_WaveId" FOREIGN KEY ("WaveId") REFERENCES "Waves" ("Id") ON DELETE CASCADE
);

CREATE INDEX "IX_ResponseImports_WaveId" ON "ResponseImports" ("WaveId");

CREATE INDEX "IX_Drafts_WaveId" ON "Drafts" ("WaveId");

CREATE UNIQUE INDEX "IX_Waves_ServiceId_Name" ON "Waves" ("ServiceId", "Name");

CREATE UNIQUE INDEX "IX_Waves_Slug" ON "Waves" ("Slug");

CREATE INDEX "IX_Waves_VersionId" ON "Waves" ("VersionId");
