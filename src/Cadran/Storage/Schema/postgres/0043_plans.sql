-- Yearly plans of services: what somebody wrote, what it was built from when it was approved, and by whom.
CREATE TABLE "ServicePlans" (
    "Id" uuid NOT NULL,
    "ServiceId" uuid NOT NULL,
    "Year" character varying(20) NOT NULL,
    "Number" integer NOT NULL,
    "Texts" text NOT NULL,
    "Content" text,
    "BegunBy" character varying(256) NOT NULL,
    "BegunAtUtc" timestamp with time zone NOT NULL,
    "SubmittedById" uuid,
    "SubmittedBy" character varying(256),
    "SubmittedAtUtc" timestamp with time zone,
    "Returns" text NOT NULL,
    "ApprovedBy" character varying(256),
    "ApprovedAtUtc" timestamp with time zone,
    "PublishedBy" character varying(256),
    "PublishedAtUtc" timestamp with time zone,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_ServicePlans" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_ServicePlans_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_ServicePlans_ServiceId_Year_Number" ON "ServicePlans" ("ServiceId", "Year", "Number");
