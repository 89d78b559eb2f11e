-- Charters of services for those who use them, version by version.
CREATE TABLE "CharterVersions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_CharterVersions" PRIMARY KEY,
    "ServiceId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Texts" TEXT NOT NULL,
    "Promises" TEXT NOT NULL,
    "WrittenOn" TEXT NOT NULL,
    "WrittenBy" TEXT NOT NULL,
    "WrittenAtUtc" TEXT NOT NULL,
    "PublishedOn" TEXT NULL,
    "PublishedBy" TEXT NULL,
    "PublishedAtUtc" TEXT NULL,
    "WithdrawnOn" TEXT NULL,
    "WithdrawnBy" TEXT NULL,
    "WithdrawnAtUtc" TEXT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_CharterVersions_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_CharterVersions_ServiceId_Number" ON "CharterVersions" ("ServiceId", "Number");
