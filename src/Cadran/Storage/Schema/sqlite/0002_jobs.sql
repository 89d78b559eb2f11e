CREATE TABLE "Jobs" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Jobs" PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "OrganisationId" TEXT NOT NULL,
    "UserId" TEXT NULL,
    "By" TEXT NOT NULL,
    "QueuedAtUtc" TEXT NOT NULL,
    "Input" TEXT NOT NULL,
    "StartedAtUtc" TEXT NULL,
    "FinishedAtUtc" TEXT NULL,
    "Result" TEXT NULL,
    "Failure" TEXT NULL,
    "LeasedUntilUtc" TEXT NULL
);

CREATE INDEX "IX_Jobs_QueuedAtUtc" ON "Jobs" ("QueuedAtUtc");
