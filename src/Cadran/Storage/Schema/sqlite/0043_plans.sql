-- Yearly plans of services: what somebody wrote, what it was built from when it was approved, and by whom.
CREATE TABLE "ServicePlans" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ServicePlans" PRIMARY KEY,
    "ServiceId" TEXT NOT NULL,
    "Year" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Texts" TEXT NOT NULL,
    "Content" TEXT NULL,
    "BegunBy" TEXT NOT NULL,
    "BegunAtUtc" TEXT NOT NULL,
    "SubmittedById" TEXT NULL,
    "SubmittedBy" TEXT NULL,
    "SubmittedAtUtc" TEXT NULL,
    "Returns" TEXT NOT NULL,
    "ApprovedBy" TEXT NULL,
    "ApprovedAtUtc" TEXT NULL,
    "PublishedBy" TEXT NULL,
    "PublishedAtUtc" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_ServicePlans_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_ServicePlans_ServiceId_Year_Number" ON "ServicePlans" ("ServiceId", "Year", "Number");
