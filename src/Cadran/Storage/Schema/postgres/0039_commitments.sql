-- Charters of services for those who use them, version by version.
CREATE TABLE "CharterVersions" (
    "Id" uuid NOT NULL,
    "ServiceId" uuid NOT NULL,
    "Number" integer NOT NULL,
    "Texts" text NOT NULL,
    "Promises" text NOT NULL,
    "WrittenOn" date NOT NULL,
    "WrittenBy" character varying(256) NOT NULL,
    "WrittenAtUtc" timestamp with time zone NOT NULL,
    "PublishedOn" date,
    "PublishedBy" character varying(256),
    "PublishedAtUtc" timestamp with time zone,
    "WithdrawnOn" date,
    "WithdrawnBy" character varying(256),
    "WithdrawnAtUtc" timestamp with time zone,
    "Version" integer NOT NULL,
    CONSTRAINT "PK_CharterVersions" PRIMARY KEY ("Id"),
    CONSTRAINT "FK_CharterVersions_Services_ServiceId" FOREIGN KEY ("ServiceId") REFERENCES "Services" ("Id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "IX_CharterVersions_ServiceId_Number" ON "CharterVersions" ("ServiceId", "Number");
