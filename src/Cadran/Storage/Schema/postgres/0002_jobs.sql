CREATE TABLE "Jobs" (
    "Id" uuid NOT NULL,
    "Kind" character varying(60) NOT NULL,
    "OrganisationId" uuid NOT NULL,
    "UserId" uuid,
    "By" text NOT NULL,
    "QueuedAtUtc" timestamp with time zone NOT NULL,
    "Input" text NOT NULL,
    "StartedAtUtc" timestamp with time zone,
    "FinishedAtUtc" timestamp with time zone,
    "Result" text,
    "Failure" text,
    "LeasedUntilUtc" timestamp with time zone,
    CONSTRAINT "PK_Jobs" PRIMARY KEY ("Id")
);

CREATE INDEX "IX_Jobs_QueuedAtUtc" ON "Jobs" ("QueuedAtUtc");
